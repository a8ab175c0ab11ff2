/**
 * Records by entry, with one more or one less. A spread of hundreds of keys takes V8 a millisecond or more each time, because it makes a type of
 * them. Key after key takes a tenth of that.
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
