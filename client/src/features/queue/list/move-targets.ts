/** The positions to which an entry can be moved, and the values for the command. Positions count from 1. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** Returns the entry before which it must be put to get this position, or null for the end. */
export const findEntryBefore = (order: readonly EntryId[], entry: EntryId, position: number): EntryId | null =>
  order.filter((other) => other !== entry)[position - 1] ?? null

/** Returns the position that puts an entry right before another one. */
export const findPositionBefore = (order: readonly EntryId[], entry: EntryId, before: EntryId): number =>
  order.filter((other) => other !== entry).indexOf(before) + 1

/** Returns the position one up or one down, or null at the ends. */
export const computeStep = (order: readonly EntryId[], entry: EntryId, step: -1 | 1): number | null => {
  const from = order.indexOf(entry)
  const to = from + step
  return from < 0 || to < 0 || to >= order.length ? null : to + 1
}

/** Returns a typed position, or null if it is not a position of this queue. */
export const parsePosition = (typed: string, count: number): number | null => {
  const position = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return position >= 1 && position <= count ? position : null
}
