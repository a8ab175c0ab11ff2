/** The agenda: what was planned, which never changes, and what happened. */
import { z } from 'zod'
import type { SegmentId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { segmentId } from './fields.ts'
import type { PlannedSegment } from './plan.ts'

export const agendaCommands = {
  /** Go to a segment; `expectedCurrent` is the one that the driver sees as current, null before the first. */
  'agenda.go': z.strictObject({ to: segmentId, expectedCurrent: segmentId.nullable() }),
}

export type AgendaEvents = {
  'agenda.planned': { readonly segments: readonly PlannedSegment[]; readonly endsAt: Instant }
  'agenda.began': { readonly segment: SegmentId }
  'agenda.ended': { readonly segment: SegmentId }
}

/** Actual times of a segment that has been reached. A segment that is returned to keeps its first beginning. */
export type Held = { readonly beganAt: Instant; readonly endedAt: Instant | null }

export type AgendaState = {
  readonly segments: readonly PlannedSegment[]
  readonly endsAt: Instant
  readonly current: SegmentId | null
  readonly held: Readonly<Record<SegmentId, Held>>
}
