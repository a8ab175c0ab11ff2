/** Undoing the last step of the staff. */

import { isStepFinal } from '../../contract/final-steps.ts'
import type { Person } from '../../contract/people.ts'
import { type Command, type Context, commands, type Deciders, type Event, type State } from '../../contract/registry.ts'
import { isStaff } from '../../contract/roles.ts'
import type { CompensatingEvent, stepCommands } from '../../contract/steps.ts'
import { endsOwnPhase, isTooLateToUndo, type Progress } from '../../contract/undoing.ts'
import { accept, reject } from '../../kernel/decision.ts'
import { toPersonId } from '../actor.ts'
import { computeUsedTime } from '../floor/clock.ts'
import { requireOpen } from '../phase-guards.ts'
import { removeRevoked } from '../queue/revoked.ts'
import { restoreQueue } from '../queue/snapshot.ts'
import type { UndoableStep } from './record-step.ts'

/**
 * Every command that changes the floor or the agenda is undoable. The last step is therefore always the last change to them. `person`: null
 * for the system, which takes no step.
 */
export const isStep = (command: Command, person: Person | null): command is UndoableStep => {
  const { undo } = commands[command.type]
  return person !== null && (undo === 'undoable' || (undo === 'undoable-if-by-staff' && isStaff(person.role)))
}

export const stepDeciders: Deciders<typeof stepCommands> = {
  'steps.undo': (state, { step }, context) => {
    const last = state.steps.taken.at(-1)
    const decideUndo = () => {
      if (last?.id !== step) return reject('conflict')
      if (isTooLateToUndo(last, getProgress(state, context)) || isStepFinal(state, last)) return reject('wrong-status')
      return accept<Event>(...last.undo.flatMap((event) => withoutRevoked(state, event)), {
        type: 'steps.undone',
        data: { step, by: toPersonId(context.actor) },
      })
    }
    // A suspension says of an earlier step that there is a later one. After the close nothing else can be undone.
    const isMeant = last !== undefined && (last.id === step || state.session.phase === 'suspended')
    const endsPhase = isMeant && endsOwnPhase(last, state.session, context.actor.person, context.at)
    return endsPhase ? decideUndo() : requireOpen(state, decideUndo)
  },
}

const getProgress = ({ floor: { current, past } }: State, { at }: Context): Progress => ({
  used: current && computeUsedTime(current, at),
  hasBeenHeard: current !== null || past.length > 0,
})

/** Returns the event, and the events that remove people revoked after the step from the queue and from joint statements. */
const withoutRevoked = (state: State, event: CompensatingEvent): readonly Event[] =>
  event.type === 'queue.restored' ? [event, ...removeRevoked(state, restoreQueue(state.queue, event.data))] : [event]
