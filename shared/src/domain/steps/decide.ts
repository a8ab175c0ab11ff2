/** Undoing the last step of the staff. */

import type { QuestionStatus } from '../../contract/questions.ts'
import { type Command, commands, type Deciders, type Event, type State } from '../../contract/registry.ts'
import type { CompensatingEvent, stepCommands } from '../../contract/steps.ts'
import { accept, reject } from '../../kernel/decision.ts'
import { toPersonId } from '../actor.ts'
import { requireOpen } from '../phase-guards.ts'
import { removeRevoked } from '../queue/revoked.ts'
import { restoreQueue } from '../queue/snapshot.ts'
import type { UndoableStep } from './record-step.ts'

/** Every command that changes the floor or the agenda is undoable. The last step is therefore always the last change to them. */
export const isUndoable = (command: Command): command is UndoableStep => commands[command.type].undo === 'undoable'

export const stepDeciders: Deciders<typeof stepCommands> = {
  'steps.undo': (state, { step }, { actor }) => {
    const last = state.steps.taken.at(-1)
    // A suspension can be undone too; after the close nothing can.
    const decideUndo = () => {
      if (last?.id !== step) return reject('conflict')
      if (last.undo.some((event) => isDecidedSince(state, event))) return reject('wrong-status')
      return accept<Event>(...last.undo.flatMap((event) => withoutRevoked(state, event)), {
        type: 'steps.undone',
        data: { step, by: toPersonId(actor) },
      })
    }
    return state.session.phase === 'suspended' && last?.commandType === 'session.suspend' ? decideUndo() : requireOpen(state, decideUndo)
  },
}

/** The statuses that a question can have after a step. */
const undoableStatuses: readonly QuestionStatus[] = ['approved', 'answering', 'answered']

/** True if the author or a moderator has changed the status of a question since the step. An undo keeps such a change. */
const isDecidedSince = ({ questions }: State, event: CompensatingEvent): boolean =>
  event.type === 'questions.restored' &&
  event.data.questions.some(({ id }) => !undoableStatuses.includes(questions.all.get(id)?.status ?? 'withdrawn'))

/** Returns the event, and the events that remove people revoked after the step from the queue and from joint statements. */
const withoutRevoked = (state: State, event: CompensatingEvent): readonly Event[] =>
  event.type === 'queue.restored' ? [event, ...removeRevoked(state, restoreQueue(state.queue, event.data))] : [event]
