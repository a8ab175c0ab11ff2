/** How events change the questions. */
import { Map as Table } from 'immutable'
import type { PersonId, QuestionId } from '../../contract/ids.ts'
import { awaitsAnswer } from '../../contract/question-statuses.ts'
import type { ModerationAction, Question, QuestionEvents, QuestionsState } from '../../contract/questions.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { Instant } from '../../kernel/time.ts'
import { leaveMergeGroup, mergeQuestion, separateQuestion } from './merge.ts'
import { changeQuestions, countSupporter, putQuestions } from './tallies.ts'

export const initialQuestions: QuestionsState = {
  all: Table(),
  moderation: 'before',
  publishedCount: 0,
  current: null,
  next: null,
  supporters: Table(),
  support: Table(),
  outcomes: {},
  bySupporter: Table(),
  byAuthor: Table(),
  merged: Table(),
}

export const questionEvolvers: Evolvers<QuestionsState, QuestionEvents> = {
  'questions.asked': (questions, { question }) => ({
    ...putQuestions(questions, [question]),
    byAuthor: question.author ? questions.byAuthor.update(question.author.person, [], (own) => [...own, question.id]) : questions.byAuthor,
  }),
  'questions.withdrawn': (questions, { question }) =>
    updateQuestion(leaveMergeGroup(questions, question), question, { status: 'withdrawn' }),
  'questions.approved': (questions, { question, by }, at) => {
    const number = questions.all.get(question)?.number || questions.publishedCount + 1
    const lastAction = by === null ? {} : { lastAction: makeModerationAction('approved', by, at) }
    return {
      ...updateQuestion(questions, question, { status: 'approved', number, ...lastAction }),
      publishedCount: Math.max(number, questions.publishedCount),
    }
  },
  'questions.declined': (questions, { question, reason, by }, at) =>
    updateQuestion(questions, question, { status: 'declined', reason, closedAt: at, lastAction: makeModerationAction('declined', by, at) }),
  'questions.held': (questions, { question, by }, at) =>
    updateQuestion(questions, question, { status: 'on-hold', lastAction: makeModerationAction('held', by, at) }),
  'questions.reopened': (questions, { question, by }, at) =>
    updateQuestion(questions, question, {
      status: 'pending',
      reason: null,
      closedAt: null,
      lastAction: makeModerationAction('reopened', by, at),
    }),
  'questions.edited': (questions, { question, text, by }, at) => {
    const existing = questions.all.get(question)
    const original = existing?.original ?? existing?.text ?? null
    return updateQuestion(questions, question, {
      text,
      original: text === original ? null : original,
      lastAction: makeModerationAction('edited', by, at),
    })
  },
  'questions.labelled': (questions, { question, segment, tags }) => updateQuestion(questions, question, { segment, tags }),
  'questions.merged': (questions, { into, question, by }, at) => mergeQuestion(questions, into, question, by, at),
  'questions.unmerged': (questions, { question }) => separateQuestion(questions, question),
  'questions.supported': (questions, { question, person, group }) => {
    const supporters = questions.supporters.update(question, Table(), (all) => all.set(person, group))
    const bySupporter = questions.bySupporter.update(person, [], (own) => [...own, question])
    return countSupporter(questions, { ...questions, supporters, bySupporter }, question, person)
  },
  'questions.unsupported': (questions, { question, person }) => {
    const supporters = questions.supporters.update(question, Table(), (all) => all.delete(person))
    const bySupporter = questions.bySupporter.update(person, [], (own) => own.filter((id) => id !== question))
    return countSupporter(questions, { ...questions, supporters, bySupporter }, question, person)
  },
  'questions.next-set': (questions, { question }) => ({ ...questions, next: question }),
  'questions.assigned': (questions, { question, assignee }) => updateQuestion(questions, question, { assignee }),
  'questions.shown': (questions, { question }, at) => ({
    ...updateQuestion(questions, question, { status: 'answering', shownAt: at }),
    current: question,
  }),
  'questions.unshown': (questions, { question }) => updateQuestion(questions, question, { status: 'approved' }),
  'questions.answered': (questions, { question, answer }, at) =>
    updateQuestion(questions, question, { status: 'answered', answer, closedAt: at }),
  'questions.moved-to-queue': (questions, { question, by }, at) =>
    updateQuestion(questions, question, {
      status: 'moved-to-queue',
      statusBefore: questions.all.get(question)?.status ?? null,
      closedAt: at,
      lastAction: makeModerationAction('moved-to-queue', by, at),
    }),
  'questions.moderation-set': (questions, { moderation }) => ({ ...questions, moderation }),
  'questions.not-reached': (questions, { questions: left }) =>
    clearStanding(
      changeQuestions(questions, left, ({ status }) => ({ status: 'not-reached', statusBefore: status })),
      left,
    ),
  'questions.restored': (questions, { questions: before, current, next }) => {
    const back = before.reduce((changed, { id, ...fields }) => updateQuestion(changed, id, fields), questions)
    const found = next === null ? undefined : back.all.get(next)
    const restoredNext = found && awaitsAnswer(found) ? found.id : null
    return { ...back, current, next: back.next ?? restoredNext }
  },
}

const makeModerationAction = (action: ModerationAction['action'], by: PersonId, at: Instant): ModerationAction => ({ action, by, at })

/** Applies changes. A question that gets a new status is no longer the next one or the one on the screen. */
const updateQuestion = (questions: QuestionsState, id: QuestionId, changes: Partial<Question>): QuestionsState => {
  const changed = changeQuestions(questions, [id], () => changes)
  return changes.status === undefined ? changed : clearStanding(changed, [id])
}

const clearStanding = (questions: QuestionsState, ids: readonly QuestionId[]): QuestionsState => ({
  ...questions,
  current: questions.current !== null && ids.includes(questions.current) ? null : questions.current,
  next: questions.next !== null && ids.includes(questions.next) ? null : questions.next,
})
