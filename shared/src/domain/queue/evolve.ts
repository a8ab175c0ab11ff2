/** How events change the queue. The order is derived again after each event. */

import { makeByChannel } from '../../contract/channels.ts'
import type { EntryId, PersonId } from '../../contract/ids.ts'
import { getEntryRule } from '../../contract/kinds.ts'
import type { Entry, Position, QueueEvents, QueueState } from '../../contract/queue.ts'
import type { Evolvers } from '../../contract/registry.ts'
import { readClaim } from '../../contract/voices.ts'
import { alignPins, deriveOrder } from './derive-order.ts'
import { omitEntries, putEntries } from './entries.ts'
import { recordCall, recordRequest, retractFloors } from './floors-given.ts'
import {
  clearSwapOffers,
  collectJointEntries,
  mergeEntry,
  removeEntry,
  separateJointEntry,
  withdrawJointEntry,
} from './joint-statements.ts'
import { clearLastWord, setLastWord } from './last-word.ts'
import { withLanguage } from './new-entry.ts'
import { restoreQueue } from './snapshot.ts'

export const initialQueue: QueueState = {
  mode: 'received',
  suggestOnly: false,
  maxOvertakes: 4,
  status: { kind: 'closed', at: null },
  entries: new Map(),
  order: [],
  suggestion: null,
  pointsOfOrder: [],
  replies: [],
  repliesFirst: false,
  next: null,
  confirmed: [],
  repliesGiven: [],
  joint: {},
  floorsGiven: [],
  floorsGivenByChannel: makeByChannel(() => 0),
  notReached: [],
  removed: {},
  requests: [],
  requestsByChannel: makeByChannel(() => 0),
}

const entryEvolvers: Evolvers<QueueState, QueueEvents> = {
  'queue.configured': (queue, { mode, maxOvertakes }) => ({ ...queue, mode, maxOvertakes }),
  'queue.opened': (queue) => ({ ...queue, status: { kind: 'open' } }),
  'queue.last-call-started': (queue, { closesAt }) => ({ ...queue, status: { kind: 'last-call', closesAt } }),
  'queue.closed': (queue, _, at) => ({ ...queue, status: { kind: 'closed', at } }),
  'queue.last-word-given': setLastWord,
  'queue.joined': (queue, { entry }) => ({
    ...queue,
    ...recordRequest(queue, entry),
    entries: putEntries(queue.entries, entry),
    removed: clearRemoval(queue.removed, entry.speaker.person),
  }),
  'queue.topic-set': (queue, { entry, topic }) => updateEntry(queue, entry, { topic }),
  'queue.language-set': (queue, { entry, language }) => {
    const found = queue.entries.get(entry)
    return found ? { ...queue, entries: putEntries(queue.entries, withLanguage(found, language)) } : queue
  },
  'queue.readied': (queue, { entry }) => updateEntry(queue, entry, { ready: true }),
  'queue.held': (queue, { entry }) => {
    const held = updateEntry(queue, entry, { held: true, ready: false, pin: null, swapOfferedTo: null })
    return { ...held, entries: clearSwapOffers(held.entries, entry) }
  },
  'queue.returned': (queue, { entry }) => updateEntry(queue, entry, { held: false }),
  'queue.place-kept': (queue, { entry, segment }) => updateEntry(queue, entry, { segment }),
  'queue.left': (queue, { entry, cause, reason }) => {
    const found = queue.entries.get(entry)
    if (!found) return withdrawJointEntry(queue, entry)
    if (cause === 'called') return clearLastWord(recordCall({ ...queue, entries: omitEntries(queue.entries, entry) }, found), found.kind)
    const { person } = found.speaker
    return { ...removeEntry(queue, entry), removed: reason && person ? { ...queue.removed, [person]: reason } : queue.removed }
  },
  'queue.postponed': (queue, { entry }) => {
    const back = clearLastWord(retractFloors(queue, [entry]), entry.kind)
    return { ...back, entries: putEntries(clearSwapOffers(back.entries, entry.id), entry) }
  },
  'queue.not-reached': (queue, { entries }) => {
    const ids = entries.map(({ id }) => id)
    const wereCalled = entries.filter(({ id }) => !queue.entries.has(id))
    const { others, joint } = collectJointEntries(queue.joint, ids)
    const notReached = [...entries, ...others].filter(({ kind }) => getEntryRule(kind).canBeNotReached)
    const rest = wereCalled.reduce((one, { kind }) => clearLastWord(one, kind), retractFloors(queue, wereCalled))
    const absent = wereCalled.flatMap(({ missedCalls, speaker: { person } }) => (missedCalls > 1 && person ? [[person, 'absent']] : []))
    return {
      ...rest,
      entries: omitEntries(queue.entries, ...ids),
      joint,
      notReached: [...queue.notReached, ...notReached],
      removed: { ...queue.removed, ...Object.fromEntries(absent) },
    }
  },
  'queue.order-set': (queue, { mode, suggestOnly }) => ({ ...queue, mode, suggestOnly }),
  'queue.moved': (queue, { entry, before }) => {
    const moved = updateEntry(queue, entry, { pin: { position: 0, by: 'chair' } })
    const at = queue.order.filter((position) => position.entry !== entry).findIndex((position) => position.entry === before)
    return applyOrder(moved, moveInOrder(queue.order, entry, at < 0 ? queue.order.length : at))
  },
  'queue.unpinned': (queue, { entry }) => updateEntry(queue, entry, { pin: null }),
  'queue.deferred': (queue, { entry, after }) => {
    const mutual = queue.entries.get(after)?.deferredTo === entry
    const deferred = updateEntry(mutual ? updateEntry(queue, after, { deferredTo: null }) : queue, entry, { deferredTo: after, pin: null })
    const at = queue.order.filter((position) => position.entry !== entry).findIndex((position) => position.entry === after)
    return applyOrder(deferred, moveInOrder(queue.order, entry, at + 1))
  },
  'queue.swap-offered': (queue, { entry, with: other }) => updateEntry(queue, entry, { swapOfferedTo: other }),
  'queue.swap-refused': (queue, { entry, with: other }) =>
    queue.entries.get(entry)?.swapOfferedTo === other ? updateEntry(queue, entry, { swapOfferedTo: null }) : queue,
  'queue.swapped': (queue, { entry, with: other }) => {
    const order = queue.order.map((position) => {
      const there = position.entry === entry ? other : position.entry === other ? entry : null
      return queue.order.find((one) => one.entry === there) ?? position
    })
    const exchanged = { pin: { position: 0, by: 'consent' }, swapOfferedTo: null } as const
    const swapped = applyOrder(updateEntry(updateEntry(queue, entry, exchanged), other, exchanged), order)
    return { ...swapped, entries: clearSwapOffers(clearSwapOffers(swapped.entries, entry), other) }
  },
  'queue.merged': (queue, { into, entry }) => mergeEntry(queue, into, entry),
  'queue.separated': (queue, { entry }) => separateJointEntry(queue, entry),
  'queue.replies-advanced': (queue) => ({ ...queue, repliesFirst: true }),
  'queue.floor-given': (queue, { floor, person = null }) => ({
    ...queue,
    floorsGiven: [...queue.floorsGiven, floor],
    removed: clearRemoval(queue.removed, person),
  }),
  'queue.claim-confirmed': (queue, { person }) => ({
    ...queue,
    confirmed: [...queue.confirmed, person],
    repliesGiven: queue.repliesGiven.map((voice) => readClaim(voice, person) ?? voice),
  }),
  'queue.segment-started': (queue) => ({ ...clearLastWord(queue), floorsGiven: [], repliesFirst: false }),
  'queue.restored': restoreQueue,
}

/** A person who asks again, or speaks all the same, no longer sees the reason for the earlier removal. */
const clearRemoval = (removed: QueueState['removed'], person: PersonId | null): QueueState['removed'] => {
  if (person === null || !(person in removed)) return removed
  const { [person]: _, ...rest } = removed
  return rest
}

const updateEntry = (queue: QueueState, entry: EntryId, changes: Partial<Entry>): QueueState => {
  const found = queue.entries.get(entry)
  return found ? { ...queue, entries: putEntries(queue.entries, { ...found, ...changes }) } : queue
}

const moveInOrder = (order: readonly Position[], entry: EntryId, at: number): readonly Position[] => {
  const others = order.filter((position) => position.entry !== entry)
  return [...others.slice(0, at), ...order.filter((position) => position.entry === entry), ...others.slice(at)]
}

/** Sets the order after a move, swap or deferral, with the pins at their positions in it. */
const applyOrder = (queue: QueueState, order: readonly Position[]): QueueState => ({
  ...queue,
  order,
  entries: alignPins(order, queue.entries),
})

const makeOrderedEvolver = <E extends keyof QueueEvents>(type: E): Evolvers<QueueState, QueueEvents>[E] =>
  ((queue: QueueState, data: QueueEvents[E], at: Parameters<(typeof entryEvolvers)[E]>[2]) =>
    deriveOrder(queue, entryEvolvers[type](queue, data as never, at))) as Evolvers<QueueState, QueueEvents>[E]

export const queueEvolvers = Object.fromEntries(
  Object.keys(entryEvolvers).map((type) => [type, makeOrderedEvolver(type as keyof QueueEvents)]),
) as unknown as Evolvers<QueueState, QueueEvents>
