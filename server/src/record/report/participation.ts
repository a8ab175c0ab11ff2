import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, type Cell, makeCell, makeHeading, makeParagraph, ownRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { formatClock } from './venue-clock.ts'

type ParticipationShare = Omit<SessionRecord['statistics']['groups'][number], 'group'>

/** Requests, turns, time and waits, by group and by channel. */
export function makeParticipationSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  const { groups, channels, waits } = record.statistics
  const { headings } = reportText
  return [
    makeHeading(1, ownRun(headings.heard)),
    ...(waits === null ? [] : [makeParagraph(ownRun(reportText.waitSummary(formatClock(waits.median), formatClock(waits.longest))))]),
    makeHeading(2, ownRun(headings.byGroup)),
    makeSharesTable(
      context,
      reportText.labels.group,
      groups.map((share) => [makeCell(context.formatGroup(share.group)), share]),
    ),
    makeHeading(2, ownRun(headings.byChannel)),
    makeSharesTable(
      context,
      reportText.labels.channel,
      channels.map((share) => [context.formatChannel(share.channel), share]),
    ),
  ]
}

function makeSharesTable(
  { reportText: { labels } }: ReportContext,
  first: string,
  shares: readonly (readonly [Cell, ParticipationShare])[],
): Block {
  const makeColumn = (label: string) => ({ label, width: 2, isNumeric: true })
  return {
    kind: 'table',
    columns: [{ label: first, width: 4 }, ...[labels.requests, labels.heard, labels.spoken, labels.median, labels.longest].map(makeColumn)],
    rows: shares.map(([name, { requests, heard: those, spokenSeconds, waits }]) => [
      name,
      ...[
        `${requests}`,
        `${those}`,
        formatClock(spokenSeconds),
        waits === null ? '' : formatClock(waits.median),
        waits === null ? '' : formatClock(waits.longest),
      ].map((text) => makeCell(ownRun(text))),
    ]),
  }
}
