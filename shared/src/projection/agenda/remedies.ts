/** Previews of the remedies for lateness: which segments lose time, and how much. */
import type { Remedy } from '../../contract/enums.ts'
import type { SegmentId } from '../../contract/ids.ts'
import type { Limits } from '../../contract/limits.ts'
import type { PlannedSegment } from '../../contract/plan.ts'
import { type Instant, type Millis, minutes, toMillis } from '../../kernel/time.ts'
import type { SpeakingPace } from '../floor/pace.ts'
import { findLimitForAll, type WaitingSpeaker } from '../queue/forecast.ts'
import type { ProgressView } from './parts.ts'
import { computeSegmentEnd, computeTimeline, getLength } from './timeline.ts'

const minute = minutes(1)

export type RemedyEffect = {
  readonly remedy: Remedy
  readonly lengths: readonly { readonly segment: SegmentId; readonly from: Millis; readonly length: Millis }[]
  /** The new limit for everyone not yet called; null if it does not change. */
  readonly limit: Millis | null
  /** Time that the remedy gains of the time needed. Whole minutes, like `needed`. */
  readonly gained: Millis
  readonly needed: Millis
}

type TimelineInput = {
  readonly plan: readonly PlannedSegment[]
  readonly progress: ProgressView
  readonly hardEnd: Instant
  readonly now: Instant
}
type QueueInput = {
  readonly limits: Limits
  readonly waiting: readonly WaitingSpeaker[]
  readonly pace: SpeakingPace
  readonly free: Instant
}

/** The remedies that would help, each with its effect. The time needed is the lateness in whole minutes. */
export const findRemedies = (time: TimelineInput, queue: QueueInput): readonly RemedyEffect[] => {
  const { plan, progress, now } = time
  const late = Math.floor(computeTimeline(plan, progress, now).behind / minute)
  const index = plan.findIndex(({ id }) => id === progress.current)
  if (late < 1 || index === -1) return []
  const ahead = plan.slice(index + 1).filter(({ id }) => !progress.actual[id])
  const effects = [
    shortenSegments('later', ahead, progress, late),
    shortenSegments('next', ahead.slice(0, 1), progress, late),
    shortenInterventions(time, queue, late),
  ]
  return effects.filter((effect) => effect !== null)
}

/** A segment keeps at least half of its planned length, and at least a minute. */
const countSpareMinutes = (segment: PlannedSegment, progress: ProgressView): number =>
  Math.max(0, Math.floor((getLength(segment, progress) - Math.max(minute, segment.length / 2)) / minute))

/** Takes whole minutes in proportion to the lengths. No segment goes below its minimum. */
const shortenSegments = (remedy: Remedy, from: readonly PlannedSegment[], progress: ProgressView, late: number): RemedyEffect | null => {
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
    remedy,
    lengths: parts
      .filter(({ gives }) => gives > 0)
      .map(({ segment, length, gives }) => ({ segment: segment.id, from: length, length: toMillis(length - gives * minute) })),
    limit: null,
    gained: toMillis(gained * minute),
    needed: toMillis(late * minute),
  }
}

/** The current segment ends earlier by the minutes gained, and a shorter limit lets everybody who waits in it still be heard. */
const shortenInterventions = (
  { plan, progress, hardEnd, now }: TimelineInput,
  { limits, waiting, pace, free }: QueueInput,
  late: number,
): RemedyEffect | null => {
  const segment = plan.find(({ id }) => id === progress.current)
  if (!segment || waiting.length === 0) return null
  const length = getLength(segment, progress)
  const spent = now - (progress.actual[segment.id]?.startedAt ?? now)
  const gained = Math.min(late, Math.floor((length - Math.max(spent, minute)) / minute))
  if (gained < 1) return null
  const changed = { ...progress, lengths: { ...progress.lengths, [segment.id]: toMillis(length - gained * minute) } }
  const left = toMillis(Math.max(0, computeSegmentEnd(plan, changed, hardEnd, now) - free))
  const limit = findLimitForAll(limits, waiting, left, pace)
  if (limit >= limits.everyone) return null
  return {
    remedy: 'shorten',
    lengths: [{ segment: segment.id, from: length, length: toMillis(length - gained * minute) }],
    limit,
    gained: toMillis(gained * minute),
    needed: toMillis(late * minute),
  }
}
