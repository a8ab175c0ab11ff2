/** Asking and withdrawing. Before publication only the author and the staff know of a question. */

import type { PersonId, QuestionId } from '../../contract/ids.ts'
import type { Person } from '../../contract/people.ts'
import { isOpenQuestion } from '../../contract/question-statuses.ts'
import type { Author, Question, questionCommands } from '../../contract/questions.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, reject } from '../../kernel/decision.ts'
import { countGraphemesByPattern } from '../../kernel/grapheme-pattern.ts'
import { findActor } from '../actor.ts'
import { requireInSession } from '../phase-guards.ts'
import { digestReceipt, recordsAuthors } from './anonymity.ts'
import { separateMerged } from './merge.ts'
import { withQuestion } from './status.ts'

export const askDeciders: Pick<
  Deciders<typeof questionCommands>,
  'questions.ask' | 'questions.withdraw' | 'questions.withdraw-with-receipt'
> = {
  'questions.ask': (state, { text, receipt }, { actor, at, id }) =>
    requireInSession(state, () => {
      const asker = findActor(state, actor)
      if (!asker) return reject('no-such-person')
      const { length } = state.session.questions
      if (countGraphemesByPattern(text, length) > length) return reject('text-too-long')
      const question = id as string as QuestionId
      const recordsAuthor = recordsAuthors(state)
      if (recordsAuthor && hasReachedLimit(state, asker.id)) return reject('question-limit')
      if (!recordsAuthor && receipt === null) return reject('receipt-needed')
      const authorFields = {
        author: recordsAuthor ? toAuthor(asker) : null,
        receiptDigest: recordsAuthor || receipt === null ? null : digestReceipt(question, receipt),
      }
      return accept<Event>(
        {
          type: 'questions.asked',
          data: { question: { ...newQuestionFields, ...authorFields, id: question, text, segment: state.agenda.current, askedAt: at } },
        },
        ...(state.questions.moderation === 'none' ? [{ type: 'questions.approved', data: { question, by: null } } as const] : []),
      )
    }),

  'questions.withdraw': (state, { question }) => withQuestion(state, question, (own) => withdrawQuestion(state, own)),

  /** A wrong receipt and an unknown question get the same answer, so that nobody can test whether a question exists. */
  'questions.withdraw-with-receipt': (state, { question, receipt }) =>
    withQuestion(state, question, (own) =>
      own.receiptDigest === digestReceipt(question, receipt) ? withdrawQuestion(state, own) : reject('no-such-question'),
    ),
}

const toAuthor = ({ id, entity, group, channel }: Person): Author => ({ person: id, entity, group, channel })

const newQuestionFields: Omit<Question, 'id' | 'text' | 'segment' | 'askedAt' | 'author' | 'receiptDigest'> = {
  number: 0,
  original: null,
  tags: [],
  status: 'pending',
  reason: null,
  answer: null,
  mergedInto: null,
  statusBefore: null,
  assignee: null,
  lastAction: null,
  shownAt: null,
  closedAt: null,
}

const hasReachedLimit = ({ session, questions }: State, person: PersonId): boolean => {
  const { cap } = session.questions
  if (cap === null) return false
  const own = (questions.byAuthor.get(person) ?? []).flatMap((id) => questions.all.get(id) ?? [])
  return own.filter(isOpenQuestion).length >= cap
}

/** Possible until the answer begins. For a merged question, the answer of its host counts. */
const withdrawQuestion = (state: State, question: Question): EventDecision => {
  const { id, mergedInto } = question
  const answered = mergedInto === null ? question : state.questions.all.get(mergedInto)
  if (answered === undefined || !isOpenQuestion(answered)) return reject('wrong-status')
  return accept<Event>(...separateMerged(state, id), { type: 'questions.withdrawn', data: { question: id } })
}
