/** Support of questions: the number of people, and their groups. The supporters of merged questions count too, each person once. */

import type { GroupId, QuestionId } from '../../contract/ids.ts'
import type { SupportCount } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import type { Audience } from '../../contract/roles.ts'
import { listKeys } from '../../kernel/fields.ts'
import { memoize } from '../memo.ts'
import { everyone, type Rows, rowPart, toRows } from '../part.ts'
import { touchesOfPlan } from '../touches-of-plan.ts'
import { touchesOfQuestions } from './touched.ts'
import { isVisibleTo, memoizeWhile, selectVisible } from './visibility.ts'

/** Two tables, because a total changes with every supporter but the groups hardly ever change. */
type SupportTables = { readonly totals: Rows<QuestionId, number>; readonly groups: Rows<QuestionId, readonly GroupId[]> }

/** Iterates over the supported questions, because a lookup for each of thousands of questions is slow. */
const projectTables = memoizeWhile<Pick<State, 'questions' | 'session'>, SupportTables>(
  ({ questions: { all, current, support } }) => [all, current, support],
  ({ questions }, audience) => {
    const totals: { [id in QuestionId]?: number } = toRows(selectVisible(questions, audience), () => 0)
    const groups: { [id in QuestionId]?: readonly GroupId[] } = {}
    for (const [id, count] of questions.support) {
      if (!(id in totals)) continue
      totals[id] = count.total
      const ofGroups = listGroups(count)
      if (ofGroups.length > 0) groups[id] = ofGroups
    }
    return { totals, groups }
  },
)

const listGroups = memoize(({ groups }: SupportCount): readonly GroupId[] => listKeys(groups).sort())

const findVisibleSupport = ({ questions }: State, id: QuestionId, audience: Audience): SupportCount | undefined => {
  const question = questions.all.get(id)
  if (!question || !isVisibleTo(question, questions, audience)) return undefined
  return questions.support.get(id) ?? noSupport
}
const noSupport: SupportCount = { total: 0, groups: {} }
const touches = { questions: touchesOfQuestions, session: touchesOfPlan }

export const supportParts = {
  support: rowPart(
    'The number of people who support each question, with the keys of `questions`.',
    everyone,
    touches,
    (state, audience): Rows<QuestionId, number> => projectTables(state, audience).totals,
    (state, id: QuestionId, audience) => findVisibleSupport(state, id, audience)?.total,
  ),
  supportGroups: rowPart(
    'The groups of the supporters. A question without a supporter from a group has no row.',
    everyone,
    touches,
    (state, audience): Rows<QuestionId, readonly GroupId[]> => projectTables(state, audience).groups,
    (state, id: QuestionId, audience) => {
      const count = findVisibleSupport(state, id, audience)
      const groups = count ? listGroups(count) : []
      return groups.length === 0 ? undefined : groups
    },
  ),
}
