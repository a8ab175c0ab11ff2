/** What another rule would change in the order: which entries would move, and which of the first positions stay. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** Positions count from 1. */
export type OrderMove = { readonly entry: EntryId; readonly from: number; readonly to: number }

/** The biggest first; among equal moves, the one that leads further up first. Entries that came or left in between are left out. */
export const listMoves = (before: readonly EntryId[], after: readonly EntryId[]): readonly OrderMove[] => {
  const positions = new Map(after.map((entry, index) => [entry, index + 1]))
  return before
    .flatMap((entry, index) => {
      const to = positions.get(entry)
      return to === undefined || to === index + 1 ? [] : [{ entry, from: index + 1, to }]
    })
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || a.to - b.to)
}

/** How many of the first two positions stay the same; 0 for an order of at most two entries. */
export const countUnchangedFirst = (before: readonly EntryId[], after: readonly EntryId[]): 0 | 1 | 2 => {
  if (before.length <= 2 || before[0] !== after[0]) return 0
  return before[1] === after[1] ? 2 : 1
}
