/** Steps: the last actions of the staff, each with the events that undo it. */
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import type { AgendaEvents, agendaCommands } from './agenda.ts'
import type { UndoableIn } from './command.ts'
import { defineCommand, final } from './command.ts'
import { stepIdSchema } from './field-schemas.ts'
import type { FloorEvents, floorCommands } from './floor.ts'
import type { PersonId, QuestionId, SegmentId, StepId } from './ids.ts'
import type { QuestionEvents, questionCommands } from './questions.ts'
import type { QueueEvents, QueueRecall, Speaker } from './queue.ts'
import type { queueCommands } from './queue-commands.ts'
import type { SessionEvents, sessionCommands } from './session.ts'

export const stepCommands = {
  'steps.undo': defineCommand(
    'Undoes the last step. `step` is the step that the sender sees as the last.',
    z.strictObject({ step: stepIdSchema }),
    final,
  ),
}

type StepCommands = typeof sessionCommands & typeof agendaCommands & typeof floorCommands & typeof questionCommands & typeof queueCommands
export type UndoableCommand = UndoableIn<StepCommands>

type UndoEvents = Pick<SessionEvents, 'session.suspended' | 'session.resumed' | 'session.unopened' | 'session.reopened'> &
  Pick<AgendaEvents, 'agenda.restored'> &
  Pick<QueueEvents, 'queue.restored'> &
  Pick<QuestionEvents, 'questions.restored'> &
  Pick<FloorEvents, 'floor.restored'>
/** An event that undoes the effect of a step. */
export type CompensatingEvent = { [E in keyof UndoEvents]: { readonly type: E; readonly data: UndoEvents[E] } }[keyof UndoEvents]

/** The subject of a step, for "Started Speaker 07". */
export type StepSummary = {
  readonly commandType: UndoableCommand
  readonly speaker: Speaker | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly by: PersonId
  /** The second request of a step about two. Absent for all other steps, and in earlier logs. */
  readonly other?: Speaker
  /** True if the step changed the limit for everyone. Absent otherwise, and in earlier logs. */
  readonly setsLimit?: true
}

type StepUndo = {
  /** The events that undo the step, recorded with it. */
  readonly undo: readonly CompensatingEvent[]
  /** The values before its call, if the step took an earlier call back first. Otherwise absent: then `undo` says it. Absent in earlier logs. */
  readonly recall?: QueueRecall
}

export type StepEvents = {
  'steps.taken': StepSummary & StepUndo & { readonly step: StepId }
  'steps.undone': { readonly step: StepId; readonly by: PersonId }
}

export type Step = StepSummary & StepUndo & { readonly id: StepId; readonly at: Instant }

export type StepsState = {
  /** The last ten steps, the latest last. */
  readonly taken: readonly Step[]
  /** The step that was undone last, until another step is taken. */
  readonly undone: (StepSummary & { readonly at: Instant }) | null
}
