/** The agenda against the clock: what was planned, what happened, what is likely. The plan itself does not change. */
import type { PlannedSegment } from '../../contract/plan.ts'
import { addMillis, elapsed, type Instant, type Millis, minutes, toMillis, zeroMillis } from '../../kernel/time.ts'
import type { ProgressView } from './parts.ts'

export type TimelineSegment = {
  readonly segment: PlannedSegment
  /** `skipped`: the Chair went past it. Nothing is expected of it, unless the Chair goes back. */
  readonly status: 'done' | 'current' | 'ahead' | 'skipped'
  /** The planned length, unless a remedy has replaced it. */
  readonly length: Millis
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly likelyStart: Instant
  readonly likelyEnd: Instant
}
export type Timeline = {
  readonly segments: readonly TimelineSegment[]
  readonly likelyEnd: Instant
  /** How much later than planned the last segment is likely to end; negative if earlier. */
  readonly behind: Millis
}

/** Returns the planned length, unless a remedy has replaced it. */
export const getLength = ({ id, length }: PlannedSegment, { lengths }: Pick<ProgressView, 'lengths'>): Millis => lengths[id] ?? length

/**
 * `until`: when the suspended session is to be resumed. Nothing is expected before that. `free`: when the floor is free, if nothing
 * is suspended. The current segment does not end before its speaker does.
 */
export const computeTimeline = (
  plan: readonly PlannedSegment[],
  progress: ProgressView,
  now: Instant,
  until: Instant | null = null,
  free: Instant = now,
): Timeline => {
  const segments: TimelineSegment[] = []
  const resumed = progress.suspendedAt === null ? now : maxInstant(now, until ?? now)
  const here = plan.findIndex(({ id }) => id === progress.current)
  let begins: Instant | null = null
  for (const [index, segment] of plan.entries()) {
    const actual = progress.actual[segment.id]
    const status = getStatus(index, here, actual !== undefined)
    const length = getLength(segment, progress)
    if (status === 'skipped') {
      const [likelyStart, likelyEnd] = [segment.startsAt, addMillis(segment.startsAt, length)]
      segments.push({ segment, length, likelyStart, likelyEnd, status, startedAt: null, endedAt: null })
      continue
    }
    const likelyStart: Instant = actual && status !== 'ahead' ? actual.startedAt : maxInstant(begins ?? segment.startsAt, resumed)
    const full = addMillis(likelyStart, status === 'ahead' ? computeRest(segment, progress) : computeSpan(segment, progress, resumed))
    const likelyEnd =
      status === 'done' ? (actual?.endedAt ?? full) : status === 'current' ? maxInstant(full, addMillis(resumed, elapsed(now, free))) : full
    segments.push({
      segment,
      length,
      likelyStart,
      likelyEnd,
      status,
      startedAt: actual?.startedAt ?? null,
      endedAt: status === 'current' ? null : (actual?.endedAt ?? null),
    })
    begins = likelyEnd
  }
  const last = plan.at(-1)
  const planned = last ? addMillis(last.startsAt, last.length) : now
  const likelyEnd = begins ?? now
  return { segments, likelyEnd, behind: elapsed(planned, likelyEnd) }
}

/** `here`: the index of the current segment, or -1. */
const getStatus = (index: number, here: number, wasTaken: boolean): TimelineSegment['status'] => {
  if (index === here) return 'current'
  if (here !== -1 && index > here) return 'ahead'
  return wasTaken ? 'done' : here === -1 ? 'ahead' : 'skipped'
}

/** The delay in whole minutes, the same on every page and for the remedies. Less than a minute is no delay. Negative if the session is early. */
export const countMinutesBehind = ({ behind }: Pick<Timeline, 'behind'>): number => Math.trunc(behind / minutes(1))

/** Computes the time from the first start of a segment during which it did not run: suspensions, and while another segment ran. */
const computeStoodStill = ({ actual, current, suspendedAt }: ProgressView, { id }: PlannedSegment, now: Instant): number =>
  (actual[id]?.suspendedFor ?? 0) +
  (actual[id]?.awayFor ?? 0) +
  (current === id && suspendedAt !== null ? Math.max(0, now - suspendedAt) : 0)

/** Computes the time from the first start of a segment until its whole length has run. */
const computeSpan = (segment: PlannedSegment, progress: ProgressView, now: Instant): Millis =>
  toMillis(getLength(segment, progress) + computeStoodStill(progress, segment, now))

/** Computes what is left of the length of a segment that is still to come, also when it was left for an earlier one. */
const computeRest = (segment: PlannedSegment, progress: ProgressView): Millis => {
  const times = progress.actual[segment.id]
  const spent = times?.endedAt == null ? 0 : times.endedAt - times.startedAt - computeStoodStill(progress, segment, times.endedAt)
  return toMillis(Math.max(0, getLength(segment, progress) - spent))
}

/**
 * Computes when the current segment should end: at its own length or hard stop, or earlier for the later segments. It keeps half of its
 * length, or its share of the time until the hard end if that is less. `gained`: the time that it gets beyond its own length.
 */
export const computeSegmentEnd = (
  plan: readonly PlannedSegment[],
  progress: ProgressView,
  hardEnd: Instant,
  now: Instant,
  gained: Millis = zeroMillis,
): Instant => {
  const index = plan.findIndex(({ id }) => id === progress.current)
  const segment = plan[index]
  if (!segment) return hardEnd
  const length = getLength(segment, progress)
  const begins = (progress.actual[segment.id]?.startedAt ?? segment.startsAt) + computeStoodStill(progress, segment, now)
  const following = plan.slice(index + 1).reduce((total, one) => total + computeRest(one, progress), 0)
  const share = (length * (hardEnd - begins)) / (length + following)
  const kept = share <= 0 ? hardEnd : begins + Math.min(length / 2, share)
  const ownEnd = begins + length + gained
  return Math.floor(Math.min(ownEnd, segment.endsBy ?? ownEnd, Math.max(hardEnd - following, kept))) as Instant
}

const maxInstant = (a: Instant, b: Instant): Instant => (a > b ? a : b)
