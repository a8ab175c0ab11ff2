/** The rows of the list of speakers in shown order, and the rows that a search finds. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { RankedPosition } from '@rostrum/shared/contract/request-rank'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { View } from '@rostrum/shared/projection/registry'
import type { TypedNames } from '../../../session/typed-names.ts'
import { listHeldEntries } from '../../../widgets/held-entries.ts'
import { listRowNames } from '../../../widgets/row-name.ts'

export type ListedRow = {
  readonly id: EntryId
  readonly row: EntryRow
  /** Null for an entry on hold, which has no position. */
  readonly place: RankedPosition | null
  /** From 0; null for an entry on hold. */
  readonly index: number | null
}

/** Lists the entries that wait, then those on hold. */
export const listQueueRows = (order: readonly RankedPosition[], entries: View['entries']): readonly ListedRow[] => {
  const present = order.flatMap((place) => {
    const row = entries[place.entry]
    return row ? [{ id: place.entry, row, place }] : []
  })
  // The order can be older than the entries for a moment, because it rests while it is touched.
  const ordered = new Set(present.map(({ id }) => id))
  const held = listHeldEntries(entries, 'order').filter(({ id }) => !ordered.has(id))
  return [...present.map((one, index) => ({ ...one, index })), ...held.map((one) => ({ ...one, place: null, index: null }))]
}

/**
 * Returns the rows in which each typed word occurs: in the organization, the person, those it also speaks for, or the group. Signs other
 * than letters and digits, accents, case and variants of letters do not count.
 */
export const findRows = (
  rows: readonly ListedRow[],
  typed: string,
  getGroupText: (row: EntryRow) => string,
  names: TypedNames,
): readonly ListedRow[] => {
  const words = splitSearch(typed)
  if (words.length === 0) return rows
  return rows.filter(({ row }) => {
    const text = `${foldNames(row, names)} ${foldForSearch(getGroupText(row))}`
    return words.every((word) => text.includes(word))
  })
}

export const splitSearch = (typed: string): readonly string[] =>
  foldForSearch(typed)
    .split(' ')
    .filter((word) => word !== '')

/** Folded texts by row, because a search runs with every letter. An unchanged row keeps its identity. */
const foldedNames = new WeakMap<EntryRow, { readonly name: string; readonly folded: string }>()

const foldNames = (row: EntryRow, names: TypedNames): string => {
  const name = listRowNames(row, names).join(' ')
  const cached = foldedNames.get(row)
  if (cached?.name === name) return cached.folded
  const folded = foldForSearch([name, ...row.onBehalfOf].join(' '))
  foldedNames.set(row, { name, folded })
  return folded
}
