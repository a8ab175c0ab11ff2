/** Support of questions: how many people, and of which groups. A question that others are asked with counts theirs too, each person once. */

import type { GroupId, PersonId, QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import { audiencePart, type Rows, remembered, rows } from '../part.ts'
import { keptWhile, shownTo } from './visibility.ts'

export type SupportRow = { readonly total: number; readonly groups: readonly GroupId[] }
type Supporters = ReturnType<QuestionsState['supporters']['get']>

const nobody: SupportRow = { total: 0, groups: [] }

const countOf = (supporters: Iterable<[PersonId, GroupId | null]>): SupportRow => {
  const groups = new Set<GroupId>()
  let total = 0
  for (const [, group] of supporters) {
    total += 1
    if (group !== null) groups.add(group)
  }
  return { total, groups: [...groups].sort() }
}

const ownOf = remembered((supporters: NonNullable<Supporters>): SupportRow => countOf(supporters))

/** Distinct people, less the author of the question that stands. */
const union = ({ author }: Question, all: readonly Supporters[]): SupportRow => {
  const people = new Map<PersonId, GroupId | null>()
  for (const supporters of all) for (const [person, group] of supporters ?? []) if (!people.has(person)) people.set(person, group)
  if (author) people.delete(author.person)
  return countOf(people)
}

/** Kept with the names of those that are asked with it, until somebody supports one of them or takes it back. */
const lastUnion = remembered((_: readonly QuestionId[]): { of: readonly Supporters[]; row: SupportRow } => ({ of: [], row: nobody }))

const hostOf = (host: Question, names: readonly QuestionId[], supporters: QuestionsState['supporters']): SupportRow => {
  const last = lastUnion(names)
  const now = [host.id, ...names].map((name) => supporters.get(name))
  if (last.of.length === now.length && last.of.every((one, index) => one === now[index])) return last.row
  last.of = now
  last.row = union(host, now)
  return last.row
}

/** The tables are walked, not asked for each question: among thousands that is what takes time. */
const rowsOf = keptWhile<Pick<State, 'questions' | 'session'>, Rows<QuestionId, SupportRow>>(
  ({ all, merged, current, supporters }) => [all, merged, current, supporters],
  ({ questions }, audience) => {
    const table: { [id in QuestionId]?: SupportRow } = rows(shownTo(questions, audience), () => nobody)
    for (const [id, supporters] of questions.supporters) if (id in table && supporters.size > 0) table[id] = ownOf(supporters)
    for (const [id, names] of questions.merged) {
      const host = questions.all.get(id)
      if (id in table && host && host.status !== 'merged') table[id] = hostOf(host, names, questions.supporters)
    }
    return table
  },
)

export const supportParts = {
  support: audiencePart<Rows<QuestionId, SupportRow>>(['questions', 'session'], (state, audience) => rowsOf(state, audience)),
}
