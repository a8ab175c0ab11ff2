/** The number of notes with each tag from each group. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import type { ListedNote } from '../note-list.ts'
import { findTurn } from '../timeline/timeline-entries.ts'
import type { NoteTurn } from '../turns.ts'

type SummarySources = { readonly turns: readonly NoteTurn[]; readonly questions: View['questions'] }

/** Undefined if the speaker is not known, or if nobody spoke. */
const findNoteGroup = ({ about }: Pick<ListedNote, 'about'>, { turns, questions }: SummarySources): GroupId | null | undefined => {
  if (about === null) return undefined
  return about.kind === 'turn' ? findTurn(turns, about.turn)?.speaker?.group : questions[about.question]?.from?.group
}

export type SummaryRow = { readonly group: GroupId | null | undefined; readonly counts: readonly number[] }

/**
 * One row for each group in the session's order, then "no group" and "nobody" if they have notes. `tags` are the columns; the last column
 * is for notes without a tag.
 */
export const summarizeNotes = (
  notes: readonly ListedNote[],
  tags: readonly string[],
  groups: readonly GroupId[],
  sources: SummarySources,
): readonly SummaryRow[] => {
  const rows: readonly (GroupId | null | undefined)[] = [...groups, null, undefined]
  const tagged = notes.map((point) => ({ tag: point.tag, group: findNoteGroup(point, sources) }))
  const count = (group: GroupId | null | undefined, tag: string | null) =>
    tagged.filter((one) => one.group === group && one.tag === tag).length
  return rows
    .map((group) => ({ group, counts: [...tags, null].map((tag) => count(group, tag)) }))
    .filter(({ group, counts }) => typeof group === 'string' || counts.some((n) => n > 0))
}
