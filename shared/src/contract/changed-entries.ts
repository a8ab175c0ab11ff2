/** What is different between two maps of entries. */
import type { Entry, QueueState } from './queue.ts'

/** An entry that came, went or changed. */
export type EntryChange = { readonly was: Entry | undefined; readonly now: Entry | undefined }
type Entries = QueueState['entries']

type Comparison = { readonly before: WeakRef<Entries>; readonly changes: readonly EntryChange[] }

/** The order, and every part of a view that entries bear on, ask for the same comparison. It goes with the map: nothing of a session stays. */
const comparisons = new WeakMap<Entries, Comparison>()

/** Those that are new or another object, then those that are gone. */
export const listChangedEntries = (before: Entries, after: Entries): readonly EntryChange[] => {
  if (before === after) return []
  const known = comparisons.get(after)
  if (known?.before.deref() === before) return known.changes
  const changes = compareEntries(before, after)
  comparisons.set(after, { before: new WeakRef(before), changes })
  return changes
}

/** The map that this one was compared with last, as long as somebody has it, and what is different. */
export const findLastComparison = (after: Entries): { readonly before: Entries; readonly changes: readonly EntryChange[] } | null => {
  const known = comparisons.get(after)
  const before = known?.before.deref()
  return known && before ? { before, changes: known.changes } : null
}

const compareEntries = (before: Entries, after: Entries): readonly EntryChange[] => {
  const changed: EntryChange[] = []
  let kept = 0
  for (const now of after.values()) {
    const was = before.get(now.id)
    if (was !== now) changed.push({ was, now })
    if (was !== undefined) kept += 1
  }
  if (before.size > kept) for (const was of before.values()) if (!after.has(was.id)) changed.push({ was, now: undefined })
  return changed
}
