/** The differences between two maps of entries, and results that are updated without looking at all entries again. */
import type { Entry, QueueState } from './queue.ts'

/** An entry that came, went or changed. */
export type EntryChange = { readonly was: Entry | undefined; readonly now: Entry | undefined }
type Entries = QueueState['entries']

type Changes = readonly EntryChange[]

/** A record that represents a map of entries. */
type Step = {
  /** The step of the map from which it was made, and the changes since that one. */
  from: Step | null
  changes: Changes
  /** The number of steps before it. */
  length: number
  /** The map with which it was last compared, and the differences from it. */
  compared: { readonly with: symbol; readonly changes: Changes } | null
  readonly mark: symbol
}

/** The most steps kept in a row, so that results for an earlier map can be carried on. */
const maxLength = 32

/**
 * The step of each map. The order, and every part of a view that depends on entries, need the same comparison. A step is kept with its map
 * and keeps no other map. A weak reference would keep the map before it until all memory is collected, and so would that map.
 */
const steps = new WeakMap<Entries, Step>()

export const findStep = (entries: Entries): Step => {
  const known = steps.get(entries)
  if (known) return known
  const step: Step = { from: null, changes: [], length: 0, compared: null, mark: Symbol() }
  steps.set(entries, step)
  return step
}

/** Forgets the earlier half of the steps. The later half is kept for results that have not been requested since then. */
const forgetEarlierHalf = (last: Step): void => {
  let oldest = last
  for (let count = 0; count < maxLength / 2; count += 1) oldest = oldest.from ?? oldest
  Object.assign(oldest, { from: null, changes: [] })
  last.length = maxLength / 2
}

/** Records the changes, for callers that know them without comparing. */
export const recordChanges = (before: Entries, after: Entries, changes: Changes): void => {
  const from = findStep(before)
  if (from.length >= maxLength) forgetEarlierHalf(from)
  Object.assign(findStep(after), { from, changes, length: from.length + 1 })
}

/** Lists the entries that are new, are different objects, or are gone. */
export const listChangedEntries = (before: Entries, after: Entries): Changes => {
  if (before === after) return []
  const [from, to] = [findStep(before), findStep(after)]
  if (to.from === from) return to.changes
  if (to.compared?.with === from.mark) return to.compared.changes
  const changes = compareEntries(before, after)
  to.compared = { with: from.mark, changes }
  if (to.from === null) recordChanges(before, after, changes)
  return changes
}

const compareEntries = (before: Entries, after: Entries): Changes => {
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

/**
 * Keeps a result for entries up to date. Of hundreds of entries, few change at a time. So `change` updates the result for earlier entries
 * in place. It is valid until it is requested for other entries. It must not depend on the order in which entries came and left.
 */
export const memoizeEntries = <Made>(
  make: (entries: Entries) => Made,
  change: (made: Made, changed: EntryChange) => void,
): ((entries: Entries) => Made) => {
  const known = new WeakMap<Step, { readonly made: Made }>()
  return (entries) => {
    const last = findStep(entries)
    let step: Step | null = last
    const changes: Changes[] = []
    while (step !== null && !known.has(step) && changes.length <= maxLength) {
      changes.push(step.changes)
      step = step.from
    }
    const found = step === null ? undefined : known.get(step)
    if (found !== undefined && step === last) return found.made
    const made = found === undefined ? make(entries) : found.made
    if (step !== null) known.delete(step)
    if (found !== undefined) for (const one of changes.reverse()) for (const changed of one) change(made, changed)
    known.set(last, { made })
    return made
  }
}
