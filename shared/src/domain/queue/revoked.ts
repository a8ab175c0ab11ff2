/** Who has lost access holds no position. They leave the list, also when something brings them back to it. */
import type { PersonId } from '../../contract/ids.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'
import type { Event, State } from '../../contract/registry.ts'
import { putEntries } from './entries.ts'

/** The events by which all entries of these people leave, those that wait by themselves and those in a joint statement that waits. */
export const removeEntriesOf = ({ entries, joint }: QueueState, isOneOfThem: (person: PersonId) => boolean): readonly Event[] => {
  const isTheirs = ({ speaker: { person } }: Entry): boolean => person !== null && isOneOfThem(person)
  const alone = [...entries.values()].filter(isTheirs)
  const together = Object.values(joint).flatMap(({ into, entry }) => (entries.has(into) && isTheirs(entry) ? [entry] : []))
  return [...alone, ...together].map(({ id }) => ({ type: 'queue.left', data: { entry: id, cause: 'removed', reason: 'other' } }))
}

/** To follow an event that leaves this queue behind. */
export const removeRevoked = ({ people }: State, queue: QueueState): readonly Event[] =>
  removeEntriesOf(queue, (person) => people.all.get(person)?.revoked === true)

/** Puts a called entry back. If its person was revoked after the call, or somebody for whom it speaks, they leave at once. */
export const postpone = (state: State, entry: Entry): readonly Event[] => [
  { type: 'queue.postponed', data: { entry } },
  ...removeRevoked(state, { ...state.queue, entries: putEntries(state.queue.entries, entry) }),
]
