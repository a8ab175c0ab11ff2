/** The questions that a change touches, for the tables with a row for each question. */
import type { QuestionId } from '../../contract/ids.ts'
import type { Audience } from '../../contract/roles.ts'
import type { Change, Touched, Touches } from '../part.ts'

type OfQuestion = { readonly question: QuestionId }

/** Lists a question, those merged into it, and its host: its number of merged questions and its supporters may change. */
const listRelated = (id: QuestionId, { from, to }: Change): readonly (QuestionId | null | undefined)[] =>
  [from, to].flatMap(({ questions: { all, merged } }) => [id, all.get(id)?.mergedInto, ...(merged.get(id) ?? [])])

/** Adds the current question at both ends, because the room screen shows only that one. */
const listWithCurrent = (ids: readonly QuestionId[], change: Change): Touched => [
  ...ids.flatMap((id) => listRelated(id, change)),
  change.from.questions.current,
  change.to.questions.current,
]
const related = ({ question }: OfQuestion, change: Change) => listWithCurrent([question], change)

export const touchesOfQuestions: Touches<'questions', Audience> = {
  'questions.asked': ({ question }, change) => listWithCurrent([question.id], change),
  'questions.withdrawn': related,
  'questions.approved': related,
  'questions.declined': related,
  'questions.held': related,
  'questions.reopened': related,
  'questions.edited': related,
  'questions.labelled': related,
  'questions.merged': ({ into, question }, change) => listWithCurrent([into, question], change),
  'questions.unmerged': related,
  'questions.supported': ({ question }, change) => listRelated(question, change),
  'questions.unsupported': ({ question }, change) => listRelated(question, change),
  'questions.next-set': 'none',
  'questions.assigned': related,
  'questions.shown': related,
  'questions.unshown': related,
  'questions.answered': related,
  'questions.moved-to-queue': related,
  'questions.moderation-set': 'none',
  'questions.not-reached': ({ questions }, change) => listWithCurrent(questions, change),
  'questions.restored': ({ questions }, change) =>
    listWithCurrent(
      questions.map(({ id }) => id),
      change,
    ),
}
