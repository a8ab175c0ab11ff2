/** Questions, as each audience may know them. Until it is published, a question exists for its author and the moderators only. */
import type { Decline } from '../contract/choices.ts'
import type { Answer, Question, QuestionStatus } from '../contract/questions.ts'
import type { Audience, Channel } from '../contract/roles.ts'
import type { GroupId, QuestionId, SegmentId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { audiencePart, personPart, remembered, type Rows, rows } from './part.ts'

export type QuestionRow = {
  readonly number: number
  readonly text: string
  /** Null where authors are hidden from the room. */
  readonly from: { readonly entity: string; readonly group: GroupId | null; readonly channel: Channel } | null
  readonly segment: SegmentId | null
  readonly status: QuestionStatus
  readonly support: { readonly total: number; readonly groups: readonly GroupId[] }
  readonly answer: Answer | null
  /** Of the desk and the Chair only. */
  readonly desk?: { readonly askedAt: Instant; readonly reason: Decline | null }
}

export type AnsweringView = { readonly current: QuestionId | null /** Staff and podium only. */; readonly next?: QuestionId | null }

export type MyQuestion = {
  readonly id: QuestionId
  readonly number: number
  readonly text: string
  readonly status: QuestionStatus
  readonly reason: Decline | null
  readonly answer: Answer | null
  readonly askedAt: Instant
}

const published: readonly QuestionStatus[] = ['approved', 'answering', 'answered', 'not-reached']
const isPublished = ({ number, status }: Question): boolean => number > 0 && published.includes(status)

const supportOf = ({ support }: Question): QuestionRow['support'] => {
  const counts = Object.entries(support) as [GroupId, number][]
  return {
    total: counts.reduce((total, [, count]) => total + count, 0),
    groups: counts
      .filter(([group, count]) => group !== ('' as GroupId) && count > 0)
      .map(([group]) => group)
      .sort(),
  }
}

const shown = (question: Question): Omit<QuestionRow, 'from'> => ({
  number: question.number,
  text: question.text,
  segment: question.segment,
  status: question.status,
  support: supportOf(question),
  answer: question.answer,
})
const fromOf = ({ entity, group, channel }: Question) => ({ entity, group, channel })

const namedRow = remembered((question: Question): QuestionRow => ({ ...shown(question), from: fromOf(question) }))
const hiddenRow = remembered((question: Question): QuestionRow => ({ ...shown(question), from: null }))
const staffRow = remembered(
  (question: Question): QuestionRow => ({
    ...shown(question),
    from: fromOf(question),
    desk: { askedAt: question.askedAt, reason: question.reason },
  }),
)

const onlyThese =
  (visible: (question: Question) => boolean, row: (question: Question) => QuestionRow) =>
  (question: Question): QuestionRow | null =>
    visible(question) ? row(question) : null

export const questionParts = {
  questions: audiencePart<Rows<QuestionId, QuestionRow>>(['questions', 'session'], ({ questions, session }, audience: Audience) => {
    if (audience === 'staff') return rows(questions.all.values(), staffRow)
    const row = session.questions.attribution === 'hidden' ? hiddenRow : namedRow
    if (audience === 'display') {
      const current = questions.current ? questions.all.get(questions.current) : undefined
      return rows(current ? [current] : [], onlyThese(isPublished, row))
    }
    return rows(questions.all.values(), onlyThese(isPublished, row))
  }),
  answering: audiencePart<AnsweringView>(['questions'], ({ questions: { current, next } }, audience) =>
    audience === 'staff' || audience === 'podium' ? { current, next } : { current },
  ),
}

const none: readonly never[] = []
const mine = remembered(
  ({ id, number, text, status, reason, answer, askedAt }: Question): MyQuestion => ({ id, number, text, status, reason, answer, askedAt }),
)

export const myQuestionParts = {
  myQuestions: personPart<readonly MyQuestion[]>(
    ['questions'],
    ({ questions }, { id }) =>
      questions.asked.get(id)?.flatMap((question) => {
        const found = questions.all.get(question)
        return found ? [mine(found)] : []
      }) ?? none,
  ),
  mySupports: personPart<readonly QuestionId[]>(['questions'], ({ questions }, { id }) => questions.supports.get(id) ?? none),
}
