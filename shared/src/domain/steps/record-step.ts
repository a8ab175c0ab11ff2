import type { UndoableIn } from '../../contract/command.ts'
import type { FloorState, Turn } from '../../contract/floor.ts'
import type { QuestionId, StepId } from '../../contract/ids.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import type { QueueRecall, QueueState } from '../../contract/queue.ts'
import { queueCommands } from '../../contract/queue-commands.ts'
import { type Command, type Context, type commands, type Event, type EventOf, isOfSlice, type State } from '../../contract/registry.ts'
import { findOpenTurn } from '../../contract/ruling.ts'
import type { CompensatingEvent, StepSummary } from '../../contract/steps.ts'
import { type FieldTable, listFieldsWith, takeFields } from '../../kernel/fields.ts'
import type { Instant } from '../../kernel/time.ts'
import { toPersonId } from '../actor.ts'
import { takeFloorSnapshot } from '../floor/snapshot.ts'
import { takeQueueSnapshot } from '../queue/snapshot.ts'

/** Every command that is declared undoable. One whose part of the state no step restores does not compile below. */
export type UndoableStep = Extract<Command, { readonly type: UndoableIn<typeof commands> }>

/**
 * Makes the event that records a step: its subject, and the events that undo it. `events`: those that led from `before` to `after`.
 * `beforeCall`: the queue directly before the call of the step, if that is not the one of `before`.
 */
export const recordStep = (
  command: UndoableStep,
  before: State,
  events: readonly Event[],
  after: State,
  { at, id, actor }: Context,
  beforeCall: QueueState | null,
): Event => ({
  type: 'steps.taken',
  data: {
    step: id as string as StepId,
    ...summarizeStep(command, before, after),
    by: toPersonId(actor),
    undo: makeCompensatingEvents(before, events, after, at),
    ...(beforeCall && { recall: takeFields(takeQueueSnapshot(beforeCall, after.queue), recallFields) }),
  },
})

const recallFields = ['left', 'changed', 'pins', 'first'] as const satisfies readonly (keyof QueueRecall)[]

const makeCompensatingEvents = (before: State, events: readonly Event[], after: State, at: Instant): readonly CompensatingEvent[] => [
  ...(before.session.phase === after.session.phase && before.session.until === after.session.until ? [] : makePhaseEvents(before, after)),
  ...(before.agenda === after.agenda ? [] : [makeAgendaEvent(before)]),
  ...(before.queue === after.queue ? [] : [{ type: 'queue.restored', data: takeQueueSnapshot(before.queue, after.queue) } as const]),
  ...(before.questions === after.questions ? [] : [makeQuestionsEvent(before.questions, events)]),
  ...(before.floor === after.floor ? [] : [{ type: 'floor.restored', data: takeFloorSnapshot(before.floor, after.floor, at) } as const]),
]

const makePhaseEvents = ({ session }: State, after: State): readonly CompensatingEvent[] => [
  ...(after.session.phase === 'closed' ? [{ type: 'session.reopened', data: {} } as const] : []),
  ...(session.phase === 'suspended' ? [{ type: 'session.suspended', data: session.until ? { until: session.until } : {} } as const] : []),
  ...(session.phase === 'planned' ? [{ type: 'session.unopened', data: {} } as const] : []),
  ...(session.phase === 'open' && after.session.phase === 'suspended' ? [{ type: 'session.resumed', data: {} } as const] : []),
]

const makeAgendaEvent = ({ agenda: { current, actual, lengths, adjusted, suspendedAt } }: State): CompensatingEvent => ({
  type: 'agenda.restored',
  data: { current, actual, lengths, adjusted, suspendedAt },
})

const restoredFields = listFieldsWith(
  {
    id: 'kept',
    number: 'kept',
    text: 'kept',
    original: 'kept',
    author: 'kept',
    receiptDigest: 'kept',
    segment: 'kept',
    tags: 'kept',
    askedAt: 'kept',
    status: 'restored',
    reason: 'kept',
    answer: 'restored',
    mergedInto: 'kept',
    statusBefore: 'kept',
    assignee: 'kept',
    lastAction: 'kept',
    shownAt: 'restored',
    closedAt: 'restored',
  } as const satisfies FieldTable<Question, 'restored' | 'kept'>,
  'restored',
)

/** Makes the event that restores the questions that the step changed. */
const makeQuestionsEvent = (before: QuestionsState, events: readonly Event[]): CompensatingEvent => {
  const changed = [...new Set(events.flatMap(listQuestions))].flatMap((id) => before.all.get(id) ?? [])
  return {
    type: 'questions.restored',
    data: {
      questions: changed.map((question) => takeFields(question, ['id', ...restoredFields])),
      current: before.current,
      next: before.next,
    },
  }
}

const listQuestions = (event: Event): readonly QuestionId[] => (isOfSlice(event, 'questions') ? listChanged(event) : [])

const listChanged = ({ type, data }: EventOf<'questions'>): readonly QuestionId[] => {
  switch (type) {
    case 'questions.asked':
      return [data.question.id]
    case 'questions.not-reached':
      return data.questions
    case 'questions.restored':
      return data.questions.map(({ id }) => id)
    case 'questions.moderation-set':
      return []
    default:
      return data.question === null ? [] : [data.question]
  }
}

/** Summarizes what the step was about: the entry that the command names, or the turn. */
const summarizeStep = ({ type, data }: UndoableStep, before: State, after: State): Omit<StepSummary, 'by'> => {
  const turn = findTurn(before.floor, after.floor)
  const isQueueCommand = type in queueCommands
  const namedEntry = 'entry' in data ? (before.queue.entries.get(data.entry) ?? before.queue.joint[data.entry]?.entry) : undefined
  const otherId = 'with' in data ? data.with : 'into' in data ? data.into : undefined
  const other = otherId && before.queue.entries.get(otherId)?.speaker
  return {
    commandType: type,
    speaker: (isQueueCommand ? namedEntry?.speaker : turn?.entry?.speaker) ?? null,
    question: isQueueCommand ? null : (turn?.question ?? null),
    segment: after.agenda.current,
    ...(other && { other }),
    ...(before.floor.limits.everyone !== after.floor.limits.everyone && { setsLimit: true }),
  }
}

/** Finds the turn that now has the floor, or else the turn that the step ended. An interrupted turn that returns does not count. */
const findTurn = (before: FloorState, after: FloorState): Turn | null => {
  const hasReturned = after.current !== null && before.current !== null && after.current.id === before.interrupted?.id
  return hasReturned ? before.current : (after.current ?? findOpenTurn(before))
}
