/** A person's own questions, what they support, and what is put to them. */
import type { Answer, Decline } from '../../contract/enums.ts'
import type { PersonId, QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionStatus, QuestionsState } from '../../contract/questions.ts'
import type { Instant } from '../../kernel/time.ts'
import { personPart, remembered } from '../part.ts'
import { isPublished } from './visibility.ts'

export type MyQuestion = {
  readonly id: QuestionId
  readonly number: number
  readonly text: string
  /** As it was asked, where a moderator has changed it. */
  readonly original: string | null
  readonly status: QuestionStatus
  readonly reason: Decline | null
  /** Its own, or that of the one that it is asked with. */
  readonly answer: Answer | null
  /** The number of the one that it is asked with. */
  readonly into: number | null
  readonly askedAt: Instant
}

const none: readonly never[] = []

const alone = remembered(
  ({ id, number, text, original, status, reason, answer, askedAt }: Question): MyQuestion => ({
    id,
    number,
    text,
    original,
    status,
    reason,
    answer,
    into: null,
    askedAt,
  }),
)

/** A question that is not published is unknown to the author of another that is asked with it: theirs just waits. */
const withHost = (question: Question, host: Question | undefined): MyQuestion => {
  const own = alone(question)
  if (host && isPublished(host)) return { ...own, into: host.number, answer: host.answer }
  return { ...own, status: question.before === 'on-hold' ? 'on-hold' : 'pending' }
}

const mine = (question: Question, { all }: QuestionsState): MyQuestion =>
  question.into === null ? alone(question) : withHost(question, all.get(question.into))

const putTo = remembered((all: QuestionsState['all']): ReadonlyMap<PersonId, readonly QuestionId[]> => {
  const put = new Map<PersonId, QuestionId[]>()
  for (const question of all.values()) {
    if (question.to === null || !isPublished(question)) continue
    put.set(question.to, [...(put.get(question.to) ?? []), question.id])
  }
  return put
})

export const myQuestionParts = {
  myQuestions: personPart<readonly MyQuestion[]>(
    ['questions'],
    ({ questions }, { id }) =>
      questions.asked.get(id)?.flatMap((question) => {
        const found = questions.all.get(question)
        return found ? [mine(found, questions)] : []
      }) ?? none,
  ),
  mySupports: personPart<readonly QuestionId[]>(['questions'], ({ questions }, { id }) => questions.supports.get(id) ?? none),
  /** Of a panellist. */
  myPut: personPart<readonly QuestionId[]>(['questions'], ({ questions }, { id, role }) =>
    role === 'panellist' ? (putTo(questions.all).get(id) ?? none) : none,
  ),
}
