/** What is different between two records of entries. */
import type { Entry, QueueState } from './queue.ts'

/** An entry that came, went or changed. */
export type EntryChange = { readonly was: Entry | undefined; readonly now: Entry | undefined }
type Entries = QueueState['entries']

/** The order, and every part of a view that entries bear on, ask for the same comparison one after the other. Only the last is kept. */
let last: { readonly before: Entries; readonly after: Entries; readonly changes: readonly EntryChange[] } | null = null

/** Those that are new or another object, then those that are gone. */
export const listChangedEntries = (before: Entries, after: Entries): readonly EntryChange[] => {
  if (before === after) return []
  if (last?.before !== before || last.after !== after) last = { before, after, changes: compareEntries(before, after) }
  return last.changes
}

const compareEntries = (before: Entries, after: Entries): readonly EntryChange[] => {
  const changed: EntryChange[] = []
  let kept = 0
  for (const now of Object.values(after)) {
    const was = before[now.id]
    if (was !== now) changed.push({ was, now })
    if (was !== undefined) kept += 1
  }
  const all = Object.values(before)
  if (all.length > kept) for (const was of all) if (after[was.id] === undefined) changed.push({ was, now: undefined })
  return changed
}
