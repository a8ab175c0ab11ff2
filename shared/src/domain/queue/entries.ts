/**
 * Adds entries to the queue and removes them. The map is copied. With 500 entries that takes a quarter of the time that a record of the
 * same size takes.
 */
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

/** Adds or replaces entries. An entry that is already there keeps its place. */
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
