/** Previews of the remedies for lateness: the segments that lose time, and how much. */
import { type Remedy, remedies } from '../../contract/enums.ts'
import type { SegmentId } from '../../contract/ids.ts'
import type { Limits } from '../../contract/limits.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import { type Instant, type Millis, minutes, toMillis } from '../../kernel/time.ts'
import type { SpeakingPace } from '../floor/pace.ts'
import { applyLimit, countReached, findLimitForAll, type WaitingSpeaker } from '../queue/forecast.ts'
import type { ProgressView } from './parts.ts'
import { computeSegmentEnd, computeTimeline, countMinutesBehind, getLength } from './timeline.ts'

const minute = minutes(1)

export type RemedyEffect = {
  readonly remedy: Remedy
  readonly lengths: readonly { readonly segment: SegmentId; readonly from: Millis; readonly length: Millis }[]
  /** The new limit for everyone not yet called; null if it does not change. */
  readonly limit: Millis | null
  /** The part of the needed time that the remedy gains. In whole minutes, like `needed`. */
  readonly gained: Millis
  readonly needed: Millis
  /** The number of waiting speakers reached in the current segment: without the remedy, and with it. */
  readonly reached: { readonly without: number; readonly with: number }
}
type Change = Omit<RemedyEffect, 'remedy' | 'reached'>

type TimelineInput = {
  readonly plan: readonly PlannedSegment[]
  readonly progress: ProgressView
  readonly hardEnd: Instant
  readonly now: Instant
  /** When the speaker is likely to end. */
  readonly floorFree: Instant
}
type QueueInput = {
  readonly limits: Limits
  readonly waiting: readonly WaitingSpeaker[]
  readonly pace: SpeakingPace
  readonly free: Instant
}

/**
 * Finds the remedies that would help, each with its effect. The time needed is the lateness in whole minutes. Shorter interventions help
 * only if they reach more of those who wait, or still reach all of them.
 */
export const findRemedies = (time: TimelineInput, queue: QueueInput): readonly RemedyEffect[] => {
  const { plan, progress, now, floorFree } = time
  const late = countMinutesBehind(computeTimeline(plan, progress, now, null, floorFree))
  const index = plan.findIndex(({ id }) => id === progress.current)
  if (late < 1 || index === -1) return []
  const ahead = plan.slice(index + 1).filter(({ id }) => !progress.actual[id])
  const next = shortenSegments(ahead.slice(0, 1), progress, late)
  const later = shortenSegments(ahead, progress, late)
  const changes: Readonly<Record<Remedy, Change | null>> = {
    // Where the next segment alone can give time, both would take the same minutes from it.
    later: isSameChange(later, next) ? null : later,
    next,
    shorten: shortenInterventions(time, queue, late),
  }
  const nothing = { lengths: [], limit: null }
  return remedies
    .flatMap((remedy): readonly RemedyEffect[] => {
      const change = changes[remedy]
      if (change === null) return []
      const reached = { without: countReachedWith(time, queue, nothing), with: countReachedWith(time, queue, change) }
      return [{ remedy, ...change, reached }]
    })
    .filter(({ limit, reached }) => limit === null || reached.with > reached.without || reached.with === queue.waiting.length)
}

const isSameChange = (one: Change | null, other: Change | null): boolean =>
  one !== null &&
  other !== null &&
  one.lengths.length === other.lengths.length &&
  one.lengths.every(({ segment, length }, index) => other.lengths[index]?.segment === segment && other.lengths[index].length === length)

/** Computes the time left for those who wait, if the segments have these lengths. */
const computeTimeLeft = ({ plan, progress, hardEnd, now }: TimelineInput, free: Instant, lengths: Change['lengths']): Millis => {
  const changed = Object.fromEntries(lengths.map(({ segment, length }) => [segment, length]))
  const then = { ...progress, lengths: { ...progress.lengths, ...changed } }
  return toMillis(Math.max(0, computeSegmentEnd(plan, then, hardEnd, now) - free))
}

const countReachedWith = (
  time: TimelineInput,
  { limits, waiting, pace, free }: QueueInput,
  { lengths, limit }: Pick<Change, 'lengths' | 'limit'>,
): number => countReached(applyLimit(limits, waiting, limit ?? limits.everyone), computeTimeLeft(time, free, lengths), pace)

/** Counts the minutes that a segment can lose. It keeps at least half of its planned length, and at least a minute. */
const countSpareMinutes = (segment: PlannedSegment, progress: ProgressView): number =>
  Math.max(0, Math.floor((getLength(segment, progress) - Math.max(minute, segment.length / 2)) / minute))

/** Takes whole minutes in proportion to the lengths. No segment goes below its minimum. */
const shortenSegments = (from: readonly PlannedSegment[], progress: ProgressView, late: number): Change | null => {
  const parts = from.map((segment) => ({
    segment,
    length: getLength(segment, progress),
    spare: countSpareMinutes(segment, progress),
    gives: 0,
  }))
  let needed = Math.min(
    late,
    parts.reduce((total, part) => total + part.spare, 0),
  )
  const gained = needed
  while (needed > 0) {
    // The next minute comes from the segment that has lost least in proportion to its length.
    const open = parts.filter(({ gives, spare }) => gives < spare)
    const next = open.reduce((best, part) => ((part.gives + 1) / part.length < (best.gives + 1) / best.length ? part : best))
    next.gives += 1
    needed -= 1
  }
  if (gained === 0) return null
  return {
    lengths: parts
      .filter(({ gives }) => gives > 0)
      .map(({ segment, length, gives }) => ({ segment: segment.id, from: length, length: toMillis(length - gives * minute) })),
    limit: null,
    gained: toMillis(gained * minute),
    needed: toMillis(late * minute),
  }
}

/** Ends the current segment earlier by the minutes gained. A shorter limit lets everybody who is waiting in it still be heard. */
const shortenInterventions = (time: TimelineInput, { limits, waiting, pace, free }: QueueInput, late: number): Change | null => {
  const { plan, progress, now } = time
  const segment = plan.find(({ id }) => id === progress.current)
  if (!segment || waiting.length === 0) return null
  const length = getLength(segment, progress)
  const spent = now - (progress.actual[segment.id]?.startedAt ?? now)
  const gained = Math.min(late, Math.floor((length - Math.max(spent, minute)) / minute))
  if (gained < 1) return null
  const lengths = [{ segment: segment.id, from: length, length: toMillis(length - gained * minute) }]
  const limit = findLimitForAll(limits, waiting, computeTimeLeft(time, free, lengths), pace)
  if (limit >= limits.everyone) return null
  return { lengths, limit, gained: toMillis(gained * minute), needed: toMillis(late * minute) }
}
