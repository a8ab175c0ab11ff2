/**
 * The meaning of each cause of a position to the people who read it, and whether that is so by the facts of the session. Positions ahead count as
 * heard, as in the rules. It says nothing of how an order is made: who stands where is taken as given.
 */
import type { Channel } from '@rostrum/shared/contract/channels'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Entry, Position, PositionCause, QueueState } from '@rostrum/shared/contract/queue'
import { askedBefore, type Facts, findLetFirst, getAskedAt, isPlacedByRule, listEntities, type Request } from './session-facts.ts'

/** The position that is looked at, with all that its sentence may speak of. */
type Place = {
  readonly facts: Facts
  readonly mode: QueueState['mode']
  readonly maxOvertakes: number
  readonly own: Request
  readonly position: Position
  readonly ahead: readonly Request[]
  readonly behind: readonly Request[]
  /** Those behind who asked earlier, wait for the rule alone, and let nobody go first. The earliest comes first. */
  readonly overtaken: readonly Request[]
  readonly line: readonly EntryId[]
  /** The first two of the line before, if they could stay. */
  readonly kept: readonly EntryId[]
}

const listHeard = ({ facts, ahead }: Place): ReadonlySet<string> =>
  new Set([...facts.given.flatMap(({ entities }) => entities), ...ahead.flatMap((one) => listEntities(facts, one))])
const hasSpoken = (place: Place, { entity }: Request): boolean => listHeard(place).has(entity)
const countFloors = ({ facts, ahead }: Place, { group }: Request): number =>
  [...facts.given, ...ahead].filter((one) => one.group === group).length
const findLastChannel = ({ facts, ahead }: Place): Channel | null => [...facts.given, ...ahead].at(-1)?.channel ?? null

/** How many floors the channel lacks of its share of all requests, if one more were given. */
const getLack = ({ facts: { asked, heard }, ahead }: Place, channel: Channel): number => {
  const gets = { ...heard }
  for (const one of ahead) if (!one.inProgramme) gets[one.channel] += 1
  return (asked[channel] / Math.max(1, asked.room + asked.remote)) * (gets.room + gets.remote + 1) - gets[channel]
}

const isChannelTurn = (place: Place, earliest: Request): boolean => {
  if (place.own.channel === earliest.channel) return false
  return place.mode === 'alternate'
    ? getLack(place, place.own.channel) > getLack(place, earliest.channel) + 1e-9
    : findLastChannel(place) === earliest.channel
}

/** Compares with the earliest of those who were overtaken. Without one, nothing needs a reason. */
const comparedWithEarliest = (place: Place, isReason: (earliest: Request) => boolean): boolean => {
  const [earliest] = place.overtaken
  return earliest !== undefined && isReason(earliest)
}

/** The end of the list: only others who were called in vain, or were placed by hand, come after it. */
const isAtEndOfList = ({ behind }: Place): boolean => behind.every(({ inVain, placedBy }) => inVain !== null || placedBy !== null)

/** "Group not yet heard on this item", while another group has been. */
const isGroupFirst = (place: Place): boolean =>
  countFloors(place, place.own) === 0 &&
  (place.overtaken.length === 0
    ? place.facts.given.length + place.ahead.length > 0
    : comparedWithEarliest(place, (earliest) => countFloors(place, earliest) > 0))

/** "Its group is next in turn": it has been heard, and less than that of the earliest. */
const isGroupTurn = (place: Place): boolean =>
  countFloors(place, place.own) > 0 &&
  comparedWithEarliest(place, (earliest) => countFloors(place, place.own) < countFloors(place, earliest))

/** For each cause: whether what it says is so. */
const meanings: Readonly<Record<PositionCause, (place: Place) => boolean>> = {
  // "Time of request": nobody who is behind and waits for the rule asked earlier.
  received: ({ overtaken }) => overtaken.length === 0,
  // "First time on this item", and ahead of somebody whose entity has been heard.
  'entity-first': (place) => !hasSpoken(place, place.own) && comparedWithEarliest(place, (earliest) => hasSpoken(place, earliest)),
  'entity-spoken': (place) => place.overtaken.length === 0 && hasSpoken(place, place.own),
  'group-first': (place) => place.own.group !== null && isGroupFirst(place),
  'group-turn': (place) => place.own.group !== null && isGroupTurn(place),
  // "Turn of those without a group": it has none, and all who have none count as one group.
  'without-group': (place) => place.own.group === null && (isGroupFirst(place) || isGroupTurn(place)),
  'channel-turn': (place) => comparedWithEarliest(place, (earliest) => isChannelTurn(place, earliest)),
  'overtake-limit': ({ own, position, maxOvertakes, overtaken }) =>
    overtaken.length === 0 && own.timesOvertaken + position.aheadByRule >= maxOvertakes,
  absent: (place) => place.own.inVain === 'absent' && isAtEndOfList(place),
  declined: (place) => place.own.inVain === 'declined' && isAtEndOfList(place),
  programme: ({ own }) => own.inProgramme && own.placedBy === null,
  moved: ({ own }) => own.placedBy === 'chair',
  swapped: ({ own }) => own.placedBy === 'consent',
  // "Has let another speaker go first": that one is ahead, or was given the floor.
  deferred: ({ own, ahead, facts }) =>
    ahead.some(({ id }) => id === own.letsFirst) || facts.given.some(({ entry }) => entry === own.letsFirst),
  // "Places 1 and 2 stay": it had one of them before.
  kept: ({ own, ahead, kept }) => ahead.length < 2 && kept.includes(own.id),
}

/** The cause says something else than it would, if the rule had not placed the request. */
const isCauseByHand = (cause: PositionCause): boolean => ['moved', 'swapped', 'programme', 'absent', 'declined'].includes(cause)

/** The figures of a position, counted one by one. */
const countFigures = ({ facts, own, ahead, line, maxOvertakes }: Place, causes: readonly PositionCause[]) => {
  const later = ahead.flatMap((one, index) => (askedBefore(facts, one, own) ? [] : [index]))
  const letFirst = findLetFirst(facts, own, line)
  const until = letFirst === null ? -1 : line.indexOf(letFirst)
  const byRule = isPlacedByRule(own) ? later.filter((index) => index > until && !isCauseByHand(causes[index] as PositionCause)).length : 0
  return {
    aheadEarlier: ahead.length - later.length,
    aheadByRule: byRule,
    aheadOther: later.length - byRule,
    overtakesLeft: Math.max(0, maxOvertakes - own.timesOvertaken - byRule),
  }
}

/**
 * An undo lifts and restores places by hand, and joint statements, as they were before its step. Later ones may be lost. Then a hand counts if
 * it has ever placed the request, and a request that has a place speaks for itself. It may have lost a deferral, or a
 * call in vain.
 */
const believeUndo = (one: Request, cause: PositionCause, stated: Entry | undefined): void => {
  one.spokenForBy = null
  if (stated?.deferredTo === null) one.letsFirst = null
  if (stated?.missedCalls === 0 && stated.declinedAt === null) one.inVain = null
  const by = cause === 'moved' ? 'chair' : cause === 'swapped' ? 'consent' : null
  if (by === null || one.hands.has(by)) one.placedBy = by
}

/** Lists what is untrue in the order that a queue states: of each position its cause, its rank and its figures. */
export const listUntrue = (queue: QueueState, facts: Facts, kept: readonly EntryId[]): readonly string[] => {
  const { order } = queue
  const mode = queue.suggestOnly ? 'received' : queue.mode
  const line = order.map(({ entry }) => entry)
  const requests = line.flatMap((id) => facts.requests.get(id) ?? [])
  if (requests.length !== line.length) return ['somebody waits who has not asked']
  if (facts.hasUndo)
    for (const [index, { cause, entry }] of order.entries()) believeUndo(requests[index] as Request, cause, queue.entries.get(entry))
  // A floor that was given without a request has no time of a request. In the millisecond of a request the two have no order.
  if (new Set(requests.map((one) => `${getAskedAt(facts, one)} ${one.sequence}`)).size < line.length) return []
  const waits = (one: Request, from: number): boolean => {
    const other = findLetFirst(facts, one, line)
    return isPlacedByRule(one) && other !== null && line.indexOf(other) >= from
  }
  return order.flatMap((position, index) => {
    const own = requests[index] as Request
    const behind = requests.slice(index + 1)
    const place: Place = {
      facts,
      mode,
      maxOvertakes: queue.maxOvertakes,
      own,
      position,
      ahead: requests.slice(0, index),
      behind,
      // In a circle, in which all let each other go first, nobody does.
      overtaken: behind
        .filter((one) => isPlacedByRule(one) && askedBefore(facts, one, own) && (waits(own, index) || !waits(one, index)))
        .sort((one, other) => (askedBefore(facts, one, other) ? -1 : 1)),
      line,
      kept,
    }
    const at = `${own.entity} at place ${index + 1}`
    const rank = 1 + requests.filter((one) => askedBefore(facts, one, own)).length
    const figures = countFigures(
      place,
      order.map(({ cause }) => cause),
    )
    const { aheadEarlier, aheadByRule, aheadOther, overtakesLeft } = position
    const stated = { aheadEarlier, aheadByRule, aheadOther, overtakesLeft }
    return [
      ...(meanings[position.cause](place) ? [] : [`${at}: ${position.cause}`]),
      ...(isCauseByHand(position.cause) === isPlacedByRule(own) ? [`${at}: by hand or not: ${position.cause}`] : []),
      ...(position.requestRank === rank ? [] : [`${at}: rank ${position.requestRank}, not ${rank}`]),
      ...(JSON.stringify(stated) === JSON.stringify(figures) ? [] : [`${at}: ${JSON.stringify(stated)}, not ${JSON.stringify(figures)}`]),
    ]
  })
}
