/** Questions: asked and taken back by their authors. Before publication nobody but author and moderators is told. */

import type { PersonId, QuestionId } from '../../contract/ids.ts'
import type { Person } from '../../contract/people.ts'
import type { Author, Question, questionCommands } from '../../contract/questions.ts'
import type { Decide, Event, State } from '../../contract/registry.ts'
import { accept, type Decision, reject } from '../../kernel/decision.ts'
import { graphemes } from '../../kernel/text.ts'
import { actorIn } from '../people/register.ts'
import { whileMeeting } from '../phase-guards.ts'
import { keepsAuthors, proofOf } from './anonymity.ts'
import { answerDecide } from './answer.ts'
import { mergeDecide, withItsOwn } from './merge.ts'
import { moderationDecide } from './moderate.ts'
import { found, open } from './status.ts'
import { supportDecide } from './support.ts'

export const questionDecide: Decide<typeof questionCommands> = {
  'questions.ask': (state, { text, receipt }, { actor, at, id }) =>
    whileMeeting(state, () => {
      const asker = actorIn(state, actor)
      if (!asker) return reject('no-such-person')
      const { length } = state.session.questions
      if (graphemes(text, length) > length) return reject('text-too-long')
      const question = id as string as QuestionId
      const kept = keepsAuthors(state)
      if (kept && hasEnough(state, asker.id)) return reject('question-limit')
      if (!kept && receipt === null) return reject('receipt-needed')
      const whose = {
        author: kept ? authorOf(asker) : null,
        proof: kept || receipt === null ? null : proofOf(question, receipt),
      }
      return accept<Event>(
        {
          type: 'questions.asked',
          data: { question: { ...unheard, ...whose, id: question, text, segment: state.agenda.current, askedAt: at } },
        },
        ...(state.questions.moderation === 'none' ? [{ type: 'questions.approved', data: { question, by: null } } as const] : []),
      )
    }),

  'questions.withdraw': (state, { question }) => found(state, question, (own) => withdrawn(state, own)),

  /** To whoever cannot prove that it is theirs, there is no such question. */
  'questions.take-back': (state, { question, receipt }) =>
    found(state, question, (own) => (own.proof === proofOf(question, receipt) ? withdrawn(state, own) : reject('no-such-question'))),

  ...moderationDecide,
  ...mergeDecide,
  ...supportDecide,
  ...answerDecide,
}

const authorOf = ({ id, entity, group, channel }: Person): Author => ({ person: id, entity, group, channel })

const unheard: Omit<Question, 'id' | 'text' | 'segment' | 'askedAt' | 'author' | 'proof'> = {
  number: 0,
  original: null,
  tags: [],
  status: 'pending',
  reason: null,
  answer: null,
  into: null,
  before: null,
  to: null,
  decided: null,
  shownAt: null,
  settledAt: null,
}

const hasEnough = ({ session, questions }: State, person: PersonId): boolean => {
  const { cap } = session.questions
  if (cap === null) return false
  const own = (questions.asked.get(person) ?? []).filter((id) => open.includes(questions.all.get(id)?.status ?? 'withdrawn'))
  return own.length >= cap
}

/** Until its answer begins: its own, or that of the one that it is asked with. */
const withdrawn = (state: State, { id, status, into }: Question): Decision<Event> => {
  const standing = into === null ? status : state.questions.all.get(into)?.status
  if (standing === undefined || !open.includes(standing)) return reject('not-decided-here')
  return accept<Event>(...withItsOwn(state, id), { type: 'questions.withdrawn', data: { question: id } })
}
