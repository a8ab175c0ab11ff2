/** What another rule would make of the list: who would stand elsewhere, and which of the first places stay. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** Places from 1. */
export type Move = { readonly entry: EntryId; readonly from: number; readonly to: number }

/** The biggest first; of equals, whoever would come earlier. Those who have come or gone in between are left out. */
export const movesBetween = (before: readonly EntryId[], after: readonly EntryId[]): readonly Move[] => {
  const places = new Map(after.map((entry, index) => [entry, index + 1]))
  return before
    .flatMap((entry, index) => {
      const to = places.get(entry)
      return to === undefined || to === index + 1 ? [] : [{ entry, from: index + 1, to }]
    })
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || a.to - b.to)
}

/** How many of the first two places stay as they are; nothing is said of a list that has no more than these. */
export const firstThatStay = (before: readonly EntryId[], after: readonly EntryId[]): 0 | 1 | 2 => {
  if (before.length <= 2 || before[0] !== after[0]) return 0
  return before[1] === after[1] ? 2 : 1
}
