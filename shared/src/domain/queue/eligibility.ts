/** Who may ask for the floor: one open request of each kind, two rights of reply an entity. */
import type { EntryKind } from '../../contract/enums.ts'
import type { EntryId, PersonId } from '../../contract/ids.ts'
import type { State } from '../../contract/registry.ts'
import type { Rejection } from '../../contract/rejections.ts'

const repliesAnEntity = 2

/** Waiting, on the floor, interrupted, or spoken for by one that is. */
export const hasOpen = ({ queue, floor }: State, person: PersonId, kind: EntryKind): boolean =>
  [floor.current?.entry, floor.interrupted?.entry, ...Object.values(queue.entries)].some(
    (entry) => entry?.kind === kind && [entry.speaker, ...entry.behalf].some((speaker) => speaker.person === person),
  )

/** What stands against another request; null if nothing does. */
export const notAgain = (state: State, person: PersonId | null, entity: string, kind: EntryKind): Rejection | null => {
  if (person !== null && hasOpen(state, person, kind)) return 'already-queued'
  if (kind !== 'right-of-reply') return null
  const { replied, entries } = state.queue
  const waiting = Object.values(entries).filter((entry) => entry.kind === kind && entry.speaker.entity === entity)
  const given = replied.filter((one) => one === entity)
  return waiting.length + given.length < repliesAnEntity ? null : 'reply-limit'
}

/** All that a person waits for, alone or spoken for by another who waits. */
export const placesOf = ({ queue }: State, person: PersonId): readonly EntryId[] => [
  ...Object.values(queue.entries).flatMap(({ id, speaker }) => (speaker.person === person ? [id] : [])),
  ...Object.values(queue.joint).flatMap(({ into, entry }) => (entry.speaker.person === person && queue.entries[into] ? [entry.id] : [])),
]
