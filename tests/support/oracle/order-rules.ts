/**
 * The order rules in their simplest form, for the oracle. Each rule gives every waiting entry a score, and the entry with the smallest
 * score comes next. It also gives the cause.
 */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Entry, PositionCause, QueueState } from '@rostrum/shared/contract/queue'

/** The floors given so far, plus the positions already filled. */
export type FloorTally = {
  /** On this segment: which entities have spoken, and how many floors each group has had. */
  readonly entities: Set<string>
  readonly groups: Map<GroupId | null, number>
  last: Channel | null
  /** Since the opening, for people who asked: floors given and requests. */
  readonly floorsGivenByChannel: Record<Channel, number>
  readonly requests: Record<Channel, number>
}

export type OrderRule = {
  /** The smaller score comes first; request time breaks ties. */
  readonly score: (entry: Entry, tally: FloorTally) => number
  /** Why the chosen entry comes before the earliest. */
  readonly overtakeCause: (chosen: Entry, earliest: Entry, tally: FloorTally) => PositionCause
  /** Why the earliest entry comes first. */
  readonly firstCause: (entry: Entry, tally: FloorTally) => PositionCause
}

/** Causes of positions that no rule has filled. Entries at such positions do not count as overtaking or overtaken. */
export const causesOutsideRule: ReadonlySet<PositionCause> = new Set<PositionCause>(['programme', 'moved', 'swapped', 'absent', 'declined'])

export type FloorHistory = Pick<QueueState, 'floorsGiven' | 'floorsGivenByChannel' | 'requests'>

export const tallyFloors = ({ floorsGiven, floorsGivenByChannel, requests }: FloorHistory): FloorTally => {
  const tally: FloorTally = {
    entities: new Set(),
    groups: new Map(),
    last: null,
    floorsGivenByChannel: { ...floorsGivenByChannel },
    requests: { room: 0, remote: 0 },
  }
  for (const { channel } of requests) tally.requests[channel] += 1
  for (const { entities, group, channel } of floorsGiven) addToTally(tally, entities, group, channel)
  return tally
}

/** Counts a filled position as if its speaker had spoken. */
export const countPosition = (tally: FloorTally, { speaker, onBehalfOf, programmeRank }: Entry): void => {
  addToTally(tally, [speaker.entity, ...onBehalfOf.map(({ entity }) => entity)], speaker.group, speaker.channel)
  if (programmeRank === null) tally.floorsGivenByChannel[speaker.channel] += 1
}

const addToTally = (tally: FloorTally, entities: readonly string[], group: GroupId | null, channel: Channel): void => {
  for (const entity of entities) tally.entities.add(entity)
  tally.groups.set(group, getGroupTurns(tally, group) + 1)
  tally.last = channel
}

const getGroupTurns = ({ groups }: FloorTally, group: GroupId | null): number => groups.get(group) ?? 0
const getGroupCause = (tally: FloorTally, group: GroupId | null): PositionCause => {
  if (group === null) return 'without-group'
  return getGroupTurns(tally, group) === 0 ? 'group-first' : 'group-turn'
}

/** If the group has not spoken and another group has, this is the cause for the group's earliest entry. */
const getFirstCause = ({ speaker }: Entry, tally: FloorTally): PositionCause =>
  getGroupTurns(tally, speaker.group) === 0 && tally.groups.size > 0 ? getGroupCause(tally, speaker.group) : 'received'

const received: OrderRule = { score: () => 0, overtakeCause: () => 'received', firstCause: () => 'received' }

/** Prefers the channel with the largest value of: share of all requests × (floors given + 1) − own floors given. Computed in integers. */
const alternate: OrderRule = {
  score: ({ speaker: { channel } }, { floorsGivenByChannel, requests }) =>
    floorsGivenByChannel[channel] * (requests.room + requests.remote) -
    requests[channel] * (floorsGivenByChannel.room + floorsGivenByChannel.remote + 1),
  overtakeCause: () => 'channel-turn',
  firstCause: () => 'received',
}

const rotate: OrderRule = {
  score: ({ speaker }, tally) => getGroupTurns(tally, speaker.group),
  overtakeCause: ({ speaker }, _, tally) => getGroupCause(tally, speaker.group),
  firstCause: getFirstCause,
}

const hasSpoken = ({ speaker }: Entry, { entities }: FloorTally): boolean => entities.has(speaker.entity)

/** Compares whether the entity has spoken, then the floors of the group, then whether the channel was the last one. */
const balanced: OrderRule = {
  score: (entry, tally) =>
    (hasSpoken(entry, tally) ? 1_000_000 : 0) +
    2 * getGroupTurns(tally, entry.speaker.group) +
    (tally.last === entry.speaker.channel ? 1 : 0),
  overtakeCause: (chosen, earliest, tally) => {
    if (hasSpoken(chosen, tally) !== hasSpoken(earliest, tally)) return 'entity-first'
    if (getGroupTurns(tally, chosen.speaker.group) !== getGroupTurns(tally, earliest.speaker.group))
      return getGroupCause(tally, chosen.speaker.group)
    return 'channel-turn'
  },
  firstCause: (entry, tally) => (hasSpoken(entry, tally) ? 'entity-spoken' : getFirstCause(entry, tally)),
}

export const orderRules: Readonly<Record<OrderMode, OrderRule>> = { received, alternate, rotate, balanced }
