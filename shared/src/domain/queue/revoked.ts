/** People who have lost access hold no position. They leave the list, even if something brings them back to it. */
import type { PersonId } from '../../contract/ids.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'
import type { Event, State } from '../../contract/registry.ts'
import { putEntries } from './entries.ts'

/** Returns the events that remove all entries of these people, whether they are waiting alone or in a joint statement. */
export const removeEntriesOf = ({ entries, joint }: QueueState, isOneOfThem: (person: PersonId) => boolean): readonly Event[] => {
  const isTheirs = ({ speaker: { person } }: Entry): boolean => person !== null && isOneOfThem(person)
  const alone = [...entries.values()].filter(isTheirs)
  const together = Object.values(joint).flatMap(({ into, entry }) => (entries.has(into) && isTheirs(entry) ? [entry] : []))
  return [...alone, ...together].map(({ id }) => ({ type: 'queue.left', data: { entry: id, cause: 'removed', reason: 'other' } }))
}

/** Returns the events that must follow an event with this queue as its result. */
export const removeRevoked = ({ people }: State, queue: QueueState): readonly Event[] =>
  removeEntriesOf(queue, (person) => people.all.get(person)?.revoked === true)

/** Puts a called entry back. If its person, or somebody for whom it speaks, was revoked after the call, they leave at once. */
export const postpone = (state: State, entry: Entry): readonly Event[] => [
  { type: 'queue.postponed', data: { entry } },
  ...removeRevoked(state, { ...state.queue, entries: putEntries(state.queue.entries, entry) }),
]
