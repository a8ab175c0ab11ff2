/** The rules of the speaking order. Each gives whoever waits a number, the smallest comes next, and says in a word why. */
import type { OrderMode } from '../../contract/enums.ts'
import type { GroupId } from '../../contract/ids.ts'
import type { Cause, Entry, QueueState } from '../../contract/queue.ts'
import type { Channel } from '../../contract/roles.ts'

/** Floors given so far, and by the places already filled. */
export type Tally = {
  /** On this segment: who has spoken, and how many floors each group has had. */
  readonly entities: Set<string>
  readonly groups: Map<GroupId | null, number>
  last: Channel | null
  /** Since the beginning, of those who asked: floors beside requests. */
  readonly given: Record<Channel, number>
  readonly requests: Record<Channel, number>
}

export type Rule = {
  /** Smaller comes first; request time breaks ties. */
  readonly score: (entry: Entry, tally: Tally) => number
  /** Why the chosen one comes before the earliest. */
  readonly passing: (chosen: Entry, earliest: Entry, tally: Tally) => Cause
  /** Why the earliest one comes first. */
  readonly first: (entry: Entry, tally: Tally) => Cause
}

/** Places that no rule has filled: whoever stands there passes nobody by it, and nobody passes them. */
export const notByRule: ReadonlySet<Cause> = new Set<Cause>(['listed', 'moved', 'swapped', 'absent'])

export type Floors = Pick<QueueState, 'served' | 'given' | 'requests'>

export const tallyOf = ({ served, given, requests }: Floors): Tally => {
  const tally: Tally = { entities: new Set(), groups: new Map(), last: null, given: { ...given }, requests: { room: 0, remote: 0 } }
  for (const { channel } of requests) tally.requests[channel] += 1
  for (const { entities, group, channel } of served) count(tally, entities, group, channel)
  return tally
}

/** As if it had been heard. */
export const countPlace = (tally: Tally, { speaker, behalf, listed }: Entry): void => {
  count(tally, [speaker.entity, ...behalf.map(({ entity }) => entity)], speaker.group, speaker.channel)
  if (listed === null) tally.given[speaker.channel] += 1
}

const count = (tally: Tally, entities: readonly string[], group: GroupId | null, channel: Channel): void => {
  for (const entity of entities) tally.entities.add(entity)
  tally.groups.set(group, turnsOf(tally, group) + 1)
  tally.last = channel
}

const turnsOf = ({ groups }: Tally, group: GroupId | null): number => groups.get(group) ?? 0
const groupCause = (tally: Tally, group: GroupId | null): Cause => (turnsOf(tally, group) === 0 ? 'group-unheard' : 'group-turn')

/** The earliest of an unheard group stands there for that, once another group has been heard. */
const firstOfGroup = ({ speaker }: Entry, tally: Tally): Cause =>
  turnsOf(tally, speaker.group) === 0 && tally.groups.size > 0 ? 'group-unheard' : 'received'

const received: Rule = { score: () => 0, passing: () => 'received', first: () => 'received' }

/** The channel with the largest share of all requests × (given + 1) − given, in whole numbers. */
const alternate: Rule = {
  score: ({ speaker: { channel } }, { given, requests }) =>
    given[channel] * (requests.room + requests.remote) - requests[channel] * (given.room + given.remote + 1),
  passing: () => 'channel-turn',
  first: () => 'received',
}

const rotate: Rule = {
  score: ({ speaker }, tally) => turnsOf(tally, speaker.group),
  passing: ({ speaker }, _, tally) => groupCause(tally, speaker.group),
  first: firstOfGroup,
}

/** In turn: whether its entity has spoken, how many turns its group has had, whether its channel was the last. */
const spoken = ({ speaker }: Entry, { entities }: Tally): boolean => entities.has(speaker.entity)
const balanced: Rule = {
  score: (entry, tally) =>
    (spoken(entry, tally) ? 1_000_000 : 0) + 2 * turnsOf(tally, entry.speaker.group) + (tally.last === entry.speaker.channel ? 1 : 0),
  passing: (chosen, earliest, tally) => {
    if (spoken(chosen, tally) !== spoken(earliest, tally)) return 'entity-first'
    if (turnsOf(tally, chosen.speaker.group) !== turnsOf(tally, earliest.speaker.group)) return groupCause(tally, chosen.speaker.group)
    return 'channel-turn'
  },
  first: (entry, tally) => (spoken(entry, tally) ? 'entity-spoken' : firstOfGroup(entry, tally)),
}

export const rules: Readonly<Record<OrderMode, Rule>> = { received, alternate, rotate, balanced }
