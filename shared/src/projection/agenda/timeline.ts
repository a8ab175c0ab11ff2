/** The agenda against the clock: what was planned, what happened, what is likely. The plan itself does not change. */
import type { PlannedSegment } from '../../contract/plan.ts'
import { addMillis, elapsed, type Instant, type Millis, toMillis } from '../../kernel/time.ts'
import type { ProgressView } from './parts.ts'

export type TimelineSegment = {
  readonly segment: PlannedSegment
  readonly status: 'done' | 'current' | 'ahead'
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

export const computeTimeline = (plan: readonly PlannedSegment[], progress: ProgressView, now: Instant): Timeline => {
  const segments: TimelineSegment[] = []
  let free: Instant | null = null
  for (const segment of plan) {
    const actual = progress.actual[segment.id]
    const current = progress.current === segment.id
    const length = getLength(segment, progress)
    const begins: Instant = actual?.startedAt ?? maxInstant(free ?? segment.startsAt, now)
    const full = addMillis(begins, toMillis(length + computeSuspendedTime(progress, segment, now)))
    const likelyEnd = actual && !current ? (actual.endedAt ?? full) : maxInstant(full, now)
    segments.push({
      segment,
      length,
      likelyStart: begins,
      likelyEnd,
      status: current ? 'current' : actual ? 'done' : 'ahead',
      startedAt: actual?.startedAt ?? null,
      endedAt: current ? null : (actual?.endedAt ?? null),
    })
    free = likelyEnd
  }
  const last = plan.at(-1)
  const planned = last ? addMillis(last.startsAt, last.length) : now
  const likelyEnd = free ?? now
  return { segments, likelyEnd, behind: elapsed(planned, likelyEnd) }
}

/** Computes the time during which the session was suspended. It does not count towards the length of the segment. */
const computeSuspendedTime = ({ actual, current, suspendedAt }: ProgressView, { id }: PlannedSegment, now: Instant): Millis =>
  toMillis((actual[id]?.suspendedFor ?? 0) + (current === id && suspendedAt !== null ? Math.max(0, now - suspendedAt) : 0))

/** Computes when the current segment should end: at its own length or hard stop, or earlier for the later segments. */
export const computeSegmentEnd = (plan: readonly PlannedSegment[], progress: ProgressView, hardEnd: Instant, now: Instant): Instant => {
  const index = plan.findIndex(({ id }) => id === progress.current)
  const segment = plan[index]
  if (!segment) return hardEnd
  const startedAt = progress.actual[segment.id]?.startedAt ?? segment.startsAt
  const following = plan.slice(index + 1).reduce((total, one) => total + getLength(one, progress), 0)
  const ownEnd = startedAt + getLength(segment, progress) + computeSuspendedTime(progress, segment, now)
  return Math.min(ownEnd, segment.endsBy ?? ownEnd, hardEnd - following) as Instant
}

const maxInstant = (a: Instant, b: Instant): Instant => (a > b ? a : b)
