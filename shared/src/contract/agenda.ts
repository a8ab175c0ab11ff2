/** The agenda: the plan, which does not change during the session, and the actual course of events. */
import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import { defineCommand, undoable } from './command.ts'
import { type Remedy, remedies } from './enums.ts'
import { duration, segmentIdSchema, turnIdSchema } from './field-schemas.ts'
import type { SegmentId } from './ids.ts'
import type { PlannedSegment } from './plan.ts'

export const agendaCommands = {
  'agenda.go': defineCommand(
    'Goes to a segment of the agenda. `expectedCurrent`: the segment that the sender sees as current; null before the first. `endsTurn`: the turn that the sender sees on the floor ends with this step, or its call is cancelled. Without it nothing moves while somebody has the floor.',
    z.strictObject({ to: segmentIdSchema, expectedCurrent: segmentIdSchema.nullable(), endsTurn: turnIdSchema.optional() }),
    undoable,
  ),
  'agenda.adjust': defineCommand(
    'Applies a remedy for lateness exactly as it was previewed: the lengths that count from now on and, for shorter interventions, the limit for everyone not yet called.',
    z.strictObject({
      remedy: z.enum(remedies),
      lengths: z
        .array(z.strictObject({ segment: segmentIdSchema, length: duration(60, 36_000) }))
        .min(1)
        .max(60),
      limit: duration(15, 3600).nullable(),
      expectedCurrent: segmentIdSchema,
      expectedLimit: duration(15, 3600),
    }),
    undoable,
  ),
}

/** Reasons why a command of this feature is refused. */
export const agendaRejections = ['no-such-segment'] as const

export type SegmentLengths = Readonly<Record<SegmentId, Millis>>

export type AgendaEvents = {
  'agenda.planned': { readonly segments: readonly PlannedSegment[]; readonly endsAt: Instant }
  'agenda.segment-started': { readonly segment: SegmentId }
  'agenda.segment-ended': { readonly segment: SegmentId }
  'agenda.adjusted': { readonly remedy: Remedy; readonly lengths: SegmentLengths }
  'agenda.suspended': { readonly _?: never }
  'agenda.resumed': { readonly _?: never }
  /** Undoes a step. */
  'agenda.restored': Pick<AgendaState, 'current' | 'actual' | 'lengths' | 'adjusted' | 'suspendedAt'>
}

/** Actual times of a segment that has started. When the session returns to a segment, `startedAt` remains the first start. */
export type ActualTimes = {
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** How long the session was suspended in this segment, without the current suspension. */
  readonly suspendedFor: Millis
  /** How long other segments ran before the session returned to this one. Absent if it never did. */
  readonly awayFor?: Millis
}

export type AgendaState = {
  readonly segments: readonly PlannedSegment[]
  readonly endsAt: Instant
  readonly current: SegmentId | null
  readonly actual: Readonly<Record<SegmentId, ActualTimes>>
  /** Lengths that replace the planned ones because a remedy was chosen. */
  readonly lengths: SegmentLengths
  /** The remedies chosen, the latest last. */
  readonly adjusted: readonly { readonly remedy: Remedy; readonly at: Instant }[]
  readonly suspendedAt: Instant | null
}
