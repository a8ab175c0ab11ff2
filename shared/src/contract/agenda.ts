/** The agenda: what was planned, which never changes, and what happened. */
import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import { type Remedy, remedies } from './enums.ts'
import { lengthOfTime, segmentId } from './field-schemas.ts'
import type { SegmentId } from './ids.ts'
import type { PlannedSegment } from './plan.ts'

export const agendaCommands = {
  /** Go to a segment; `expectedCurrent` is the one that the driver sees as current, null before the first. */
  'agenda.go': z.strictObject({ to: segmentId, expectedCurrent: segmentId.nullable() }),
  /**
   * What is done about being late, exactly as it was previewed: the lengths that are reckoned with from now on, and for shorter
   * interventions the limit for everyone not yet called.
   */
  'agenda.adjust': z.strictObject({
    remedy: z.enum(remedies),
    lengths: z
      .array(z.strictObject({ segment: segmentId, length: lengthOfTime(60, 36_000) }))
      .min(1)
      .max(60),
    limit: lengthOfTime(15, 3600).nullable(),
    expectedCurrent: segmentId,
    expectedLimit: lengthOfTime(15, 3600),
  }),
}

export type Lengths = Readonly<Record<SegmentId, Millis>>

export type AgendaEvents = {
  'agenda.planned': { readonly segments: readonly PlannedSegment[]; readonly endsAt: Instant }
  'agenda.began': { readonly segment: SegmentId }
  'agenda.ended': { readonly segment: SegmentId }
  'agenda.adjusted': { readonly remedy: Remedy; readonly lengths: Lengths }
  'agenda.suspended': { readonly _?: never }
  'agenda.resumed': { readonly _?: never }
  /** A step is taken back. */
  'agenda.restored': Pick<AgendaState, 'current' | 'held' | 'lengths' | 'adjusted' | 'suspendedAt'>
}

/** Actual times of a segment that has been reached. A segment that is returned to keeps its first beginning. */
export type Held = {
  readonly beganAt: Instant
  readonly endedAt: Instant | null
  /** How long the session was suspended in it, without the present suspension. */
  readonly suspendedFor: Millis
}

export type AgendaState = {
  readonly segments: readonly PlannedSegment[]
  readonly endsAt: Instant
  readonly current: SegmentId | null
  readonly held: Readonly<Record<SegmentId, Held>>
  /** Reckoned with instead of what was planned, where a remedy was chosen. */
  readonly lengths: Lengths
  /** The remedies chosen, the latest last. */
  readonly adjusted: readonly { readonly remedy: Remedy; readonly at: Instant }[]
  readonly suspendedAt: Instant | null
}
