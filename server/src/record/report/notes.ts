import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, makeCell, makeCode, makeHeading, ownRun, quotedRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

type Note = SessionRecord['notes'][number]

/** The notes, by segment, then group, then tag. */
export function makeNotesSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  if (record.notes.length === 0) return []
  const segmentIds = [...record.agenda.map(({ id }) => id), null]
  return [
    makeHeading(1, ownRun(reportText.headings.notes)),
    ...segmentIds.flatMap((segmentId) => {
      const segmentNotes = record.notes.filter(({ segment }) => segment === segmentId)
      return segmentNotes.length === 0 ? [] : [makeHeading(2, context.formatSegment(segmentId)), makeNotesTable(context, segmentNotes)]
    }),
  ]
}

function makeNotesTable(context: ReportContext, notes: readonly Note[]): Block {
  const { labels } = context.reportText
  const { groups, tags } = context.record
  const rank = (list: readonly string[], one: string | null): number => (one === null ? list.length : list.indexOf(one))
  const order = groups.map(({ id }) => id)
  const sorted = [...notes].sort((a, b) => rank(order, a.group) - rank(order, b.group) || rank(tags, a.tag) - rank(tags, b.tag))
  return {
    kind: 'table',
    columns: [
      { label: labels.group, width: 15 },
      { label: labels.tag, width: 13 },
      { label: labels.note, width: 32 },
      { label: labels.attributedTo, width: 18 },
      { label: labels.id, width: 24 },
    ],
    rows: sorted.map(({ group, tag, text, entity, turn, question, id }) => [
      // A note on the segment as a whole has no speaker.
      turn === null && question === null ? [] : makeCell(context.formatGroup(group)),
      makeCell(context.formatTag(tag)),
      text.split('\n').map((line) => [quotedRun(line)]),
      turn === null && question === null ? [] : makeCell(context.formatEntity(entity)),
      makeCode(id),
    ]),
  }
}
