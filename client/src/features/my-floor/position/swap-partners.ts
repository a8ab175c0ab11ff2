/** With whom a place can be given or changed: decided from the list as everybody sees it. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Place } from '@rostrum/shared/contract/queue'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { View } from '@rostrum/shared/projection/registry'

type Seen = Pick<View, 'line' | 'entries'>

/** Who comes after me, and would go first; null for whoever is last. */
export const afterMe = (line: readonly Place[], index: number): EntryId | null => line[index + 1]?.entry ?? null

export type Other = { readonly id: EntryId; readonly index: number; readonly entity: string }

/** Those who wait and can answer for themselves. */
export const othersIn = ({ line, entries }: Seen, mine: EntryId): readonly Other[] =>
  line.flatMap(({ entry }, index) => {
    const row = entries[entry]
    return row?.device && entry !== mine ? [{ id: entry, index, entity: row.entity }] : []
  })

/** Those who ask to change places with me, with the place that I would have; in the order of the list. */
export const askersOf = ({ line, entries }: Seen, { id, offers }: Pick<MyEntry, 'id' | 'offers'>): readonly Other[] => {
  const asking = new Set(offers.map(({ entry }) => entry))
  return othersIn({ line, entries }, id).filter((other) => asking.has(other.id))
}
