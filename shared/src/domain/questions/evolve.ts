/** What becomes of questions: they are asked, decided, supported, merged, answered, and leave. */
import { Map as Table } from 'immutable'
import type { PersonId, QuestionId } from '../../contract/ids.ts'
import type { Decided, Question, QuestionEvents, QuestionsState } from '../../contract/questions.ts'
import type { Evolve } from '../../contract/registry.ts'
import type { Instant } from '../../kernel/time.ts'
import { gone, mergedInto, separatedFrom } from './merge.ts'

export const emptyQuestions: QuestionsState = {
  all: Table(),
  moderation: 'before',
  published: 0,
  current: null,
  next: null,
  supporters: Table(),
  supports: Table(),
  asked: Table(),
  merged: Table(),
}

export const questionsEvolve: Evolve<QuestionsState, QuestionEvents> = {
  'questions.asked': (questions, { question }) => ({
    ...questions,
    all: questions.all.set(question.id, question),
    asked: question.author ? questions.asked.update(question.author.person, [], (own) => [...own, question.id]) : questions.asked,
  }),
  'questions.withdrawn': (questions, { question }) => change(gone(questions, question), question, { status: 'withdrawn' }),
  'questions.approved': (questions, { question, by }, at) => {
    const number = questions.all.get(question)?.number || questions.published + 1
    const decided = by === null ? {} : { decided: decision('approved', by, at) }
    return { ...change(questions, question, { status: 'approved', number, ...decided }), published: Math.max(number, questions.published) }
  },
  'questions.declined': (questions, { question, reason, by }, at) =>
    change(questions, question, { status: 'declined', reason, settledAt: at, decided: decision('declined', by, at) }),
  'questions.held': (questions, { question, by }, at) =>
    change(questions, question, { status: 'on-hold', decided: decision('held', by, at) }),
  'questions.reopened': (questions, { question, by }, at) =>
    change(questions, question, { status: 'pending', reason: null, settledAt: null, decided: decision('reopened', by, at) }),
  'questions.edited': (questions, { question, text, by }, at) => {
    const was = questions.all.get(question)
    const original = was?.original ?? was?.text ?? null
    return change(questions, question, { text, original: text === original ? null : original, decided: decision('edited', by, at) })
  },
  'questions.labelled': (questions, { question, segment, tags }) => change(questions, question, { segment, tags }),
  'questions.merged': (questions, { into, question, by }, at) => mergedInto(questions, into, question, by, at),
  'questions.unmerged': (questions, { question }) => separatedFrom(questions, question),
  'questions.supported': (questions, { question, person, group }) => ({
    ...questions,
    supporters: questions.supporters.update(question, Table(), (all) => all.set(person, group)),
    supports: questions.supports.update(person, [], (own) => [...own, question]),
  }),
  'questions.unsupported': (questions, { question, person }) => ({
    ...questions,
    supporters: questions.supporters.update(question, Table(), (all) => all.delete(person)),
    supports: questions.supports.update(person, [], (own) => own.filter((id) => id !== question)),
  }),
  'questions.queued': (questions, { question }) => ({ ...questions, next: question }),
  'questions.put': (questions, { question, to }) => change(questions, question, { to }),
  'questions.shown': (questions, { question }, at) => ({
    ...change(questions, question, { status: 'answering', shownAt: at }),
    current: question,
  }),
  'questions.unshown': (questions, { question }) => change(questions, question, { status: 'approved' }),
  'questions.settled': (questions, { question, answer }, at) => change(questions, question, { status: 'answered', answer, settledAt: at }),
  'questions.left-for-floor': (questions, { question, by }, at) =>
    change(questions, question, { status: 'to-floor', settledAt: at, decided: decision('to-floor', by, at) }),
  'questions.moderated': (questions, { moderation }) => ({ ...questions, moderation }),
  'questions.not-reached': (questions, { questions: left }) =>
    left.reduce((changed, id) => change(changed, id, { status: 'not-reached', before: changed.all.get(id)?.status ?? null }), questions),
  'questions.restored': (questions, { questions: before, current, next }) => {
    const back = before.reduce((changed, { id, ...standing }) => change(changed, id, standing), questions)
    const follows = next !== null && back.all.get(next)?.status === 'approved' ? next : null
    return { ...back, current, next: back.next ?? follows }
  },
}

const decision = (what: Decided['what'], by: PersonId, at: Instant): Decided => ({ what, by, at })

/** Whatever leaves the state in which it can be next or on the screen is so no more. */
const change = (questions: QuestionsState, id: QuestionId, changed: Partial<Question>): QuestionsState => {
  const found = questions.all.get(id)
  if (!found) return questions
  return {
    ...questions,
    all: questions.all.set(id, { ...found, ...changed }),
    current: questions.current === id && changed.status !== undefined ? null : questions.current,
    next: questions.next === id && changed.status !== undefined ? null : questions.next,
  }
}
