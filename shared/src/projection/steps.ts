/** The last steps, for the staff. */

import type { FloorState } from '../contract/floor.ts'
import type { PersonId, QuestionId, SegmentId, StepId } from '../contract/ids.ts'
import type { Step, StepSummary, StepsState, UndoableCommand } from '../contract/steps.ts'
import { type Instant, type Millis, toMillis } from '../kernel/time.ts'
import { type SpeakerView, toSpeakerView } from './floor/parts.ts'
import { valuePart } from './part.ts'

export type StepSummaryView = {
  readonly commandType: UndoableCommand
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly by: PersonId
  readonly at: Instant
}
export type StepView = StepSummaryView & {
  readonly id: StepId
  /** By how much the step changed the time of a turn. Null for all other steps, and where it is no longer known. */
  readonly added: Millis | null
}
export type StepsView = { readonly taken: readonly StepView[]; readonly undone: StepSummaryView | null }

export const stepParts = {
  steps: valuePart(['staff'], ['steps', 'floor'], ({ steps, floor }): StepsView => projectSteps(steps, floor)),
}

/** The same view as long as neither the steps nor the times that they added have changed. */
const lastViews = new WeakMap<StepsState, StepsView>()
const projectSteps = (steps: StepsState, floor: FloorState): StepsView => {
  const added = steps.taken.map((step, index) => findAddedTime(step, steps.taken.slice(index + 1), floor))
  const last = lastViews.get(steps)
  if (last?.taken.every((step, index) => step.added === added[index])) return last
  const view = {
    taken: steps.taken.map((step, index) => ({ id: step.id, added: added[index] ?? null, ...toStepSummary(step) })),
    undone: steps.undone && toStepSummary(steps.undone),
  }
  lastViews.set(steps, view)
  return view
}

const toStepSummary = ({ commandType, speaker, question, segment, by, at }: StepSummary & { readonly at: Instant }): StepSummaryView => ({
  commandType,
  speaker: toSpeakerView(speaker),
  question,
  segment,
  by,
  at,
})

/** A step stores the floor as it was before. The limit after it is the one before the next step on the same turn, or the one of now. */
const findAddedTime = (step: Step, later: readonly Step[], { current, interrupted }: FloorState): Millis | null => {
  const before = getTurnBefore(step)
  if (step.commandType !== 'floor.extend' || !before) return null
  const after = [...later.map(getTurnBefore), current, interrupted].find((turn) => turn?.id === before.id)
  return after ? toMillis(after.limit - before.limit) : null
}

const getTurnBefore = ({ undo }: Step) => undo.flatMap((event) => (event.type === 'floor.restored' ? [event.data.current] : []))[0] ?? null
