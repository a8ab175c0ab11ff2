/** The last steps of those who drive, each with what takes it back. */
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { stepId } from './field-schemas.ts'
import type { QuestionId, SegmentId, StepId } from './ids.ts'
import type { Speaker } from './queue.ts'
import type { CommandType, Event } from './registry.ts'

export const stepCommands = {
  /** Takes back the last step; `step` is the one that the driver sees as the last. */
  'steps.undo': z.strictObject({ step: stepId }),
}

/** What a step was about, for "Started Speaker 07". */
export type StepWords = {
  readonly what: CommandType
  readonly speaker: Speaker | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
}

export type StepEvents = {
  /** `undo`: the events that take it back, written down with it. */
  'steps.taken': StepWords & { readonly step: StepId; readonly undo: readonly Event[] }
  'steps.undone': { readonly step: StepId }
}

export type Step = StepWords & { readonly id: StepId; readonly at: Instant; readonly undo: readonly Event[] }

export type StepsState = {
  /** The last ten, the latest last. */
  readonly taken: readonly Step[]
  /** The step that was taken back last, until another is taken. */
  readonly undone: (StepWords & { readonly at: Instant }) | null
}
