/** Commands that change positions in the queue: moves by the Chair, swaps, deferrals, and joint statements. */

import { isAtEnd } from '../../contract/called-in-vain.ts'
import type { EntryId } from '../../contract/ids.ts'
import { waitsInOrder } from '../../contract/kinds.ts'
import type { Entry } from '../../contract/queue.ts'
import type { queueCommands } from '../../contract/queue-commands.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Rejection } from '../../contract/rejections.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { getGrant } from '../permissions.ts'
import { requireInSession } from '../phase-guards.ts'
import { findInOrder, hasSwapOffer } from './derive-order.ts'

type MoveCommandType =
  | 'queue.move'
  | 'queue.unpin'
  | 'queue.defer'
  | 'queue.offer-swap'
  | 'queue.accept-swap'
  | 'queue.refuse-swap'
  | 'queue.swap'
  | 'queue.merge'
  | 'queue.separate'

export const moveDeciders: Deciders<Pick<typeof queueCommands, MoveCommandType>> = {
  'queue.move': (state, { entry, before }) =>
    requireInOrder(state, [entry, ...(before === null ? [] : [before])], ([found]) => {
      const nextEntry = state.queue.order[findPosition(state, entry) + 1]?.entry ?? null
      const isThere = entry === before || (found?.pin !== null && nextEntry === before)
      return isThere ? noChange : accept<Event>({ type: 'queue.moved', data: { entry, before } })
    }),

  'queue.unpin': (state, { entry }) =>
    requireInSession(state, () => {
      const found = state.queue.entries.get(entry)
      if (!found) return reject('no-such-entry')
      return found.pin === null ? noChange : accept<Event>({ type: 'queue.unpinned', data: { entry } })
    }),

  'queue.defer': (state, { entry, after }) =>
    requireInOrder(state, [entry], ([found]) => {
      const other = findInOrder(state.queue, after)
      if (other && found?.deferredTo === after && found.pin === null) return noChange
      const isLater =
        other !== null && found !== undefined && ![found, other].some(isAtEnd) && findPosition(state, after) > findPosition(state, entry)
      return isLater ? accept<Event>({ type: 'queue.deferred', data: { entry, after } }) : reject('conflict')
    }),

  'queue.offer-swap': (state, { entry, with: other }) =>
    requireInOrder(state, [entry], ([found]) => {
      if (found?.swapOfferedTo === other) return noChange
      const rejection = other === null ? null : notToSwapWith(state, entry, other)
      return rejection === null ? accept<Event>({ type: 'queue.swap-offered', data: { entry, with: other } }) : reject(rejection)
    }),

  'queue.accept-swap': (state, { entry, with: other }) =>
    requireInOrder(state, [entry], () =>
      hasSwapOffer(state.queue, other, entry) ? accept<Event>({ type: 'queue.swapped', data: { entry, with: other } }) : reject('conflict'),
    ),

  'queue.refuse-swap': (state, { entry, with: other }) =>
    requireInOrder(state, [entry], () =>
      hasSwapOffer(state.queue, other, entry)
        ? accept<Event>({ type: 'queue.swap-refused', data: { entry: other, with: entry } })
        : reject('conflict'),
    ),

  'queue.swap': (state, { entry, with: other }) =>
    requireInOrder(state, [entry, other], () =>
      entry === other ? noChange : accept<Event>({ type: 'queue.swapped', data: { entry, with: other } }),
    ),

  'queue.merge': (state, { into, entry }) =>
    requireEntries(state, [into, entry], (both) => {
      if (both.some(({ kind }) => !waitsInOrder(kind))) return reject('not-waiting')
      return into === entry ? noChange : accept<Event>({ type: 'queue.merged', data: { into, entry } })
    }),

  'queue.separate': (state, { entry }) =>
    requireInSession(state, () => {
      const { joint, entries } = state.queue
      const host = joint[entry]?.into
      if (host === undefined) return reject('no-such-entry')
      return entries.has(host) ? accept<Event>({ type: 'queue.separated', data: { entry } }) : reject('conflict')
    }),
}

const findPosition = ({ queue }: State, id: EntryId): number => queue.order.findIndex(({ entry }) => entry === id)

const requireEntries = (state: State, ids: readonly EntryId[], decide: (entries: readonly Entry[]) => EventDecision): EventDecision =>
  requireInSession(state, () => {
    const entries = ids.flatMap((id) => state.queue.entries.get(id) ?? [])
    return entries.length === ids.length ? decide(entries) : reject('no-such-entry')
  })

/** Requires that all these entries have a position in the order. */
const requireInOrder = (state: State, ids: readonly EntryId[], decide: (entries: readonly Entry[]) => EventDecision): EventDecision =>
  requireEntries(state, ids, (entries) => (ids.every((id) => findInOrder(state.queue, id)) ? decide(entries) : reject('not-waiting')))

/** The reason against a swap, or null. It does not reveal whether the other entry is on hold or gone. */
const notToSwapWith = ({ queue, people }: State, entry: EntryId, id: EntryId): Rejection | null => {
  const other = findInOrder(queue, id)
  if (!other || id === entry) return 'conflict'
  const { person } = other.speaker
  const owner = person === null ? undefined : people.all.get(person)
  return owner && !owner.revoked && getGrant(owner.role, 'queue.accept-swap') === 'own' ? null : 'no-device'
}
