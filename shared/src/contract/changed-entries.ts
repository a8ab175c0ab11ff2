/** What is different between two maps of entries, and what is made of entries without looking at all of them again. */
import type { Entry, QueueState } from './queue.ts'

/** An entry that came, went or changed. */
export type EntryChange = { readonly was: Entry | undefined; readonly now: Entry | undefined }
type Entries = QueueState['entries']

type Changes = readonly EntryChange[]

/** Stands for a map of entries. */
type Step = {
  /** That of the map from which it was made, and what is different from that one. */
  from: Step | null
  changes: Changes
  /** How many are before it. */
  length: number
  /** What is different from another map, with which it was compared last. */
  compared: { readonly with: symbol; readonly changes: Changes } | null
  readonly mark: symbol
}

/** Steps that are kept one after the other, so that what was made of an earlier map can be carried on. */
const maxLength = 32

/**
 * The order, and every part of a view that entries bear on, ask for the same comparison. It goes with the map, and keeps no other: a weak
 * reference would keep the map before until all memory is collected, that one the map before it, and so on.
 */
const steps = new WeakMap<Entries, Step>()

export const findStep = (entries: Entries): Step => {
  const known = steps.get(entries)
  if (known) return known
  const step: Step = { from: null, changes: [], length: 0, compared: null, mark: Symbol() }
  steps.set(entries, step)
  return step
}

/** The later half stays, for what was made of a map in it and not asked for since then. */
const forgetEarlierHalf = (last: Step): void => {
  let oldest = last
  for (let count = 0; count < maxLength / 2; count += 1) oldest = oldest.from ?? oldest
  Object.assign(oldest, { from: null, changes: [] })
  last.length = maxLength / 2
}

/** Says what is different, for who knows it without comparing. */
export const recordChanges = (before: Entries, after: Entries, changes: Changes): void => {
  const from = findStep(before)
  if (from.length >= maxLength) forgetEarlierHalf(from)
  Object.assign(findStep(after), { from, changes, length: from.length + 1 })
}

/** Those that are new or another object, and those that are gone. */
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
 * Of hundreds who wait, few change at a time. So what was made of earlier entries is taken from them and brought up to date by `change`,
 * in place: it is valid until the same is asked of other entries. It must be the same in whatever order entries came and went.
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
