/** How the floor becomes free for the next step: a turn that has started ends, and a call is cancelled. A question that is to be read waits again. */
import type { Turn } from '../../contract/floor.ts'
import type { Entry, QueueRecall } from '../../contract/queue.ts'
import type { Event, State } from '../../contract/registry.ts'
import { findOpenTurn } from '../../contract/ruling.ts'
import { takeFields } from '../../kernel/fields.ts'
import { restoredFields } from '../queue/entry-fields.ts'
import { postpone } from '../queue/revoked.ts'
import { emptyQueueSnapshot } from '../queue/snapshot.ts'

/** Returns the events that free the floor, or null if a call can no longer be cancelled. */
export const freeFloor = (state: State): readonly Event[] | null => {
  const turn = findOpenTurn(state.floor)
  if (turn === null) return []
  if (turn.startedAt !== null) return makeEndEvents(turn)
  return turn.question === null
    ? cancelCall(state, turn)
    : [{ type: 'questions.unshown', data: { question: turn.question } }, makeLeaveEvent(turn)]
}

/** Ends a turn that has started. A call is only cancelled. */
export const makeLeaveEvent = ({ id, startedAt }: Turn): Event =>
  startedAt === null ? { type: 'floor.released', data: { turn: id } } : { type: 'floor.ended', data: { turn: id } }

/** Ends a turn. The end of an answer also marks its question as answered. `ruling`: the Chair rules next. */
export const makeEndEvents = ({ id, question }: Turn, ruling = false): readonly Event[] => [
  { type: 'floor.ended', data: { turn: id, ...(ruling && { ruling }) } },
  ...(question ? [{ type: 'questions.answered', data: { question, answer: 'live' } } as const] : []),
]

/** Puts the called entry back as it was before the call, with the events that the step recorded. Null if the step is no longer stored. */
const cancelCall = (state: State, { id, entry }: Turn): readonly Event[] | null => {
  const call = state.steps.taken.find((step) => (step.id as string) === id)
  if (!call || !entry) return null
  const snapshots = call.recall ? [call.recall] : call.undo.flatMap((event) => (event.type === 'queue.restored' ? [event.data] : []))
  return [{ type: 'floor.released', data: { turn: id } }, ...snapshots.flatMap((snapshot) => makeRecallEvents(state, snapshot, entry))]
}

/** Undoes only the call. Other changes of that step, such as closing the queue, are kept. */
const makeRecallEvents = (state: State, { left, changed, pins, first }: QueueRecall, { id }: Entry): readonly Event[] =>
  left
    .filter((entry) => entry.id === id)
    .flatMap((entry): Event[] => [
      ...postpone(state, entry),
      { type: 'queue.restored', data: { ...emptyQueueSnapshot, changed, pins, first } },
    ])

/** Returns the entry as it is once these events have made the floor free. A call that was taken back has overtaken nobody. */
export const withoutRecalled = (entry: Entry, freeing: readonly Event[]): Entry => {
  const changed = freeing.flatMap((event) => (event.type === 'queue.restored' ? event.data.changed : []))
  const was = changed.find(({ id }) => id === entry.id)
  return was ? { ...entry, ...takeFields(was, restoredFields) } : entry
}
