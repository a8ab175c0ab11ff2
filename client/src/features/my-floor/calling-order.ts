/** The order in which people are called if nothing changes: the queue, then the rights of reply. The Chair can take these first. */
import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { selectLimit } from '@rostrum/shared/contract/limits'
import type { Millis } from '@rostrum/shared/kernel/time'
import { selectRowLimit } from '@rostrum/shared/projection/queue/forecast'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo } from 'react'
import { useView } from '../../session/hooks.tsx'

export type CallingOrderView = Pick<View, 'order' | 'queue' | 'replies'>

export const deriveCallingOrder = ({ order, queue, replies }: CallingOrderView): readonly EntryId[] =>
  queue.repliesFirst ? [...replies, ...order] : [...order, ...replies]

/** Returns the entries called before `entry`. For null: before somebody who asks for the floor now. */
export const listCalledBefore = (view: CallingOrderView, entry: EntryId | null): readonly EntryId[] => {
  const order = deriveCallingOrder(view)
  const end = view.queue.repliesFirst ? order.length : view.order.length
  return order.slice(0, entry === null ? end : Math.max(0, order.indexOf(entry)))
}

export const useCallingOrder = (): readonly EntryId[] => {
  const order = useView((view) => view.order)
  const queue = useView((view) => view.queue)
  const replies = useView((view) => view.replies)
  return useMemo(() => deriveCallingOrder({ order, queue, replies }), [order, queue, replies])
}

export const useCalledBefore = (entry: EntryId | null): readonly EntryId[] => {
  const order = useView((view) => view.order)
  const queue = useView((view) => view.queue)
  const replies = useView((view) => view.replies)
  return useMemo(() => listCalledBefore({ order, queue, replies }, entry), [order, queue, replies, entry])
}

/** Returns my speaking time: from my own entry, or the time that I would get if I asked now. */
export const useMyLimit = (entry: EntryId | null, kind: EntryKind = ordinaryKind): Millis => {
  const row = useView(({ entries }) => (entry === null ? undefined : entries[entry]))
  const limits = useView(({ floor }) => floor.limits)
  const me = useView((view) => view.me)
  return row ? selectRowLimit(limits, row) : selectLimit(limits, { kind, speaker: me, limit: null })
}
