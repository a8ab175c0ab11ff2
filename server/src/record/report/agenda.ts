import { type Block, makeCell, makeHeading, makeParagraph, ownRun, quotedRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { formatClock } from './venue-clock.ts'

/** Planned and actual times side by side. */
export function makeAgendaSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  const { labels, headings } = reportText
  const rows = record.agenda.map(({ kind, title, planned, actual }) => [
    [[quotedRun(title)], ...(title === reportText.segments[kind] ? [] : [[ownRun(reportText.segments[kind])]])],
    context.formatMinute(planned.startsAt),
    makeCell(ownRun(formatClock(planned.seconds))),
    actual === null ? makeCell(ownRun(reportText.outcomes['not-reached'])) : context.formatMinute(actual.startedAt),
    makeCell(ownRun(actual === null ? '' : formatClock(actual.seconds))),
  ])
  return [
    makeHeading(1, ownRun(headings.agenda)),
    {
      kind: 'table',
      columns: [
        { label: labels.segment, width: 7 },
        { label: labels.planned, width: 2, isNumeric: true },
        { label: labels.minutes, width: 2, isNumeric: true },
        { label: labels.actual, width: 2, isNumeric: true },
        { label: labels.minutes, width: 2, isNumeric: true },
      ],
      rows,
    },
    ...record.agenda.flatMap(({ title, question }) =>
      question === null
        ? []
        : [makeParagraph(ownRun(`${labels.guidingQuestion} · `), quotedRun(title)), makeParagraph(quotedRun(question))],
    ),
  ]
}
