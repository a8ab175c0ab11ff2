/** Answering a question. It is set as next, assigned, shown to be read, marked as answered, or moved to the queue. */

import { attributionRules } from '../../contract/enums.ts'
import type { EntryId, PersonId, QuestionId, TurnId } from '../../contract/ids.ts'
import { isAnswer, ordinaryKind } from '../../contract/kinds.ts'
import { maxTopicLength } from '../../contract/lengths.ts'
import { awaitsAnswer, isAnswered, isBeingAnswered, isOpenQuestion, isSupportable, isUnanswered } from '../../contract/question-statuses.ts'
import type { Question, questionCommands } from '../../contract/questions.ts'
import type { Context, Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { roleRules } from '../../contract/roles.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { truncate } from '../../kernel/text.ts'
import { freeFloor, makeLeaveEvent } from '../floor/free-floor.ts'
import { requireInSession, requireOpen } from '../phase-guards.ts'
import { checkRequest } from '../queue/eligibility.ts'
import { createEntry, toSpeaker } from '../queue/new-entry.ts'
import { separateMerged } from './merge.ts'
import { requireStatus } from './status.ts'

type AnswerCommandType =
  | 'questions.set-next'
  | 'questions.assign'
  | 'questions.show'
  | 'questions.unshow'
  | 'questions.mark-answered'
  | 'questions.move-to-queue'

export const answerDeciders: Pick<Deciders<typeof questionCommands>, AnswerCommandType> = {
  'questions.set-next': (state, { question }) => {
    if (state.questions.next === question) return noChange
    if (question === null) return accept<Event>({ type: 'questions.next-set', data: { question } })
    return requireStatus(state, question, awaitsAnswer, () => accept<Event>({ type: 'questions.next-set', data: { question } }))
  },

  'questions.assign': (state, { question, assignee }) =>
    requireInSession(state, () =>
      requireStatus(
        state,
        question,
        (one) => isUnanswered(one) || isAnswered(one),
        (existing) => {
          if (assignee !== null && !canAnswer(state, assignee)) return reject('no-such-person')
          return existing.assignee === assignee ? noChange : accept<Event>({ type: 'questions.assigned', data: { question, assignee } })
        },
      ),
    ),

  'questions.show': (state, { question, expectedCurrent }, { id }) =>
    requireOpen(state, () => {
      if (state.questions.current !== expectedCurrent) return reject('conflict')
      const { current, interrupted } = state.floor
      if (interrupted || (current && !isAnswer(current.kind))) return reject('floor-taken')
      return requireStatus(state, question, awaitsAnswer, () =>
        accept<Event>(
          ...(freeFloor(state) ?? []),
          { type: 'questions.shown', data: { question } },
          {
            type: 'floor.called',
            data: {
              turn: id as string as TurnId,
              kind: 'answer',
              entry: null,
              question,
              segment: state.agenda.current,
              limit: state.floor.limits.answer,
            },
          },
        ),
      )
    }),

  'questions.unshow': (state, { question }) =>
    requireStatus(state, question, isBeingAnswered, () =>
      accept<Event>({ type: 'questions.unshown', data: { question } }, ...leaveAnswerTurn(state, question)),
    ),

  'questions.mark-answered': (state, { question, answer }) =>
    requireStatus(state, question, isSupportable, () =>
      accept<Event>({ type: 'questions.answered', data: { question, answer } }, ...leaveAnswerTurn(state, question, answer === 'live')),
    ),

  'questions.move-to-queue': (state, { question }, context) =>
    requireInSession(state, () => requireStatus(state, question, isOpenQuestion, (existing) => moveToQueue(state, existing, context))),
}

const canAnswer = ({ people }: State, id: PersonId): boolean => {
  const person = people.all.get(id)
  return person !== undefined && roleRules[person.role].isOnPanel && !person.revoked
}

/** Ends the turn of the answer, even if a point of order interrupts it. `answered`: there was an answer, even if no clock was started. */
const leaveAnswerTurn = ({ floor }: State, question: QuestionId, answered = false): readonly Event[] =>
  [floor.current, floor.interrupted].flatMap((turn): Event[] =>
    turn?.question === question ? [answered ? { type: 'floor.ended', data: { turn: turn.id } } : makeLeaveEvent(turn)] : [],
  )

/** The author joins the queue as if they had asked for the floor when they asked the question. */
const moveToQueue = (state: State, { id: question, author, askedAt, text, number }: Question, { id, actor }: Context): EventDecision => {
  if (author === null) return reject('author-unknown')
  if (number > 0 && !attributionRules[state.session.questions.attribution].isPublic) return reject('author-hidden')
  const person = state.people.all.get(author.person)
  if (!person || person.revoked) return reject('no-such-person')
  const rejection = checkRequest(state, person.id, person.entity, ordinaryKind)
  if (rejection !== null) return reject(rejection)
  const entry = createEntry({
    id: id as string as EntryId,
    kind: ordinaryKind,
    speaker: toSpeaker(person),
    askedAt,
    sequence: state.queue.requests.length,
    requestChannel: author.channel,
    segment: state.agenda.current,
  })
  const topic = truncate(text.replace(/\n+/g, ' '), maxTopicLength)
  return accept<Event>(
    ...separateMerged(state, question),
    { type: 'questions.moved-to-queue', data: { question, by: actor.person as PersonId } },
    { type: 'queue.joined', data: { entry: { ...entry, topic } } },
  )
}
