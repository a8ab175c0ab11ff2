/** What is different between two maps of entries. */
import type { Entry, QueueState } from './queue.ts'

/** An entry that came, went or changed. */
export type EntryChange = { readonly was: Entry | undefined; readonly now: Entry | undefined }
type Entries = QueueState['entries']

/** Stands for a map of entries: what is different from the one with which it was compared. */
export type EntriesStep = { readonly changes: readonly EntryChange[] }
/** `from`: that of the map with which it was compared. `length`: how many are before it. */
type Step = EntriesStep & { readonly from: Step | null; readonly length: number }

/** Steps that are kept one after the other, so that what was made of an earlier map can be carried on. */
const maxLength = 32

/**
 * The order, and every part of a view that entries bear on, ask for the same comparison. It goes with the map, and keeps no other: a weak
 * reference would keep the map before until all memory is collected, that one the map before it, and so on.
 */
const steps = new WeakMap<Entries, Step>()

const findStep = (entries: Entries): Step => {
  const step = steps.get(entries) ?? { from: null, changes: [], length: 0 }
  steps.set(entries, step)
  return step
}

/** That of these entries first, then those that led to it, as far as they are kept. A queue that became what it was leads in a circle. */
export const listSteps = (entries: Entries): readonly [EntriesStep, ...EntriesStep[]] => {
  const last = findStep(entries)
  const earlier: Step[] = []
  for (let step = last.from; step !== null && earlier.length < maxLength; step = step.from) earlier.push(step)
  return [last, ...earlier]
}

/** Those that are new or another object, then those that are gone. */
export const listChangedEntries = (before: Entries, after: Entries): readonly EntryChange[] => {
  if (before === after) return []
  const [from, to] = [findStep(before), findStep(after)]
  if (to.from === from) return to.changes
  if (from.length >= maxLength) Object.assign(from, { from: null, changes: [], length: 0 })
  return Object.assign(to, { from, changes: compareEntries(before, after), length: from.length + 1 }).changes
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
