/** The people with whom I can swap or to whom I can give my position, from the public queue. */

import { isCalledInVain } from '@rostrum/shared/contract/cause-letters'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { View } from '@rostrum/shared/projection/registry'

type SwapView = Pick<View, 'order' | 'entries'>

/** The next entry after mine, which would go first. Null for the last one, and where either was called in vain and so waits at the end. */
export const findNextInOrder = ({ order, causes }: Pick<View, 'order' | 'causes'>, index: number): EntryId | null =>
  [index, index + 1].some((at) => isCalledInVain(causes, at)) ? null : (order[index + 1] ?? null)

export type SwapPartner = { readonly id: EntryId; readonly index: number; readonly entity: string }

/** Entries that wait and can answer for themselves. */
export const listSwapPartners = ({ order, entries }: SwapView, mine: EntryId): readonly SwapPartner[] =>
  order.flatMap((entry, index) => {
    const row = entries[entry]
    return row?.hasDevice && entry !== mine ? [{ id: entry, index, entity: row.entity }] : []
  })

/** People who ask to swap with me, with the position that I would get, in queue order. */
export const listSwapOfferers = (
  { order, entries }: SwapView,
  { id, swapOffers: offers }: Pick<MyEntry, 'id' | 'swapOffers'>,
): readonly SwapPartner[] => {
  const offerers = new Set(offers.map(({ entry }) => entry))
  return listSwapPartners({ order, entries }, id).filter((other) => offerers.has(other.id))
}
