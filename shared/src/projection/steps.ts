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
  /** The step also ended a turn. Only for steps that need not. */
  readonly ended: boolean
}
export type StepsView = { readonly taken: readonly StepView[]; readonly undone: StepSummaryView | null }

export const stepParts = {
  steps: valuePart(['staff'], ['steps', 'floor'], ({ steps, floor }): StepsView => projectSteps(steps, floor)),
}

/** The same view as long as neither the steps nor what the floor tells about them has changed. */
const lastViews = new WeakMap<StepsState, StepsView>()
const projectSteps = (steps: StepsState, floor: FloorState): StepsView => {
  const effects = steps.taken.map((step, index) => {
    const later = steps.taken.slice(index + 1)
    return { added: findAddedTime(step, later, floor), ended: hasEndedTurn(step, floor) }
  })
  const last = lastViews.get(steps)
  if (last?.taken.every(({ added, ended }, index) => added === effects[index]?.added && ended === effects[index]?.ended)) return last
  const view = {
    taken: steps.taken.map((step, index) => ({ id: step.id, ...(effects[index] ?? noEffect), ...toStepSummary(step) })),
    undone: steps.undone && toStepSummary(steps.undone),
  }
  lastViews.set(steps, view)
  return view
}
const noEffect = { added: null, ended: false }

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

/** Whether the turn that had the floor before the step was the next to be over. One that was interrupted is over later, after the point. */
const hasEndedTurn = (step: Step, { past }: FloorState): boolean => {
  const before = getFloorBefore(step)
  if (!before?.current || (step.commandType !== 'floor.recognize' && step.commandType !== 'agenda.go')) return false
  return past[before.pastCount]?.id === before.current.id
}

const getFloorBefore = ({ undo }: Step) => undo.flatMap((event) => (event.type === 'floor.restored' ? [event.data] : []))[0]
const getTurnBefore = (step: Step) => getFloorBefore(step)?.current ?? null
