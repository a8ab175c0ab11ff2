/** Counts that are kept while questions change: the number of questions by outcome, and of supporters by question. */

import type { GroupId, PersonId, QuestionId } from '../../contract/ids.ts'
import { type CountedOutcome, getOutcome, isMerged } from '../../contract/question-statuses.ts'
import type { Question, QuestionsState, SupportCount } from '../../contract/questions.ts'

/** Stores new or changed questions. Everything that changes a question goes through this function. */
export const putQuestions = (questions: QuestionsState, changed: readonly Question[]): QuestionsState => {
  const changes = new Map<CountedOutcome, number>()
  const count = (outcome: CountedOutcome, by: number) => changes.set(outcome, (changes.get(outcome) ?? 0) + by)
  const all = questions.all.withMutations((table) => {
    for (const question of changed) {
      const was = table.get(question.id)
      if (was) count(getOutcome(was), -1)
      count(getOutcome(question), 1)
      table.set(question.id, question)
    }
  })
  return { ...questions, all, outcomes: addCounts(questions.outcomes, changes) }
}

export const changeQuestions = (
  questions: QuestionsState,
  ids: readonly QuestionId[],
  getChanges: (was: Question) => Partial<Question>,
): QuestionsState =>
  putQuestions(
    questions,
    ids.flatMap((id) => {
      const was = questions.all.get(id)
      return was ? [{ ...was, ...getChanges(was) }] : []
    }),
  )

/** Returns the same object if no count has changed. */
const addCounts = (outcomes: QuestionsState['outcomes'], changes: ReadonlyMap<CountedOutcome, number>): QuestionsState['outcomes'] => {
  const different = [...changes].filter(([, by]) => by !== 0)
  if (different.length === 0) return outcomes
  return { ...outcomes, ...Object.fromEntries(different.map(([outcome, by]) => [outcome, (outcomes[outcome] ?? 0) + by])) }
}

const noSupport: SupportCount = { total: 0, groups: {} }

/** Lists the questions whose supporters count for this one, which comes first. */
const listCounted = ({ all, merged }: QuestionsState, id: QuestionId): readonly QuestionId[] => {
  const question = all.get(id)
  return question && isMerged(question) ? [id] : [id, ...(merged.get(id) ?? [])]
}

/** Returns the group with which a person counts for this question. Undefined if they do not count. */
const findGroup = (questions: QuestionsState, id: QuestionId, person: PersonId): GroupId | null | undefined => {
  for (const counted of listCounted(questions, id)) {
    const group = questions.supporters.get(counted)?.get(person)
    if (group !== undefined) return group
  }
  return undefined
}

/** Counts one person for this question with `to` instead of `from`. */
const recountPerson = (count: SupportCount, from: GroupId | null | undefined, to: GroupId | null | undefined): SupportCount => {
  if (from === to) return count
  const groups = { ...count.groups }
  if (from != null) groups[from] = (groups[from] ?? 0) - 1
  if (from != null && groups[from] === 0) delete groups[from]
  if (to != null) groups[to] = (groups[to] ?? 0) + 1
  return { total: count.total + Number(to !== undefined) - Number(from !== undefined), groups }
}

const putSupport = (questions: QuestionsState, id: QuestionId, count: SupportCount): QuestionsState => ({
  ...questions,
  support: count.total === 0 ? questions.support.delete(id) : questions.support.set(id, count),
})

/** Counts a person again after their support of a question has changed. The question is not merged, and the person is not its author. */
export const countSupporter = (before: QuestionsState, after: QuestionsState, id: QuestionId, person: PersonId): QuestionsState =>
  putSupport(after, id, recountPerson(after.support.get(id) ?? noSupport, findGroup(before, id, person), findGroup(after, id, person)))

/** Counts again after a change of the questions that count for these. It reads all their supporters. */
export const recountSupport = (questions: QuestionsState, ids: readonly QuestionId[]): QuestionsState =>
  ids.reduce((counted, id) => putSupport(counted, id, countAllSupporters(questions, id)), questions)

const countAllSupporters = (questions: QuestionsState, id: QuestionId): SupportCount => {
  const people = new Map<PersonId, GroupId | null>()
  for (const counted of listCounted(questions, id))
    for (const [person, group] of questions.supporters.get(counted) ?? []) if (!people.has(person)) people.set(person, group)
  const author = questions.all.get(id)?.author
  if (author) people.delete(author.person)
  const groups: Record<GroupId, number> = {}
  for (const group of people.values()) if (group !== null) groups[group] = (groups[group] ?? 0) + 1
  return { total: people.size, groups }
}
