/** One person's view of the queue: their requests, the swap offers to them, and how often they can be overtaken. */

import { isAtEnd } from '../../contract/called-in-vain.ts'
import { findEntriesOf, listTiedEntries } from '../../contract/entry-index.ts'
import type { LossReason } from '../../contract/enums.ts'
import type { FloorState } from '../../contract/floor.ts'
import type { EntryId, PersonId, SegmentId } from '../../contract/ids.ts'
import { getEntryRule, type InterruptingKind, interrupts, type SideList, waitsInOrder } from '../../contract/kinds.ts'
import { isPutOff } from '../../contract/put-off.ts'
import type { Entry, Pin, Position, QueueState } from '../../contract/queue.ts'
import type { SpokenLanguage } from '../../contract/spoken-language.ts'
import type { Instant } from '../../kernel/time.ts'
import { groupBy, memoize } from '../memo.ts'

export type MyEntry = {
  readonly id: EntryId
  /** The segment on which I wish to speak. */
  readonly segment: SegmentId | null
  readonly topic: string | null
  /** The language in which I will speak. Absent if not specified. */
  readonly language?: SpokenLanguage
  readonly askedAt: Instant
  readonly ready: boolean
  /** True for an entry on hold. Also true for a point of order that the Chair has deferred until the current turn is over. */
  readonly held: boolean
  readonly missedCalls: number
  /** The other entities of a joint statement. */
  readonly onBehalfOf: readonly string[]
  readonly pinnedBy: Pin['by'] | null
  /** The entry that it lets go first, while both are waiting. */
  readonly deferredTo: EntryId | null
  /** The entry to which it has offered a swap. */
  readonly swapOfferedTo: EntryId | null
  /** The entries that have offered it a swap. */
  readonly swapOffers: readonly { readonly entry: EntryId; readonly entity: string }[]
}
/** Where a person finds their own request of each list. */
export const myRequests = { order: 'entry', pointsOfOrder: 'pointOfOrder', replies: 'reply' } as const satisfies Readonly<
  Record<'order' | SideList, string>
>
type MyRequestName = (typeof myRequests)['order' | SideList]
/** My request that interrupts the speaker. */
type MyPoint = MyEntry & { readonly kind: InterruptingKind }
export type MyQueueView = Readonly<Record<Exclude<MyRequestName, 'pointOfOrder'>, MyEntry | null>> & {
  readonly pointOfOrder: MyPoint | null
  /** The entity that also speaks for this person, in a joint statement that is not over. */
  readonly spokenForBy: string | null
  readonly notReached: boolean
  readonly removed: LossReason | null
}

const emptyMyQueue: MyQueueView = { entry: null, pointOfOrder: null, reply: null, spokenForBy: null, notReached: false, removed: null }

const collectNotReached = memoize((queue: QueueState) => new Set(queue.notReached.map(({ speaker }) => speaker.person)))
/** Finds the entity that speaks for a person in one of these entries. */
const findSpokenForBy = (entries: readonly (Entry | null | undefined)[], id: PersonId): string | null =>
  entries.findLast((entry) => entry?.onBehalfOf.some(({ person }) => person === id))?.speaker.entity ?? null

/** Returns the entry if it has a position in the order. */
const findInOrder = (queue: QueueState, id: EntryId | null): Entry | null => {
  const entry = id === null ? undefined : queue.entries.get(id)
  return entry && waitsInOrder(entry.kind) && !entry.held ? entry : null
}

const waitsByRule = (entry: Entry | null): boolean => entry !== null && !isAtEnd(entry)

const groupSwapOffers = memoize((queue: QueueState): ReadonlyMap<EntryId, readonly Entry[]> => {
  if (listTiedEntries(queue.entries).length === 0) return new Map()
  // The offers are in the order of the entries in the queue.
  const offering: Entry[] = []
  for (const entry of queue.entries.values())
    if (entry.swapOfferedTo !== null && findInOrder(queue, entry.id) && findInOrder(queue, entry.swapOfferedTo)) offering.push(entry)
  return groupBy(offering, ({ swapOfferedTo }) => swapOfferedTo as EntryId)
})

/** An index, because one change can touch hundreds of people, and each would search the whole order. */
const indexOvertakesLeft = memoize((order: readonly Position[]): ReadonlyMap<EntryId, number> => {
  const left = new Map<EntryId, number>()
  for (const { entry, overtakesLeft } of order) left.set(entry, overtakesLeft)
  return left
})

const toMyEntry = (queue: QueueState, entry: Entry | undefined): MyEntry | null => {
  if (!entry) return null
  const { id, segment, topic, language, askedAt, ready, held, missedCalls, onBehalfOf, pin, deferredTo, swapOfferedTo } = entry
  const waits = findInOrder(queue, id)
  return {
    id,
    segment,
    topic,
    ...(language && { language }),
    askedAt,
    ready,
    held,
    missedCalls,
    onBehalfOf: onBehalfOf.map(({ entity }) => entity),
    pinnedBy: pin?.by ?? null,
    deferredTo: waits && pin === null && waitsByRule(findInOrder(queue, deferredTo)) ? deferredTo : null,
    swapOfferedTo: waits && findInOrder(queue, swapOfferedTo) ? swapOfferedTo : null,
    swapOffers: (waits ? (groupSwapOffers(queue).get(id) ?? []) : []).map((other) => ({ entry: other.id, entity: other.speaker.entity })),
  }
}

const toMyPoint = (queue: QueueState, entry: Entry | undefined, isPutOffNow: boolean): MyPoint | null => {
  const mine = toMyEntry(queue, entry)
  return mine && entry && interrupts(entry.kind) ? { ...mine, kind: entry.kind, held: mine.held || isPutOffNow } : null
}

/**
 * Returns how often my intervention can still be overtaken; null outside the order. It is sent separately, because one change can touch
 * hundreds of people.
 */
export const projectMyOvertakesLeft = (queue: QueueState, id: PersonId): number | null => {
  const mine = findEntriesOf(queue.entries, id).find(({ kind, speaker }) => waitsInOrder(kind) && speaker.person === id)
  return mine === undefined ? null : (indexOvertakesLeft(queue.order).get(mine.id) ?? null)
}

export const projectMyQueue = (queue: QueueState, { current, interrupted, intention }: FloorState, id: PersonId): MyQueueView => {
  const entries = findEntriesOf(queue.entries, id)
  const own = entries.filter(({ speaker }) => speaker.person === id)
  const notReached = collectNotReached(queue).has(id)
  const removed = queue.removed[id] ?? null
  const spokenForBy = findSpokenForBy(entries, id) ?? findSpokenForBy([current?.entry, interrupted?.entry], id)
  if (own.length === 0 && !notReached && !removed && !spokenForBy) return emptyMyQueue
  const findWaitingIn = (where: keyof typeof myRequests) => own.find(({ kind }) => getEntryRule(kind).waitsIn === where)
  const point = findWaitingIn('pointsOfOrder')
  return {
    entry: toMyEntry(queue, findWaitingIn('order')),
    pointOfOrder: toMyPoint(queue, point, point !== undefined && isPutOff(intention, { current, interrupted }, point.id)),
    reply: toMyEntry(queue, findWaitingIn('replies')),
    spokenForBy,
    notReached,
    removed,
  }
}
