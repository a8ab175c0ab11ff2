/** Where an entry of the line can be put, and what is said to the server for it. Places count from 1. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** Before whom it is put so that it stands at this place; null: at the end. */
export const beforeAt = (line: readonly EntryId[], entry: EntryId, place: number): EntryId | null =>
  line.filter((other) => other !== entry)[place - 1] ?? null

/** One up or one down; null where there is no further. */
export const stepTo = (line: readonly EntryId[], entry: EntryId, step: -1 | 1): number | null => {
  const from = line.indexOf(entry)
  const to = from + step
  return from < 0 || to < 0 || to >= line.length ? null : to + 1
}

/** A place as it is typed; null for what is none of this list. */
export const placeFrom = (typed: string, count: number): number | null => {
  const place = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return place >= 1 && place <= count ? place : null
}
