import type { FloorState, Turn } from '../../contract/floor.ts'
import type { QuestionId, StepId } from '../../contract/ids.ts'
import type { QuestionsState } from '../../contract/questions.ts'
import type { Command, Context, Event, State } from '../../contract/registry.ts'
import type { CompensatingEvent, StepSummary, UndoableCommand } from '../../contract/steps.ts'
import type { Instant } from '../../kernel/time.ts'
import { toPersonId } from '../actor.ts'
import { takeFloorSnapshot } from '../floor/snapshot.ts'
import { takeQueueSnapshot } from '../queue/snapshot.ts'

export type UndoableStep = Extract<Command, { readonly type: UndoableCommand }>

/** Makes the event that records a step: what it was about, and the events that undo it. */
/** `events`: the events that led from `before` to `after`. */
export const recordStep = (
  command: UndoableStep,
  before: State,
  events: readonly Event[],
  after: State,
  { at, id, actor }: Context,
): Event => ({
  type: 'steps.taken',
  data: {
    step: id as string as StepId,
    ...summarizeStep(command, before, after),
    by: toPersonId(actor),
    undo: makeCompensatingEvents(before, events, after, at),
  },
})

const makeCompensatingEvents = (before: State, events: readonly Event[], after: State, at: Instant): readonly CompensatingEvent[] => [
  ...(before.session.phase === after.session.phase ? [] : makePhaseEvents(before)),
  ...(before.agenda === after.agenda ? [] : [makeAgendaEvent(before)]),
  ...(before.queue === after.queue ? [] : [{ type: 'queue.restored', data: takeQueueSnapshot(before.queue, after.queue) } as const]),
  ...(before.questions === after.questions ? [] : [makeQuestionsEvent(before.questions, events)]),
  ...(before.floor === after.floor ? [] : [{ type: 'floor.restored', data: takeFloorSnapshot(before.floor, after.floor, at) } as const]),
]

const makePhaseEvents = ({ session }: State): readonly CompensatingEvent[] =>
  session.phase === 'suspended' ? [{ type: 'session.suspended', data: {} }] : [{ type: 'session.resumed', data: {} }]

const makeAgendaEvent = ({ agenda: { current, actual, lengths, adjusted, suspendedAt } }: State): CompensatingEvent => ({
  type: 'agenda.restored',
  data: { current, actual, lengths, adjusted, suspendedAt },
})

/** Makes the event that restores the questions that the step changed. */
const makeQuestionsEvent = (before: QuestionsState, events: readonly Event[]): CompensatingEvent => {
  const changed = [...new Set(events.flatMap(listQuestions))].flatMap((id) => before.all.get(id) ?? [])
  return {
    type: 'questions.restored',
    data: {
      questions: changed.map(({ id, status, answer, shownAt, closedAt }) => ({ id, status, answer, shownAt, closedAt })),
      current: before.current,
      next: before.next,
    },
  }
}

const listQuestions = ({ type, data }: Event): readonly QuestionId[] =>
  type.startsWith('questions.') && 'question' in data && typeof data.question === 'string' ? [data.question] : []

/** Summarizes what the step was about: the entry that the command names, or the turn. */
const summarizeStep = ({ type, data }: UndoableStep, before: State, after: State): Omit<StepSummary, 'by'> => {
  const turn = findTurn(before.floor, after.floor)
  const isQueueCommand = type.startsWith('queue.')
  const namedEntry = 'entry' in data ? (before.queue.entries.get(data.entry) ?? before.queue.joint[data.entry]?.entry) : undefined
  return {
    commandType: type,
    speaker: (isQueueCommand ? namedEntry?.speaker : turn?.entry?.speaker) ?? null,
    question: isQueueCommand ? null : (turn?.question ?? null),
    segment: after.agenda.current,
  }
}

/** Finds the turn that now has the floor, or else the turn that the step ended. An interrupted turn that returns does not count. */
const findTurn = (before: FloorState, after: FloorState): Turn | null => {
  const hasReturned = after.current !== null && before.current !== null && after.current.id === before.interrupted?.id
  return hasReturned ? before.current : (after.current ?? before.current)
}
