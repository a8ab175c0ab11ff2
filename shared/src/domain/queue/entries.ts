/** What waits, with one more or one less. The map is copied: with 500 who wait, that takes a quarter of what a record with as many keys takes. */
import type { EntryId } from '../../contract/ids.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'

type Entries = QueueState['entries']

export const omitEntries = (entries: Entries, ...ids: readonly EntryId[]): Entries => {
  const rest = new Map(entries)
  for (const id of ids) rest.delete(id)
  return rest
}

/** Those that are there already keep their places. */
export const putEntries = (entries: Entries, ...put: readonly Entry[]): Entries => {
  if (put.length === 0) return entries
  const all = new Map(entries)
  for (const entry of put) all.set(entry.id, entry)
  return all
}
