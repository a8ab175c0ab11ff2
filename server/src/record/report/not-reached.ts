/** Who was not reached, the statements, and all requests. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, makeCell, makeCode, makeHeading, makeParagraph, ownRun, quotedRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { formatClock } from './venue-clock.ts'

export function makeNotReachedSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  const { labels } = reportText
  const notReachedRequests = record.requests.filter(({ outcome }) => outcome === 'not-reached')
  if (notReachedRequests.length === 0) return []
  const filed = new Set(record.statements.flatMap(({ request }) => request ?? []))
  return [
    makeHeading(1, ownRun(reportText.headings.notReached)),
    {
      kind: 'table',
      columns: [
        { label: labels.speaker, width: 30 },
        { label: labels.group, width: 18 },
        { label: labels.asked, width: 10, isNumeric: true },
        { label: labels.statement, width: 13 },
        { label: labels.id, width: 24 },
      ],
      rows: notReachedRequests.map(({ id, entity, group, askedAt }) => [
        makeCell(quotedRun(entity)),
        makeCell(context.formatGroup(group)),
        context.formatMinute(askedAt),
        makeCell(ownRun(filed.has(id) ? labels.received : labels.invited)),
        makeCode(id),
      ]),
    },
  ]
}

/** Statements in full, as they were written. */
export function makeStatementsSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  if (record.statements.length === 0) return []
  return [
    makeHeading(1, ownRun(reportText.headings.statements)),
    ...record.statements.flatMap(({ id, entity, group, filedAt, words, text }) => {
      return [
        makeHeading(2, quotedRun(entity)),
        makeParagraph(context.formatGroup(group)),
        makeParagraph(ownRun(`${context.formatMoment(filedAt)} · ${reportText.wordCount(words)}`)),
        makeParagraph(ownRun(id, 'code')),
        ...text.split('\n').flatMap((line) => (line === '' ? [] : [makeParagraph(quotedRun(line))])),
      ]
    }),
  ]
}

export function makeRequestsSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  const { labels } = reportText
  if (record.requests.length === 0) return []
  return [
    makeHeading(1, ownRun(reportText.headings.requests)),
    {
      kind: 'table',
      columns: [
        { label: labels.asked, width: 10, isNumeric: true },
        { label: labels.speaker, width: 24 },
        { label: labels.group, width: 15 },
        { label: labels.from, width: 9 },
        { label: labels.outcome, width: 14 },
        { label: labels.wait, width: 8, isNumeric: true },
        { label: labels.id, width: 24 },
      ],
      rows: record.requests.map((request) => [
        makeCell(ownRun(context.venueClock.getLocalTime(request.askedAt).time)),
        [[quotedRun(request.entity)], ...(request.kind === 'intervention' ? [] : [[ownRun(reportText.kinds[request.kind])]])],
        makeCell(context.formatGroup(request.group)),
        context.formatChannel(request.channel),
        makeCell(ownRun(formatOutcome(context, request))),
        makeCell(ownRun(request.waitSeconds === null ? '' : formatClock(request.waitSeconds))),
        makeCode(request.id),
      ]),
    },
  ]
}

const formatOutcome = ({ reportText }: ReportContext, { outcome, reason }: SessionRecord['requests'][number]): string =>
  reason === null ? reportText.outcomes[outcome] : reportText.withReason(reportText.outcomes[outcome], reportText.removalReasons[reason])
