/** A person's own questions, the questions that they support, and the questions assigned to them. */

import type { AnswerKind, DeclineReason } from '../../contract/enums.ts'
import type { PersonId, QuestionId } from '../../contract/ids.ts'
import { isInReview, type QuestionStatus } from '../../contract/question-statuses.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import { roleRules } from '../../contract/roles.ts'
import type { Instant } from '../../kernel/time.ts'
import { memoize } from '../memo.ts'
import { type Change, personPart, type Touched, type Touches } from '../part.ts'
import { isPublished } from './visibility.ts'

export type MyQuestion = {
  readonly id: QuestionId
  readonly number: number
  readonly text: string
  /** The text as it was asked, if a moderator has changed it. */
  readonly original: string | null
  readonly status: QuestionStatus
  readonly reason: DeclineReason | null
  /** The answer to this question, or to the question that it is merged into. */
  readonly answer: AnswerKind | null
  /** The number of the question that it is merged into. */
  readonly mergedInto: number | null
  readonly askedAt: Instant
}

const emptyList: readonly never[] = []

const toMyQuestion = memoize(
  ({ id, number, text, original, status, reason, answer, askedAt }: Question): MyQuestion => ({
    id,
    number,
    text,
    original,
    status,
    reason,
    answer,
    mergedInto: null,
    askedAt,
  }),
)

/** Adds the host of a merged question. Its author does not learn of an unpublished host: for them, their question is still waiting. */
const applyHost = (question: Question, host: Question | undefined): MyQuestion => {
  const own = toMyQuestion(question)
  if (host && isPublished(host)) return { ...own, mergedInto: host.number, answer: host.answer }
  const { statusBefore: status } = question
  return { ...own, status: status !== null && isInReview({ status }) ? status : 'pending' }
}

const projectMyQuestion = (question: Question, { all }: QuestionsState): MyQuestion =>
  question.mergedInto === null ? toMyQuestion(question) : applyHost(question, all.get(question.mergedInto))

const groupByAssignee = memoize((all: QuestionsState['all']): ReadonlyMap<PersonId, readonly QuestionId[]> => {
  const assigned = new Map<PersonId, QuestionId[]>()
  for (const question of all.values()) {
    if (question.assignee === null || !isPublished(question)) continue
    assigned.set(question.assignee, [...(assigned.get(question.assignee) ?? []), question.id])
  }
  return assigned
})

/** Lists the authors of a question and of those merged into it, who see its number and its answer. Also lists the assignees. */
const listInvolved = (id: QuestionId, { from, to }: Change): readonly (PersonId | null | undefined)[] =>
  [from, to].flatMap(({ questions: { all, merged } }) =>
    [id, ...(merged.get(id) ?? [])].flatMap((one) => {
      const question = all.get(one)
      return question ? [question.author?.person, question.assignee] : []
    }),
  )
const involved = ({ question }: { readonly question: QuestionId }, change: Change) => listInvolved(question, change)
const listAllInvolved = (ids: readonly QuestionId[], change: Change): Touched => ids.flatMap((id) => listInvolved(id, change))
const supporter = ({ person }: { readonly person: PersonId }): Touched => [person]

const concernsOfQuestions: Touches<'questions'> = {
  'questions.asked': ({ question }) => [question.author?.person],
  'questions.withdrawn': involved,
  'questions.approved': involved,
  'questions.declined': involved,
  'questions.held': involved,
  'questions.reopened': involved,
  'questions.edited': involved,
  'questions.labelled': involved,
  'questions.merged': involved,
  'questions.unmerged': involved,
  'questions.supported': supporter,
  'questions.unsupported': supporter,
  'questions.next-set': 'none',
  'questions.assigned': involved,
  'questions.shown': involved,
  'questions.unshown': involved,
  'questions.answered': involved,
  'questions.moved-to-queue': involved,
  'questions.moderation-set': 'none',
  'questions.not-reached': ({ questions }, change) => listAllInvolved(questions, change),
  'questions.restored': ({ questions }, change) =>
    listAllInvolved(
      questions.map(({ id }) => id),
      change,
    ),
}

export const myQuestionParts = {
  myQuestions: personPart<readonly MyQuestion[]>(
    'The questions that the person asked.',
    { questions: concernsOfQuestions },
    ({ questions }, { id }) =>
      questions.byAuthor.get(id)?.flatMap((question) => {
        const found = questions.all.get(question)
        return found ? [projectMyQuestion(found, questions)] : []
      }) ?? emptyList,
  ),
  mySupports: personPart<readonly QuestionId[]>(
    'The questions that the person supports.',
    { questions: concernsOfQuestions },
    ({ questions }, { id }) => questions.bySupporter.get(id) ?? emptyList,
  ),
  assignedToMe: personPart<readonly QuestionId[]>(
    'The questions assigned to the person. Only for panellists.',
    { questions: concernsOfQuestions },
    ({ questions }, { id, role }) => (roleRules[role].isOnPanel ? (groupByAssignee(questions.all).get(id) ?? emptyList) : emptyList),
  ),
}
