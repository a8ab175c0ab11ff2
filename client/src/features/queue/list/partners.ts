/** With whom an entry can swap positions or make a joint statement, and the command for it. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { formatRowName } from '../row-name.ts'

export type PartnerPurpose = 'swap' | 'merge'

export type EntryPartner = {
  readonly entry: EntryId
  readonly name: string
  /** From 1; null for an entry on hold. */
  readonly position: number | null
  readonly askedAt: number
}

/** In queue order. For a joint statement, entries on hold are included. */
export const listPartners = (
  { order, entries }: Pick<View, 'order' | 'entries'>,
  entry: EntryId,
  purpose: PartnerPurpose,
): readonly EntryPartner[] => {
  const held = (Object.keys(entries) as EntryId[]).filter((id) => entries[id]?.kind === 'intervention' && entries[id]?.staff?.held)
  return [...order, ...(purpose === 'merge' ? held : [])].flatMap((id) => {
    const row = entries[id]
    const position = order.indexOf(id) + 1
    return row && id !== entry
      ? [{ entry: id, name: formatRowName(row), position: position === 0 ? null : position, askedAt: row.askedAt }]
      : []
  })
}

export const makePartnerCommand = (purpose: PartnerPurpose, entry: EntryId, partner: EntryId): Command =>
  purpose === 'swap'
    ? { type: 'queue.swap', data: { entry, with: partner } }
    : { type: 'queue.merge', data: { into: entry, entry: partner } }

/** Partners whose names contain the typed text, ignoring case. */
export const filterByName = <One extends { readonly name: string }>(partners: readonly One[], text: string): readonly One[] => {
  const needle = text.trim().toLocaleLowerCase()
  return needle === '' ? partners : partners.filter(({ name }) => name.toLocaleLowerCase().includes(needle))
}
