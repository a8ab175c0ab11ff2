/** The queue as each audience sees it. */

import { type CauseLetters, writeCauses } from '../../contract/cause-letters.ts'
import { listChangedEntries, memoizeEntries } from '../../contract/changed-entries.ts'
import type { ByChannel } from '../../contract/channels.ts'
import type { OrderMode } from '../../contract/enums.ts'
import type { FloorState } from '../../contract/floor.ts'
import type { EntryId } from '../../contract/ids.ts'
import { interrupts, waitsInOrder } from '../../contract/kinds.ts'
import { countByChannel } from '../../contract/participants.ts'
import { isPutOff } from '../../contract/put-off.ts'
import type { Entry, Position, QueueState } from '../../contract/queue.ts'
import { compareByRequest } from '../../contract/request-rank.ts'
import { type Audience, audienceRules, firstPositions } from '../../contract/roles.ts'
import { elapsed, type Instant } from '../../kernel/time.ts'
import { touchesOfClaims } from '../claims.ts'
import { memoize } from '../memo.ts'
import {
  type Change,
  everyone,
  listPart,
  mapDefined,
  personPart,
  type Rows,
  rowPart,
  staffOnly,
  type Touched,
  textPart,
  toRows,
  valuePart,
} from '../part.ts'
import { type BalanceView, computeBalance, computeEntityShares, type EntityShare } from './balance.ts'
import { concernsOfFloor, concernsOfOrder, concernsOfQueue } from './concerned.ts'
import type { QueueStatusView } from './last-call.ts'
import { type MyQueueView, projectMyOvertakesLeft, projectMyQueue } from './mine.ts'
import { type EntryRow, toPublicRow, toStaffRow } from './rows.ts'

export type QueueView = {
  readonly mode: OrderMode
  /** True if the queue stays in order received, and the rule only suggests. */
  readonly suggestOnly: boolean
  readonly maxOvertakes: number
  readonly status: QueueStatusView
  readonly waiting: ByChannel<number>
  /** The number of waiting rights of reply. */
  readonly replies: number
  readonly repliesFirst: boolean
  /** The entry to be called next. */
  readonly next: EntryId | null
}

/** An entry in a joint statement that can still be separated. */
export type JointEntryView = { readonly entry: EntryId; readonly into: EntryId; readonly entity: string }

const seesAll = (audience: Audience): boolean => audienceRules[audience].requests === 'all'
const seesFirst = (audience: Audience): boolean => audienceRules[audience].requests === 'first'

/** One order for the list, the alerts, the next action and the sentence. */
export const listPointsInOrder = ({ pointsOfOrder, entries }: QueueState, floor: FloorState): readonly EntryId[] => {
  const late = pointsOfOrder.filter((point) => entries.get(point)?.held === true || isPutOff(floor.intention, floor, point))
  return late.length === 0 ? pointsOfOrder : putLast(pointsOfOrder, late)
}

/** Returns the same list as long as the same points are late. */
const putLast = (points: readonly EntryId[], late: readonly EntryId[]): readonly EntryId[] => {
  const lists = orders(points)
  const key = late.join(' ')
  const list = lists.get(key) ?? [...points.filter((point) => !late.includes(point)), ...late]
  lists.set(key, list)
  return list
}
const orders = memoize((_: readonly EntryId[]) => new Map<string, readonly EntryId[]>())

const takeFirst = <T>(things: readonly T[], isLimited: boolean): readonly T[] => (isLimited ? things.slice(0, firstPositions) : things)
/** The order and its causes keep their identity for as long as the order in the state does. */
const toShown = memoize((order: readonly Position[]) => {
  const make = (shown: readonly Position[]) => ({
    entries: shown.map(({ entry }) => entry),
    causes: writeCauses(shown.map(({ cause }) => cause)),
  })
  return { all: make(order), first: make(takeFirst(order, true)) }
})
const listShown = (order: readonly Position[], audience: Audience) => toShown(order)[seesFirst(audience) ? 'first' : 'all']
const listVisibleEntries = ({ order, replies, entries }: QueueState, isLimited: boolean): readonly Entry[] =>
  [...takeFirst(order, isLimited).map(({ entry }) => entry), ...takeFirst(replies, isLimited)].flatMap((id) => entries.get(id) ?? [])

const collectFirst = memoize((queue: QueueState) => new Set(listVisibleEntries(queue, true).map(({ id }) => id)))

/** True if `listVisibleEntries` lists the entry. A waiting request that is not held has a place in the order or among the replies. */
const isVisibleEntry = (queue: QueueState, { id, kind, held }: Entry, audience: Audience): boolean =>
  seesFirst(audience) ? collectFirst(queue).has(id) : !interrupts(kind) && !held

/** Entries that differ between the ends. If only the first are shown, others come into view when those leave. */
const touchesOfEntries = ({ from: { queue: from }, to: { queue: to } }: Change, audience: Audience): Touched => {
  const ids = listChangedEntries(from.entries, to.entries).flatMap(({ was, now }) => (now ?? was)?.id ?? [])
  return seesFirst(audience) ? [...ids, ...collectFirst(from), ...collectFirst(to)] : ids
}

const touchesOfClaimedEntries = touchesOfClaims((people, { to: { queue } }) =>
  [...queue.entries.values()].flatMap(({ id, speaker }) => (people.has(speaker.person) ? [id] : [])),
)

const isInOrder = ({ kind, held }: Entry): boolean => waitsInOrder(kind) && !held

/** Counts interventions by channel. The order contains those that are not held. */
const countWaiting = memoizeEntries(
  (entries) => countByChannel([...entries.values()].filter(isInOrder).map(({ speaker }) => speaker)),
  (counts, { was, now }) => {
    if (was && isInOrder(was)) counts[was.speaker.channel] -= 1
    if (now && isInOrder(now)) counts[now.speaker.channel] += 1
  },
)

const listJointEntries = ({ joint, entries }: QueueState): readonly JointEntryView[] =>
  Object.values(joint)
    .sort((one, other) => compareByRequest(one.entry, other.entry))
    .flatMap(({ into, entry }) => (entries.has(into) ? [{ entry: entry.id, into, entity: entry.speaker.entity }] : []))

const projectQueue = memoize((queue: QueueState): QueueView => {
  const { mode, suggestOnly, maxOvertakes, status, replies, repliesFirst, next } = queue
  return {
    mode,
    suggestOnly,
    maxOvertakes,
    status,
    waiting: { ...countWaiting(queue.entries) },
    replies: replies.length,
    repliesFirst,
    next,
  }
})

/** During a suspension a last call keeps the time that it has left. */
const holdLastCall = (view: QueueView, suspendedAt: Instant | null): QueueView =>
  view.status.kind === 'last-call' && suspendedAt !== null
    ? { ...view, status: { ...view.status, held: elapsed(suspendedAt, view.status.closesAt) } }
    : view

export const queueParts = {
  queue: valuePart(
    'The rule of the queue, whether it takes requests, and how many wait.',
    everyone,
    ['queue', 'agenda'],
    ({ queue, agenda }): QueueView => holdLastCall(projectQueue(queue), agenda.suspendedAt),
  ),
  order: listPart(
    'The speaking order, by the keys of `entries`. The room screen has the first three.',
    everyone,
    ['queue'],
    ({ queue }, audience): readonly EntryId[] => listShown(queue.order, audience).entries,
  ),
  causes: textPart(
    'A letter for each position of `order`, which says why the entry is there.',
    everyone,
    ['queue'],
    ({ queue }, audience): CauseLetters => listShown(queue.order, audience).causes,
  ),
  replies: listPart(
    'The rights of reply that wait, by the keys of `entries`.',
    everyone,
    ['queue'],
    ({ queue }, audience): readonly EntryId[] => takeFirst(queue.replies, seesFirst(audience)),
  ),
  entries: rowPart(
    'The requests for the floor that wait, by entry.',
    everyone,
    { queue: touchesOfEntries, people: touchesOfClaimedEntries },
    ({ queue, people }, audience): Rows<EntryId, EntryRow> =>
      seesAll(audience)
        ? toRows(queue.entries.values(), (entry) => toStaffRow(people, entry))
        : toRows(listVisibleEntries(queue, seesFirst(audience)), (entry) => toPublicRow(people, entry)),
    ({ queue, people }, id: EntryId, audience) =>
      mapDefined(queue.entries.get(id), (entry) =>
        seesAll(audience) ? toStaffRow(people, entry) : isVisibleEntry(queue, entry, audience) ? toPublicRow(people, entry) : undefined,
      ),
  ),
  pointsOfOrder: valuePart(
    'The points of order that wait, in the order in which the Chair takes them, by the keys of `entries`. Those on hold or put off until after the speaker are last.',
    staffOnly,
    ['queue', 'floor'],
    ({ queue, floor }): readonly EntryId[] => listPointsInOrder(queue, floor),
  ),
  suggestion: valuePart(
    'The entry that the rule would call next, if it only suggests.',
    staffOnly,
    ['queue'],
    ({ queue }): QueueState['suggestion'] => queue.suggestion,
  ),
  jointEntries: valuePart(
    'The entries in joint statements that can still be separated.',
    staffOnly,
    ['queue'],
    ({ queue }): readonly JointEntryView[] => listJointEntries(queue),
  ),
  balance: valuePart(
    'Requests, turns and time of each group and channel.',
    staffOnly,
    ['queue', 'floor', 'session'],
    ({ queue, floor, session }): BalanceView =>
      computeBalance(
        queue,
        floor,
        session.groups.map(({ id }) => id),
      ),
  ),
  entityShares: listPart(
    'Requests, turns and time of each entity.',
    staffOnly,
    ['queue', 'floor'],
    ({ queue, floor }): readonly EntityShare[] => computeEntityShares(queue, floor),
  ),
}

export const myQueueParts = {
  myQueue: personPart<MyQueueView>(
    'The requests of the person that wait, and what became of the last one.',
    { queue: concernsOfQueue, floor: concernsOfFloor },
    ({ queue, floor }, { id }) => projectMyQueue(queue, floor, id),
  ),
  myOvertakesLeft: personPart<number | null>(
    'How often the request of the person can still be overtaken.',
    { queue: concernsOfOrder },
    ({ queue }, { id }) => projectMyOvertakesLeft(queue, id),
  ),
}
