/** The last steps, for the staff. */

import { isStepFinal } from '../contract/final-steps.ts'
import type { FloorState } from '../contract/floor.ts'
import type { PersonId, QuestionId, SegmentId, StepId } from '../contract/ids.ts'
import type { Step, StepSummary, UndoableCommand } from '../contract/steps.ts'
import { type Instant, type Millis, toMillis } from '../kernel/time.ts'
import { type SpeakerView, toSpeakerView } from './floor/parts.ts'
import { memoize } from './memo.ts'
import { listPart, staffOnly, valuePart } from './part.ts'

export type StepSummaryView = {
  readonly commandType: UndoableCommand
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly by: PersonId
  readonly at: Instant
  /** The second request of a step about two. Null for all other steps. */
  readonly other: SpeakerView | null
  /** True if the step changed the limit for everyone. */
  readonly setsLimit: boolean
}
export type StepView = StepSummaryView & {
  readonly id: StepId
  /** By how much the step changed the time of a turn. Null for all other steps, and if it is no longer known. */
  readonly added: Millis | null
  /** The limit for everyone that the step set. Null for all other steps, and if it set another limit. */
  readonly limit: Millis | null
  /** True if the step also ended a turn. Only for steps that may or may not end one. */
  readonly ended: boolean
}

export const stepParts = {
  /** A list, because each step is added at the end and changes none before it. */
  steps: listPart(
    'The last ten steps of the staff, the latest last.',
    staffOnly,
    ['steps', 'floor'],
    ({ steps, floor }): readonly StepView[] => projectSteps(steps.taken, floor),
  ),
  finalStep: valuePart(
    'The last step, if it can no longer be undone, because a person has answered it: declined the call, or withdrawn the request or the question.',
    staffOnly,
    ['steps', 'floor', 'queue', 'questions'],
    (state): StepId | null => {
      const last = state.steps.taken.at(-1)
      return last && isStepFinal(state, last) ? last.id : null
    },
  ),
  undoneStep: valuePart(
    'The step that was undone last.',
    staffOnly,
    ['steps'],
    ({ steps }): StepSummaryView | null => steps.undone && toStepSummary(steps.undone),
  ),
}

/** Returns the same view as long as neither the steps nor the values from the floor have changed. */
const lastViews = new WeakMap<readonly Step[], readonly StepView[]>()
const projectSteps = (taken: readonly Step[], floor: FloorState): readonly StepView[] => {
  const steps = taken.map((step, index) => ({
    id: step.id,
    added: findAddedTime(step, taken.slice(index + 1), floor),
    limit: findLimit(step, taken.slice(index + 1), floor),
    ended: hasEndedTurn(step, floor),
    ...toStepSummary(step),
  }))
  const last = lastViews.get(taken)
  const isSame = ({ added, limit, ended }: StepView, index: number): boolean =>
    added === steps[index]?.added && limit === steps[index]?.limit && ended === steps[index]?.ended
  if (last?.every(isSame)) return last
  lastViews.set(taken, steps)
  return steps
}

const toStepSummary = memoize(
  ({ commandType, speaker, question, segment, by, at, other, setsLimit }: StepSummary & { readonly at: Instant }): StepSummaryView => ({
    commandType,
    speaker: toSpeakerView(speaker),
    question,
    segment,
    by,
    at,
    other: toSpeakerView(other ?? null),
    setsLimit: setsLimit === true,
  }),
)

/**
 * Computes the added time. A step stores the earlier floor. Its later limit is stored in the next step on the same turn, or is the current
 * one.
 */
const findAddedTime = (step: Step, later: readonly Step[], { current, interrupted }: FloorState): Millis | null => {
  const before = getTurnBefore(step)
  if (step.commandType !== 'floor.extend' || !before) return null
  const after = [...later.map(getTurnBefore), current, interrupted].find((turn) => turn?.id === before.id)
  return after ? toMillis(after.limit - before.limit) : null
}

/** Finds the limit in the same way: the next step that changed the floor stores it, or it is the current one. */
const findLimit = (step: Step, later: readonly Step[], floor: FloorState): Millis | null => {
  const before = step.commandType === 'floor.set-limit' || step.commandType === 'agenda.adjust' ? getFloorBefore(step) : undefined
  const { limits } = later.map(getFloorBefore).find((one) => one !== undefined) ?? floor
  return before === undefined || before.limits.everyone === limits.everyone ? null : limits.everyone
}

/** Steps that may end a turn besides. */
const mayEndTurn: ReadonlySet<UndoableCommand> = new Set<UndoableCommand>(['agenda.go', 'floor.call', 'floor.call-last', 'floor.give'])

/** True if the turn that had the floor before the step was the next to end. An interrupted turn ends later, after the point. */
const hasEndedTurn = (step: Step, { past }: FloorState): boolean => {
  const before = getFloorBefore(step)
  if (!before?.current || !mayEndTurn.has(step.commandType)) return false
  return past[before.pastCount]?.id === before.current.id
}

const getFloorBefore = ({ undo }: Step) => undo.flatMap((event) => (event.type === 'floor.restored' ? [event.data] : []))[0]
const getTurnBefore = (step: Step) => getFloorBefore(step)?.current ?? null
