/** What was done last, for those who drive. */

import type { QuestionId, SegmentId, StepId } from '../contract/ids.ts'
import type { CommandType } from '../contract/registry.ts'
import type { StepWords } from '../contract/steps.ts'
import type { Instant } from '../kernel/time.ts'
import { type SpeakerView, speakerView } from './floor/parts.ts'
import { audiencePart } from './part.ts'

export type ActView = {
  readonly what: CommandType
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly at: Instant
}
export type StepView = ActView & { readonly id: StepId }
export type StepsView = { readonly taken: readonly StepView[]; readonly undone: ActView | null }

export const stepParts = {
  steps: audiencePart<StepsView>(['steps'], ({ steps: { taken, undone } }, audience) =>
    audience === 'staff' ? { taken: taken.map((step) => ({ id: step.id, ...act(step) })), undone: undone && act(undone) } : undefined,
  ),
}

const act = ({ what, speaker, question, segment, at }: StepWords & { readonly at: Instant }): ActView => ({
  what,
  speaker: speakerView(speaker),
  question,
  segment,
  at,
})
