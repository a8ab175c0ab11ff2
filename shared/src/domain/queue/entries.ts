/**
 * Records by entry, with one more or one less. After a spread of hundreds of keys V8 keeps them as a type, and a `delete` takes that apart
 * again: with 500 who wait, a withdrawal took half as long again. Key after key it does neither.
 */
import type { EntryId } from '../../contract/ids.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'

type ByEntry<T> = Readonly<Record<EntryId, T>>

export const omitEntries = <T>(record: ByEntry<T>, ...ids: readonly EntryId[]): ByEntry<T> => {
  const rest: Record<EntryId, T> = {}
  for (const id of Object.keys(record) as EntryId[]) if (!ids.includes(id)) rest[id] = record[id] as T
  return rest
}

/** Those that are there already keep their places. */
export const putEntries = (entries: QueueState['entries'], ...put: readonly Entry[]): QueueState['entries'] => {
  if (put.length === 0) return entries
  const all = omitEntries(entries) as Record<EntryId, Entry>
  for (const entry of put) all[entry.id] = entry
  return all
}
