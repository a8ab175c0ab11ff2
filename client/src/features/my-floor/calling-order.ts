/** In which order people are called if nothing changes: the list, and the rights of reply after it, or before it where the Chair takes them first. */
import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { limitFor } from '@rostrum/shared/contract/limits'
import type { Millis } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import { useView } from '../../session/hooks.tsx'

export type Called = Pick<View, 'line' | 'list' | 'replies'>

export const callingOrder = ({ line, list, replies }: Called): readonly EntryId[] => {
  const places = line.map(({ entry }) => entry)
  return list.repliesFirst ? [...replies, ...places] : [...places, ...replies]
}

/** Who is called before `entry`; null: before somebody who asked for the floor now. */
export const calledBefore = (seen: Called, entry: EntryId | null): readonly EntryId[] => {
  const order = callingOrder(seen)
  const end = seen.list.repliesFirst ? order.length : seen.line.length
  return order.slice(0, entry === null ? end : Math.max(0, order.indexOf(entry)))
}

export const useCalledBefore = (entry: EntryId | null): readonly EntryId[] => {
  const line = useView((view) => view.line)
  const list = useView((view) => view.list)
  const replies = useView((view) => view.replies)
  return calledBefore({ line, list, replies }, entry)
}

/** How long I may speak: as my own row says, or as the limits would have it if I asked now. */
export const useMyLimit = (entry: EntryId | null, kind: EntryKind = 'intervention'): Millis => {
  const row = useView(({ entries }) => (entry === null ? undefined : entries[entry]?.limit))
  const limits = useView(({ floor }) => floor.limits)
  const me = useView((view) => view.me)
  return row ?? limitFor(limits, { kind, speaker: me, limit: null })
}
