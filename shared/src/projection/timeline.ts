/** The agenda against the clock: what was planned, what happened, what is likely. Running never rewrites the plan. */
import type { PlannedSegment } from '../contract/plan.ts'
import { between, type Instant, type Millis, plus } from '../kernel/time.ts'
import type { ProgressView } from './agenda.ts'

export type TimelineSegment = {
  readonly segment: PlannedSegment
  readonly standing: 'done' | 'current' | 'ahead'
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

export const timelineAt = (plan: readonly PlannedSegment[], progress: ProgressView, now: Instant): Timeline => {
  const segments: TimelineSegment[] = []
  let free: Instant | null = null
  for (const segment of plan) {
    const held = progress.held[segment.id]
    const current = progress.current === segment.id
    const begins: Instant = held?.beganAt ?? later(free ?? segment.startsAt, now)
    const full = plus(begins, segment.length)
    const likelyEnd = held && !current ? (held.endedAt ?? full) : later(full, now)
    segments.push({
      segment,
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

/** When the current segment should give way: its own length, as long as all that follows keeps its length before the hard end. */
export const segmentEnd = (plan: readonly PlannedSegment[], progress: ProgressView, hardEnd: Instant): Instant => {
  const index = plan.findIndex(({ id }) => id === progress.current)
  const segment = plan[index]
  if (!segment) return hardEnd
  const began = progress.held[segment.id]?.beganAt ?? segment.startsAt
  const following = plan.slice(index + 1).reduce((total, { length }) => total + length, 0)
  return Math.min(began + segment.length, hardEnd - following) as Instant
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
