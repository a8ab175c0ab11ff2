/** The effect of another rule on the order: the entries that would move, and the first positions that stay. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** Positions count from 1. */
export type OrderMove = { readonly entry: EntryId; readonly from: number; readonly to: number }

/** Lists the biggest moves first; among equal moves, the one further up first. Entries that came or left in between are left out. */
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
