/** The number of notes with each tag from each group. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { ListedNote } from '../note-list.ts'
import { findStatement, findSubjectTurn, type NoteSources } from '../timeline/timeline-entries.ts'

/** The row of what the panel answered, which is no stakeholder group. */
export const panelRow: unique symbol = Symbol('panel')
/** Undefined if the speaker is not known, or if nobody spoke. */
type SummaryGroup = GroupId | typeof panelRow | null | undefined

const findSubjectGroup = (about: NoteSubject, { turns, questions, statements }: NoteSources): SummaryGroup => {
  switch (about.kind) {
    case 'turn':
      return findSubjectTurn(turns, about)?.speaker?.group
    case 'statement':
      return findStatement(statements, about)?.group
    case 'question':
      return questions[about.question]?.from?.group
    case 'answer-to':
      return panelRow
  }
}

/** Lists the groups that made the point of a note, each once. */
const listNoteGroups = ({ about, also = [] }: Pick<ListedNote, 'about' | 'also'>, sources: NoteSources): readonly SummaryGroup[] =>
  about === null && also.length === 0
    ? [undefined]
    : [...new Set([...(about === null ? [] : [about]), ...also].map((one) => findSubjectGroup(one, sources)))]

export type SummaryRow = { readonly group: SummaryGroup; readonly counts: readonly number[] }

/**
 * One row for each group in the session's order, then the panel, "no group" and "nobody" if they have notes. `tags` are the columns; the
 * last column is for notes without a tag. A point that several groups made counts for each of them.
 */
export const summarizeNotes = (
  notes: readonly ListedNote[],
  tags: readonly string[],
  groups: readonly GroupId[],
  sources: NoteSources,
): readonly SummaryRow[] => {
  const rows: readonly SummaryGroup[] = [...groups, panelRow, null, undefined]
  const tagged = notes.flatMap((point) => listNoteGroups(point, sources).map((group) => ({ tag: point.tag, group })))
  const count = (group: SummaryGroup, tag: string | null) => tagged.filter((one) => one.group === group && one.tag === tag).length
  return rows
    .map((group): SummaryRow => ({ group, counts: [...tags, null].map((tag) => count(group, tag)) }))
    .filter(({ group, counts }) => typeof group === 'string' || counts.some((n) => n > 0))
}
