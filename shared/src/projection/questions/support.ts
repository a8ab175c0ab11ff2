/** Support of questions: how many people, and of which groups. The supporters of merged questions count too, each person once. */

import type { GroupId, PersonId, QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import { type Audience, audiences } from '../../contract/roles.ts'
import { memoize } from '../memo.ts'
import { type Rows, rowPart, toRows } from '../part.ts'
import { touchesOfPlan } from '../touches-of-plan.ts'
import { touchesOfQuestions } from './touched.ts'
import { isVisibleTo, memoizeWhile, selectVisible } from './visibility.ts'

type SupportCount = { readonly total: number; readonly groups: readonly GroupId[] }
/** Two tables, because a total changes with every supporter and the groups hardly ever. */
type SupportTables = { readonly totals: Rows<QuestionId, number>; readonly groups: Rows<QuestionId, readonly GroupId[]> }
type Supporters = ReturnType<QuestionsState['supporters']['get']>

const noSupport: SupportCount = { total: 0, groups: [] }

const countSupporters = (supporters: Iterable<[PersonId, GroupId | null]>): SupportCount => {
  const groups = new Set<GroupId>()
  let total = 0
  for (const [, group] of supporters) {
    total += 1
    if (group !== null) groups.add(group)
  }
  return { total, groups: [...groups].sort() }
}

const countOwn = memoize((supporters: NonNullable<Supporters>): SupportCount => countSupporters(supporters))

/** Distinct people, without the author of the host question. */
const countUnion = ({ author }: Question, all: readonly Supporters[]): SupportCount => {
  const people = new Map<PersonId, GroupId | null>()
  for (const supporters of all) for (const [person, group] of supporters ?? []) if (!people.has(person)) people.set(person, group)
  if (author) people.delete(author.person)
  return countSupporters(people)
}

/** Caches the last count by the list of merged ids. It is valid until the supporters of one of them change. */
const getLastUnion = memoize((_: readonly QuestionId[]): { inputs: readonly Supporters[]; row: SupportCount } => ({
  inputs: [],
  row: noSupport,
}))

const countWithMerged = (host: Question, names: readonly QuestionId[], supporters: QuestionsState['supporters']): SupportCount => {
  const last = getLastUnion(names)
  const current = [host.id, ...names].map((name) => supporters.get(name))
  if (last.inputs.length === current.length && last.inputs.every((one, index) => one === current[index])) return last.row
  last.inputs = current
  last.row = countUnion(host, current)
  return last.row
}

/** Iterates over the tables, because a lookup for each of thousands of questions is slow. */
const projectTables = memoizeWhile<Pick<State, 'questions' | 'session'>, SupportTables>(
  ({ all, merged, current, supporters }) => [all, merged, current, supporters],
  ({ questions }, audience) => {
    const totals: { [id in QuestionId]?: number } = toRows(selectVisible(questions, audience), () => 0)
    const groups: { [id in QuestionId]?: readonly GroupId[] } = {}
    const put = (id: QuestionId, count: SupportCount) => {
      totals[id] = count.total
      if (count.groups.length > 0) groups[id] = count.groups
    }
    for (const [id, supporters] of questions.supporters) if (id in totals && supporters.size > 0) put(id, countOwn(supporters))
    for (const [id, names] of questions.merged) {
      const host = questions.all.get(id)
      if (id in totals && host && host.status !== 'merged') put(id, countWithMerged(host, names, questions.supporters))
    }
    return { totals, groups }
  },
)

const countOne = ({ questions }: State, id: QuestionId, audience: Audience): SupportCount | undefined => {
  const question = questions.all.get(id)
  if (!question || !isVisibleTo(question, questions, audience)) return undefined
  const names = question.status === 'merged' ? undefined : questions.merged.get(id)
  if (names) return countWithMerged(question, names, questions.supporters)
  const supporters = questions.supporters.get(id)
  return supporters && supporters.size > 0 ? countOwn(supporters) : noSupport
}
const touches = { questions: touchesOfQuestions, session: touchesOfPlan }

export const supportParts = {
  /** How many support each question, with the keys of the questions. */
  support: rowPart(
    audiences,
    touches,
    (state, audience): Rows<QuestionId, number> => projectTables(state, audience).totals,
    (state, id: QuestionId, audience) => countOne(state, id, audience)?.total,
  ),
  /** Of which groups they are. A question that nobody of a group supports has no row. */
  supportGroups: rowPart(
    audiences,
    touches,
    (state, audience): Rows<QuestionId, readonly GroupId[]> => projectTables(state, audience).groups,
    (state, id: QuestionId, audience) => {
      const groups = countOne(state, id, audience)?.groups ?? []
      return groups.length === 0 ? undefined : groups
    },
  ),
}
