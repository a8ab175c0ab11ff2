/** How many points of each tag came from each group. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import type { Point } from '../note-list.ts'
import { turnIn } from '../timeline/timeline-entries.ts'
import type { Turn } from '../turns.ts'

type Known = { readonly turns: readonly Turn[]; readonly questions: View['questions'] }

/** Undefined where it is not known who said it, or nobody did. */
const groupOf = ({ about }: Pick<Point, 'about'>, { turns, questions }: Known): GroupId | null | undefined => {
  if (about === null) return undefined
  return about.kind === 'turn' ? turnIn(turns, about.turn)?.by?.group : questions[about.question]?.from?.group
}

export type Row = { readonly group: GroupId | null | undefined; readonly counts: readonly number[] }

/** One row a group, in the session's order, then one for no group and one for nobody, where there are any. `tags` give the columns; the last is for untagged points. */
export const soFar = (points: readonly Point[], tags: readonly string[], groups: readonly GroupId[], known: Known): readonly Row[] => {
  const rows: readonly (GroupId | null | undefined)[] = [...groups, null, undefined]
  const said = points.map((point) => ({ tag: point.tag, group: groupOf(point, known) }))
  const count = (group: GroupId | null | undefined, tag: string | null) =>
    said.filter((one) => one.group === group && one.tag === tag).length
  return rows
    .map((group) => ({ group, counts: [...tags, null].map((tag) => count(group, tag)) }))
    .filter(({ group, counts }) => typeof group === 'string' || counts.some((n) => n > 0))
}
