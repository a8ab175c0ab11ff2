/** With whom an entry can change places or speak jointly, and what comes of it. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { nameOf } from '../row-name.ts'

export type Purpose = 'swap' | 'merge'

export type Partner = {
  readonly entry: EntryId
  readonly name: string
  /** From 1; null for whoever said "not now". */
  readonly place: number | null
  readonly askedAt: number
}

/** In the order in which they stand; for a joint statement also those who said "not now". */
export const partnersFor = ({ line, entries }: Pick<View, 'line' | 'entries'>, entry: EntryId, purpose: Purpose): readonly Partner[] => {
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.kind === 'intervention' && entries[id]?.desk?.held)
  const placed = line.map((place) => place.entry)
  return [...placed, ...(purpose === 'merge' ? held : [])].flatMap((id) => {
    const row = entries[id]
    const place = placed.indexOf(id) + 1
    return row && id !== entry ? [{ entry: id, name: nameOf(row), place: place === 0 ? null : place, askedAt: row.askedAt }] : []
  })
}

export const commandWith = (purpose: Purpose, entry: EntryId, partner: EntryId): Command =>
  purpose === 'swap'
    ? { type: 'queue.swap', data: { entry, with: partner } }
    : { type: 'queue.merge', data: { into: entry, entry: partner } }

/** Those in whose names all that is written is found, without regard to case. */
export const namedLike = <One extends { readonly name: string }>(ones: readonly One[], written: string): readonly One[] => {
  const wanted = written.trim().toLocaleLowerCase()
  return wanted === '' ? ones : ones.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
}
