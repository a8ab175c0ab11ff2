/** The requests that may say that places 1 and 2 stay: they had one of them before the order last changed. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { QueueState } from '@rostrum/shared/contract/queue'
import type { Event } from '@rostrum/shared/contract/registry'
import type { PastCommit } from './session-facts.ts'

/** Those who had one of the first two places of the line before it last changed, as far as nobody moved them. */
export const listKept = ({ events }: PastCommit, after: QueueState): readonly EntryId[] => {
  const changes = events.flatMap(({ event, stated }, index) => {
    const next = events[index + 1]?.stated ?? after
    return stated.order === next.order ? [] : [{ event, stated, next }]
  })
  const last = changes.at(-1)
  if (!last) return after.order.slice(0, 2).map(({ entry }) => entry)
  const { event, stated, next } = last
  if (stated.mode !== next.mode || stated.suggestOnly !== next.suggestOnly) return []
  const line = (event.type === 'queue.restored' ? event.data.first : stated.order).map(({ entry }) => entry)
  const waiting = next.order.map(({ entry }) => entry)
  const others = line.filter((id) => waiting.includes(id) && !listMoved(event).includes(id))
  // A request that lets the next one go first still has one of the two.
  return event.type === 'queue.deferred' ? [...others.slice(0, 2), event.data.entry] : others.slice(0, 2)
}

const listMoved = ({ type, data }: Event): readonly EntryId[] => {
  if (type === 'queue.swapped') return [data.entry, data.with]
  return type === 'queue.moved' || type === 'queue.deferred' ? [data.entry] : []
}
