/** The last steps, for the staff. */

import type { QuestionId, SegmentId, StepId } from '../contract/ids.ts'
import type { StepSummary, UndoableCommand } from '../contract/steps.ts'
import type { Instant } from '../kernel/time.ts'
import { type SpeakerView, toSpeakerView } from './floor/parts.ts'
import { valuePart } from './part.ts'

export type StepSummaryView = {
  readonly commandType: UndoableCommand
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly at: Instant
}
export type StepView = StepSummaryView & { readonly id: StepId }
export type StepsView = { readonly taken: readonly StepView[]; readonly undone: StepSummaryView | null }

export const stepParts = {
  steps: valuePart(
    ['staff'],
    ['steps'],
    ({ steps: { taken, undone } }): StepsView => ({
      taken: taken.map((step) => ({ id: step.id, ...toStepSummary(step) })),
      undone: undone && toStepSummary(undone),
    }),
  ),
}

const toStepSummary = ({ commandType, speaker, question, segment, at }: StepSummary & { readonly at: Instant }): StepSummaryView => ({
  commandType,
  speaker: toSpeakerView(speaker),
  question,
  segment,
  at,
})
