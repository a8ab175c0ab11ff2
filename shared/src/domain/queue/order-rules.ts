/** The order rules. Each rule gives every cohort of waiting entries a score, and the smallest score comes next. It also gives the cause. */

import { type Channel, sumChannels } from '../../contract/channels.ts'
import type { OrderMode } from '../../contract/enums.ts'
import type { GroupId } from '../../contract/ids.ts'
import type { Entry, PositionCause, QueueState } from '../../contract/queue.ts'
import { listVoices } from '../../contract/voices.ts'

/** The number of floors that a group has had on this segment. Those without a group count as one group. */
export type GroupTally = { turns: number; readonly isNone: boolean }

/** Everything that a rule asks about an entry. Entries with the same traits differ by request time only. */
export type Traits = {
  readonly group: GroupTally
  readonly channel: Channel
  /** True if the speaker's entity has spoken on this segment. */
  readonly hasSpoken: boolean
}

/** Floors given so far, plus the positions already filled. */
export type FloorTally = {
  /** On this segment: the number of floors given, in all and to each group. */
  count: number
  readonly groups: Map<GroupId | null, GroupTally>
  last: Channel | null
  /** Since the opening, for people who asked: floors given and requests. */
  readonly floorsGivenByChannel: Record<Channel, number>
  readonly requestsByChannel: Readonly<Record<Channel, number>>
}

export type OrderRule = {
  /** The smaller score comes first; request time breaks ties. */
  readonly score: (traits: Traits, tally: FloorTally) => number
  /** The reason why the chosen entry comes before the earliest. */
  readonly overtakeCause: (chosen: Traits, earliest: Traits) => PositionCause
  /** The reason why the earliest entry comes first. */
  readonly firstCause: (first: Traits, tally: FloorTally) => PositionCause
}

/** Causes of positions that no rule has filled. Entries at such positions do not count as overtaking or overtaken. */
export const causesOutsideRule: ReadonlySet<PositionCause> = new Set<PositionCause>(['programme', 'moved', 'swapped', 'absent', 'declined'])

export type FloorHistory = Pick<QueueState, 'floorsGiven' | 'floorsGivenByChannel' | 'requestsByChannel' | 'confirmed'>

/** Lists the voices that have been given a floor on this segment. */
export const listHeardVoices = (queue: FloorHistory): ReadonlySet<string> =>
  new Set(queue.floorsGiven.flatMap((floor) => listVoices(queue, floor)))

export const tallyFloors = ({ floorsGiven, floorsGivenByChannel, requestsByChannel }: FloorHistory): FloorTally => {
  const tally: FloorTally = {
    count: 0,
    groups: new Map(),
    last: null,
    floorsGivenByChannel: { ...floorsGivenByChannel },
    requestsByChannel,
  }
  for (const { group, channel } of floorsGiven) addToTally(tally, group, channel)
  return tally
}

/** Counts a filled position as if the entry had been heard. */
export const countPosition = (tally: FloorTally, { speaker, programmeRank }: Entry): void => {
  addToTally(tally, speaker.group, speaker.channel)
  if (programmeRank === null) tally.floorsGivenByChannel[speaker.channel] += 1
}

const addToTally = (tally: FloorTally, group: GroupId | null, channel: Channel): void => {
  tally.count += 1
  findGroupTally(tally, group).turns += 1
  tally.last = channel
}

export const findGroupTally = ({ groups }: FloorTally, group: GroupId | null): GroupTally => {
  const known = groups.get(group)
  if (known) return known
  const made: GroupTally = { turns: 0, isNone: group === null }
  groups.set(group, made)
  return made
}

/** The cause of a speaker who has no group names no group. */
const getGroupCause = ({ turns, isNone }: GroupTally): PositionCause =>
  isNone ? 'without-group' : turns === 0 ? 'group-first' : 'group-turn'

/** Returns the cause of the earliest entry. It is special if its group has not spoken but another has. */
const getFirstCause = ({ group }: Traits, { count }: FloorTally): PositionCause =>
  group.turns === 0 && count > 0 ? getGroupCause(group) : 'received'

const received: OrderRule = { score: () => 0, overtakeCause: () => 'received', firstCause: () => 'received' }

/** Prefers the channel with the largest value. In integers, the value is: share of all requests × (floors given + 1) − own floors given. */
const alternate: OrderRule = {
  score: ({ channel }, { floorsGivenByChannel, requestsByChannel }) =>
    floorsGivenByChannel[channel] * sumChannels(requestsByChannel) - requestsByChannel[channel] * (sumChannels(floorsGivenByChannel) + 1),
  overtakeCause: () => 'channel-turn',
  firstCause: () => 'received',
}

const rotate: OrderRule = {
  score: ({ group }) => group.turns,
  overtakeCause: ({ group }) => getGroupCause(group),
  firstCause: getFirstCause,
}

/** Compares whether the entity has spoken, then the floors of the group, then whether the channel was the last. */
const balanced: OrderRule = {
  score: ({ hasSpoken, group, channel }, { last }) => (hasSpoken ? 1_000_000 : 0) + 2 * group.turns + (last === channel ? 1 : 0),
  overtakeCause: (chosen, earliest) => {
    if (chosen.hasSpoken !== earliest.hasSpoken) return 'entity-first'
    return chosen.group.turns === earliest.group.turns ? 'channel-turn' : getGroupCause(chosen.group)
  },
  firstCause: (first, tally) => (first.hasSpoken ? 'entity-spoken' : getFirstCause(first, tally)),
}

export const orderRules: Readonly<Record<OrderMode, OrderRule>> = { received, alternate, rotate, balanced }
