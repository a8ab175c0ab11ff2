/** Undoing the last step of the staff. */

import { getCloseFinalAt } from '../../contract/closing.ts'
import { isStepFinal } from '../../contract/final-steps.ts'
import type { StepId } from '../../contract/ids.ts'
import type { Person } from '../../contract/people.ts'
import { type Command, type Context, commands, type Deciders, type Event, type State } from '../../contract/registry.ts'
import { isStaff } from '../../contract/roles.ts'
import type { CompensatingEvent, Step, stepCommands } from '../../contract/steps.ts'
import { isStartFinal } from '../../contract/undoing.ts'
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
      if (last.commandType === 'session.open' && hasSomebodyHadFloor(state)) return reject('wrong-status')
      if (last.commandType === 'floor.start' && hasSpokenForAWhile(state, context)) return reject('wrong-status')
      if (isStepFinal(state, last)) return reject('wrong-status')
      return accept<Event>(...last.undo.flatMap((event) => withoutRevoked(state, event)), {
        type: 'steps.undone',
        data: { step, by: toPersonId(context.actor) },
      })
    }
    return last !== undefined && endsOwnPhase(state, step, last, context) ? decideUndo() : requireOpen(state, decideUndo)
  },
}

/** A suspension can be undone while it lasts, and the close for a minute by the person who closed. */
const endsOwnPhase = ({ session }: State, step: StepId, last: Step, { at, actor }: Context): boolean => {
  if (session.phase === 'suspended') return last.commandType === 'session.suspend'
  if (session.closedAt === null || last.commandType !== 'session.close') return false
  return last.id === step && last.by === actor.person && at <= getCloseFinalAt(session.closedAt)
}

const hasSomebodyHadFloor = ({ floor }: State): boolean => floor.current !== null || floor.past.length > 0

const hasSpokenForAWhile = ({ floor: { current } }: State, { at }: Context): boolean =>
  current !== null && isStartFinal(computeUsedTime(current, at))

/** Returns the event, and the events that remove people revoked after the step from the queue and from joint statements. */
const withoutRevoked = (state: State, event: CompensatingEvent): readonly Event[] =>
  event.type === 'queue.restored' ? [event, ...removeRevoked(state, restoreQueue(state.queue, event.data))] : [event]
