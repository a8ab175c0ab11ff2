/** The forecast if nothing changes: how many will be heard, at which limit, and when each speaker gets the floor. */

import type { Channel } from '../../contract/channels.ts'
import type { EntryKind } from '../../contract/enums.ts'
import type { EntryId, GroupId } from '../../contract/ids.ts'
import { type Limits, selectLimit, setLimit } from '../../contract/limits.ts'
import { type Instant, type Millis, minutes, seconds, toMillis } from '../../kernel/time.ts'
import { boundShare, type SpeakingPace } from '../floor/pace.ts'
import type { Rows } from '../part.ts'

const limitStep = seconds(15)
const minLimit = minutes(1)

/** The fields that determine the limit of a waiting speaker. `ownLimit`: the limit from the programme. */
export type WaitingSpeaker = {
  readonly kind: EntryKind
  readonly group: GroupId | null
  readonly channel: Channel
  readonly ownLimit: Millis | null
}

/** Returns the limit that the speaker would get if they were called now. */
export const selectRowLimit = (limits: Limits, { kind, group, channel, ownLimit }: WaitingSpeaker): Millis =>
  selectLimit(limits, { kind, speaker: { group, channel }, limit: ownLimit })

/** Lists the waiting speakers in speaking order. */
export const listWaiting = (order: readonly EntryId[], entries: Rows<EntryId, WaitingSpeaker>): readonly WaitingSpeaker[] =>
  order.flatMap((entry) => {
    const row = entries[entry]
    return row ? [{ kind: row.kind, group: row.group, channel: row.channel, ownLimit: row.ownLimit }] : []
  })

/**
 * Returns the limits of the waiting speakers if the limit for everyone were `everyone`. Each is computed on request, because only a few of
 * a long list are read.
 */
export const applyLimit = (limits: Limits, waiting: readonly WaitingSpeaker[], everyone: Millis): Iterable<Millis> => {
  const changed = everyone === limits.everyone ? limits : setLimit(limits, { kind: 'everyone' }, everyone)
  return {
    *[Symbol.iterator]() {
      for (const speaker of waiting) yield selectRowLimit(changed, speaker)
    },
  }
}

/** Computes the time that the rights of reply take which come before the list. */
export const computeTimeForReplies = (
  { limits, pace }: { readonly limits: Limits; readonly pace: Pick<SpeakingPace, 'handover' | 'share'> },
  { replies, repliesFirst }: { readonly replies: number; readonly repliesFirst: boolean },
): Millis => toMillis((repliesFirst ? replies : 0) * (limits.rightOfReply * pace.share + pace.handover))

/** Counts how many turns with these limits, one after the other, fit in the time left. */
export const countReached = (
  limits: Iterable<Millis>,
  left: Millis,
  { handover, share }: Pick<SpeakingPace, 'handover' | 'share'>,
): number => {
  let free: number = left
  let count = 0
  for (const limit of limits) {
    free -= limit * share + handover
    if (free < 0) return count
    count += 1
  }
  return count
}

/**
 * Returns the lowest and highest likely counts, for slow and for fast speakers. Both are the expected count while little has been observed.
 * They also are if the highest would be more than twice the lowest, because so wide a range forecasts nothing.
 */
export const countReachedRange = (
  limits: Iterable<Millis>,
  left: Millis,
  { handover, share, spread }: SpeakingPace,
): readonly [number, number] => {
  const [fast, slow] = boundShare(share, spread)
  const few = countReached(limits, left, { handover, share: slow })
  const many = countReached(limits, left, { handover, share: fast })
  if (many <= 2 * few) return [few, many]
  const expected = countReached(limits, left, { handover, share })
  return [expected, expected]
}

/**
 * Finds the longest limit for everyone at which all are heard. It is a multiple of 15 s, at least a minute and at most the current limit.
 */
export const findLimitForAll = (limits: Limits, waiting: readonly WaitingSpeaker[], left: Millis, pace: SpeakingPace): Millis => {
  const lowest = Math.min(minLimit, limits.everyone)
  const reachesAll = (limit: number) => countReached(applyLimit(limits, waiting, toMillis(limit)), left, pace) === waiting.length
  if (reachesAll(limits.everyone)) return limits.everyone
  let limit = Math.floor((limits.everyone - 1) / limitStep) * limitStep
  while (limit > lowest && !reachesAll(limit)) limit -= limitStep
  return toMillis(Math.max(lowest, limit))
}

export type LimitChoice = { readonly limit: Millis; readonly reachedCount: number; readonly reachesAll: boolean }

/** Lists the limits to choose from, the longest first: half as much again as `base`, `base` itself, two thirds of it and a third. */
export const listLimitParts = (base: Millis): readonly Millis[] => {
  const lowest = Math.min(minLimit, base)
  const rounded = (share: number) => Math.max(lowest, Math.round((base * share) / limitStep) * limitStep)
  return [...new Set([rounded(3 / 2), base, rounded(2 / 3), rounded(1 / 3)])].sort((a, b) => b - a).map(toMillis)
}

/** Says how many each of the parts of `base` reaches. The parts do not depend on the time left, so that no choice changes in place. */
export const listLimitChoices = (
  base: Millis,
  limits: Limits,
  waiting: readonly WaitingSpeaker[],
  left: Millis,
  pace: SpeakingPace,
): readonly LimitChoice[] =>
  listLimitParts(base).map((limit) => {
    const count = countReached(applyLimit(limits, waiting, limit), left, pace)
    return { limit, reachedCount: count, reachesAll: count === waiting.length }
  })

export type TimeWindow = { readonly likely: Instant; readonly from: Instant; readonly until: Instant }

/**
 * Estimates when a speaker gets the floor, given the limits of those ahead. The window goes from a fifth less to a tenth more than the time
 * that speakers are expected to use. It is wider if the spread is larger, and at least a minute wide.
 */
export const estimateWindow = (ahead: readonly Millis[], free: Instant, pace: SpeakingPace): TimeWindow => {
  const { handover, share, spread } = pace
  const limits = ahead.reduce((total, limit) => total + limit, 0)
  const at = (part: number) => computeStart({ free, places: ahead.length + 1, limits, handover, part })
  const [fast] = boundShare(share, Math.max(0.2, spread))
  const [, slow] = boundShare(share, Math.max(0.1, spread))
  const from = at(fast)
  return { likely: at(getLikelyPart(pace)), from, until: Math.max(at(slow), from + minLimit) as Instant }
}

type StartInputs = {
  readonly free: Instant
  readonly places: number
  readonly limits: number
  readonly handover: number
  readonly part: number
}

/** `part`: the part of the limits ahead that is used. */
const computeStart = ({ free, places, limits, handover, part }: StartInputs): Instant =>
  (free + places * handover + limits * Math.max(0, part)) as Instant

/** People mostly take a little less time than expected. */
const getLikelyPart = ({ share, spread }: SpeakingPace): number => Math.max(boundShare(share, Math.max(0.2, spread))[0], share - 0.05)

/** Lists when each of the speakers with these limits is likely to get the floor: the `likely` of the window of each. */
export const listLikelyStarts = (limits: Iterable<Millis>, free: Instant, pace: SpeakingPace): readonly Instant[] => {
  const starts: Instant[] = []
  let ahead = 0
  for (const limit of limits) {
    starts.push(computeStart({ free, places: starts.length + 1, limits: ahead, handover: pace.handover, part: getLikelyPart(pace) }))
    ahead += limit
  }
  return starts
}
