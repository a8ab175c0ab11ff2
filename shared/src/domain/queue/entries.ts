/** What waits, with one more or one less. The map is copied: with 500 who wait, that takes a quarter of what a record with as many keys takes. */
import { recordChanges } from '../../contract/changed-entries.ts'
import type { EntryId } from '../../contract/ids.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'

type Entries = QueueState['entries']

export const omitEntries = (entries: Entries, ...ids: readonly EntryId[]): Entries => {
  const rest = new Map(entries)
  const gone = ids.filter((id) => rest.delete(id))
  recordChanges(
    entries,
    rest,
    gone.map((id) => ({ was: entries.get(id), now: undefined })),
  )
  return rest
}

/** Those that are there already keep their places. */
export const putEntries = (entries: Entries, ...put: readonly Entry[]): Entries => {
  if (put.length === 0) return entries
  const all = new Map(entries)
  for (const entry of put) all.set(entry.id, entry)
  const changed = [...new Set(put.map(({ id }) => id))].map((id) => ({ was: entries.get(id), now: all.get(id) }))
  recordChanges(
    entries,
    all,
    changed.filter(({ was, now }) => was !== now),
  )
  return all
}
