/** The entries with which an entry can swap positions or make a joint statement, and the command for it. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import type { View } from '@rostrum/shared/projection/registry'
import type { TypedNames } from '../../../session/typed-names.ts'
import type { Translate } from '../../../text/messages.ts'
import { listHeldEntries } from '../../../widgets/held-entries.ts'
import { formatRowName } from '../../../widgets/row-name.ts'
import { splitSearch } from './listed-rows.ts'

export type PartnerPurpose = 'swap' | 'merge'

export type EntryPartner = {
  readonly entry: EntryId
  readonly name: string
  /** From 1; null for an entry on hold. */
  readonly position: number | null
  readonly askedAt: number
}

/** Lists partners by name, in the alphabet of this language. For a joint statement, entries on hold are included. */
export const listPartners = (
  { order, entries }: Pick<View, 'order' | 'entries'>,
  entry: EntryId,
  purpose: PartnerPurpose,
  t: Translate,
  names: TypedNames,
): readonly EntryPartner[] => {
  const held = purpose === 'merge' ? listHeldEntries(entries, 'order') : []
  const makePartner = (id: EntryId, position: number | null): readonly EntryPartner[] => {
    const row = entries[id]
    return row && id !== entry ? [{ entry: id, name: formatRowName(t, row, names), position, askedAt: row.askedAt }] : []
  }
  const { compare } = new Intl.Collator(t.language, { numeric: true })
  return [...order.flatMap((id, index) => makePartner(id, index + 1)), ...held.flatMap(({ id }) => makePartner(id, null))].sort(
    (a, b) => compare(a.name, b.name) || a.askedAt - b.askedAt,
  )
}

export const makePartnerCommand = (purpose: PartnerPurpose, entry: EntryId, partner: EntryId): Command =>
  purpose === 'swap'
    ? { type: 'queue.swap', data: { entry, with: partner } }
    : { type: 'queue.merge', data: { into: entry, entry: partner } }

/** Returns the partners whose names contain each typed word, as in the search of the list. */
export const filterByName = <One extends { readonly name: string }>(partners: readonly One[], typed: string): readonly One[] => {
  const words = splitSearch(typed)
  return words.length === 0 ? partners : partners.filter(({ name }) => words.every((word) => foldForSearch(name).includes(word)))
}
