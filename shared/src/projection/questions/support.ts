/** Support of questions: how many people, and of which groups. The supporters of merged questions count too, each person once. */

import type { GroupId, PersonId, QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import { audiences } from '../../contract/roles.ts'
import { memoize } from '../memo.ts'
import { type Rows, rowPart, toRows } from '../part.ts'
import { memoizeWhile, selectVisible } from './visibility.ts'

export type SupportRow = { readonly total: number; readonly groups: readonly GroupId[] }
type Supporters = ReturnType<QuestionsState['supporters']['get']>

const noSupport: SupportRow = { total: 0, groups: [] }

const countSupporters = (supporters: Iterable<[PersonId, GroupId | null]>): SupportRow => {
  const groups = new Set<GroupId>()
  let total = 0
  for (const [, group] of supporters) {
    total += 1
    if (group !== null) groups.add(group)
  }
  return { total, groups: [...groups].sort() }
}

const countOwn = memoize((supporters: NonNullable<Supporters>): SupportRow => countSupporters(supporters))

/** Distinct people, without the author of the host question. */
const countUnion = ({ author }: Question, all: readonly Supporters[]): SupportRow => {
  const people = new Map<PersonId, GroupId | null>()
  for (const supporters of all) for (const [person, group] of supporters ?? []) if (!people.has(person)) people.set(person, group)
  if (author) people.delete(author.person)
  return countSupporters(people)
}

/** Caches the last count by the list of merged ids. It is valid until the supporters of one of them change. */
const getLastUnion = memoize((_: readonly QuestionId[]): { inputs: readonly Supporters[]; row: SupportRow } => ({
  inputs: [],
  row: noSupport,
}))

const countWithMerged = (host: Question, names: readonly QuestionId[], supporters: QuestionsState['supporters']): SupportRow => {
  const last = getLastUnion(names)
  const current = [host.id, ...names].map((name) => supporters.get(name))
  if (last.inputs.length === current.length && last.inputs.every((one, index) => one === current[index])) return last.row
  last.inputs = current
  last.row = countUnion(host, current)
  return last.row
}

/** Iterates over the tables, because a lookup for each of thousands of questions is slow. */
const projectRows = memoizeWhile<Pick<State, 'questions' | 'session'>, Rows<QuestionId, SupportRow>>(
  ({ all, merged, current, supporters }) => [all, merged, current, supporters],
  ({ questions }, audience) => {
    const table: { [id in QuestionId]?: SupportRow } = toRows(selectVisible(questions, audience), () => noSupport)
    for (const [id, supporters] of questions.supporters) if (id in table && supporters.size > 0) table[id] = countOwn(supporters)
    for (const [id, names] of questions.merged) {
      const host = questions.all.get(id)
      if (id in table && host && host.status !== 'merged') table[id] = countWithMerged(host, names, questions.supporters)
    }
    return table
  },
)

export const supportParts = {
  support: rowPart(audiences, ['questions', 'session'], (state, audience): Rows<QuestionId, SupportRow> => projectRows(state, audience)),
}
