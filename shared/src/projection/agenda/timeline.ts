/** The agenda against the clock: what was planned, what happened, what is likely. Running never rewrites the plan. */
import type { PlannedSegment } from '../../contract/plan.ts'
import { between, type Instant, type Millis, millisOf, plus } from '../../kernel/time.ts'
import type { ProgressView } from './parts.ts'

export type TimelineSegment = {
  readonly segment: PlannedSegment
  readonly standing: 'done' | 'current' | 'ahead'
  /** Reckoned with: as planned, unless a remedy was chosen. */
  readonly length: Millis
  readonly beganAt: Instant | null
  readonly endedAt: Instant | null
  readonly likelyStart: Instant
  readonly likelyEnd: Instant
}
export type Timeline = {
  readonly segments: readonly TimelineSegment[]
  readonly likelyEnd: Instant
  /** Later than the plan's own end by this much; negative when ahead of it. */
  readonly behind: Millis
}

/** As planned, or as a remedy has made it. */
export const lengthOf = ({ id, length }: PlannedSegment, { lengths }: Pick<ProgressView, 'lengths'>): Millis => lengths[id] ?? length

export const timelineAt = (plan: readonly PlannedSegment[], progress: ProgressView, now: Instant): Timeline => {
  const segments: TimelineSegment[] = []
  let free: Instant | null = null
  for (const segment of plan) {
    const held = progress.held[segment.id]
    const current = progress.current === segment.id
    const length = lengthOf(segment, progress)
    const begins: Instant = held?.beganAt ?? later(free ?? segment.startsAt, now)
    const full = plus(begins, millisOf(length + suspended(progress, segment, now)))
    const likelyEnd = held && !current ? (held.endedAt ?? full) : later(full, now)
    segments.push({
      segment,
      length,
      likelyStart: begins,
      likelyEnd,
      standing: current ? 'current' : held ? 'done' : 'ahead',
      beganAt: held?.beganAt ?? null,
      endedAt: current ? null : (held?.endedAt ?? null),
    })
    free = likelyEnd
  }
  const last = plan.at(-1)
  const planned = last ? plus(last.startsAt, last.length) : now
  const likelyEnd = free ?? now
  return { segments, likelyEnd, behind: between(planned, likelyEnd) }
}

/** Time in which the session stood still is not a segment's. */
const suspended = ({ held, current, suspendedAt }: ProgressView, { id }: PlannedSegment, now: Instant): Millis =>
  millisOf((held[id]?.suspendedFor ?? 0) + (current === id && suspendedAt !== null ? Math.max(0, now - suspendedAt) : 0))

/** When the current segment should give way: its own length or hard end, as long as all that follows keeps its length before the session's. */
export const segmentEnd = (plan: readonly PlannedSegment[], progress: ProgressView, hardEnd: Instant, now: Instant): Instant => {
  const index = plan.findIndex(({ id }) => id === progress.current)
  const segment = plan[index]
  if (!segment) return hardEnd
  const began = progress.held[segment.id]?.beganAt ?? segment.startsAt
  const following = plan.slice(index + 1).reduce((total, one) => total + lengthOf(one, progress), 0)
  const own = began + lengthOf(segment, progress) + suspended(progress, segment, now)
  return Math.min(own, segment.endsBy ?? own, hardEnd - following) as Instant
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
