/** III. Participation: who asked and was heard, by group and channel, and how the time was used. */

import { makeByChannel } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, ReportRow, RunLine } from '@rostrum/shared/contract/report-blocks'
import { selectCountedRequests } from '../statistics.ts'
import { getLanguageName } from '../text/language-name.ts'
import { makeCell, ownRun, withFace } from './blocks.ts'
import { listFilled, splitPercent } from './channel-words.ts'
import { getMinutesApart, isAtOtherTime, roundMinutes } from './minutes.ts'
import { makeFigure, type ReportContext } from './report-context.ts'
import { listShares } from './shares.ts'
import { makeSharesFigure } from './shares-figure.ts'
import { dropEmptyColumns } from './table.ts'
import { makeTimelineFigure } from './timeline-figure.ts'
import { formatClock } from './venue-clock.ts'

type Share = SessionRecord['statistics']['groups'][number] | SessionRecord['statistics']['channels'][number]

export function makeParticipation(context: ReportContext): readonly Block[] {
  const { record } = context
  const hasFigures = record.statistics.requests.total > 0 || record.turns.length > 0
  return [...(hasFigures ? makeShares(context) : []), ...(record.session.openedAt === null ? [] : makeTimes(context))]
}

function makeShares(context: ReportContext): readonly Block[] {
  const { record, outline } = context
  const hasFigure = record.statistics.requests.total > 0 && record.statistics.spokenSeconds > 0
  const refs = hasFigure
    ? context.write('ref.both', { figure: context.formatFigureNumber('shares'), table: outline.table('participation') })
    : context.refTable('participation')
  return [
    context.makeNumbered('shares', formatShares(context, refs)),
    ...(hasFigure ? [makeSharesFigure(context)] : []),
    makeParticipationTable(context),
    ...makeLanguagesTable(context),
  ]
}

/** Formats the shares of the groups with the most requests. Then it gives the largest difference between shares of requests and of time. */
function formatShares(context: ReportContext, refs: RunLine): readonly RunLine[] {
  const { requests } = context.record.statistics
  const shares = listShares(context.record)
  if (context.record.turns.filter(({ number }) => number > 0).length < 10 || requests.total === 0)
    return [context.write('share.refs', { refs })]
  const [first, second, third] = [...shares].sort((a, b) => b.requests - a.requests)
  const isPair = first && second && first.requests === second.requests && third?.requests !== first.requests
  const apart = Math.ceil(Math.max(0, ...shares.map(({ requestShare, timeShare }) => Math.abs(requestShare - timeShare))))
  return [
    ...(isPair
      ? [
          context.write('share.two', {
            first: context.formatGroupInText(first.group),
            second: context.formatGroupInText(second.group),
            n: first.requests,
            both: first.requests * 2,
            all: requests.total,
          }),
        ]
      : []),
    context.write('share.within', { n: apart, refs }),
  ]
}

function makeParticipationTable(context: ReportContext): Block {
  const { labels, record, reportText } = context
  const { groups, channels, requests, spokenSeconds } = record.statistics
  const percent = (part: number, whole: number): Cell =>
    whole === 0 ? makeFigure(null) : makeCell(ownRun(`${Math.round((100 * part) / whole)}`))
  const counted = selectCountedRequests(record.requests)
  type Counted = (typeof counted)[number]
  const countOutcome = (outcome: string, belongs: (one: Counted) => boolean) =>
    makeFigure(counted.filter((one) => one.outcome === outcome && belongs(one)).length)
  // The public version says how many requests were withdrawn, and not whose.
  const countWithdrawn = (belongs: ((one: Counted) => boolean) | null) =>
    record.public && belongs !== null ? makeFigure(null) : countOutcome('withdrawn', belongs ?? (() => true))
  const makeRow = (
    name: Cell,
    share: Omit<Share, 'group' | 'channel' | 'waits'>,
    own: ((one: Counted) => boolean) | null,
    belongs = own ?? (() => true),
  ): ReportRow => [
    name,
    makeFigure(share.requests),
    makeFigure(share.heard),
    countWithdrawn(own),
    countOutcome('not-reached', belongs),
    makeFigure(counted.filter((one) => belongs(one) && !['heard', 'joint', 'withdrawn', 'not-reached'].includes(one.outcome)).length),
    makeFigure(share.spokenSeconds === 0 ? null : formatClock(share.spokenSeconds)),
    percent(share.requests, requests.total),
    percent(share.spokenSeconds, spokenSeconds),
  ]
  const total = { requests: requests.total, heard: requests.heard + requests.joint, spokenSeconds }
  const figure = (label: string) => ({ label, kind: 'figure' as const })
  return dropEmptyColumns({
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption('participation', context.write('caption.participation')),
    columns: [
      { label: labels.groupOrChannel, kind: 'text' },
      ...[labels.requests, labels.heard, labels.withdrawn, labels.notReached, labels.other, labels.time].map(figure),
      ...[labels.requestShare, labels.timeShare].map(figure),
    ],
    rows: [
      ...groups.map((share) => makeRow(context.makeGroupCell(share.group), share, ({ group }) => group === share.group)),
      makeRow(makeCell(ownRun(labels.total)), total, null).map((cell) => cell.map((line) => withFace(line, 'strong'))),
      ...channels.map((share) =>
        makeRow(makeCell(ownRun(reportText.labels[share.channel])), share, ({ channel }) => channel === share.channel),
      ),
    ],
  })
}

/** Makes the table of languages, if anybody stated a language in which they spoke. */
function makeLanguagesTable(context: ReportContext): readonly Block[] {
  const { labels, reportText, record } = context
  const { languages, spokenSeconds } = record.statistics
  if (languages === undefined) return []
  const figure = (label: string) => ({ label, kind: 'figure' as const })
  const percent = (part: number): Cell =>
    spokenSeconds === 0 ? makeFigure(null) : makeCell(ownRun(`${Math.round((100 * part) / spokenSeconds)}`))
  return [
    {
      kind: 'table',
      look: 'body',
      caption: context.makeTableCaption('languages', context.write('caption.languages')),
      columns: [{ label: labels.language, kind: 'text' }, ...[labels.interventions, labels.time, labels.timeShare].map(figure)],
      rows: languages.map((one) => [
        makeCell(ownRun(one.language === null ? labels.languageNotSaid : getLanguageName(reportText, one.language))),
        makeFigure(one.turns),
        makeFigure(formatClock(one.spokenSeconds)),
        percent(one.spokenSeconds),
      ]),
    },
  ]
}

function makeTimes(context: ReportContext): readonly Block[] {
  const { session, statistics } = context.record
  const { openedAt, closedAt, plannedStart, plannedEnd } = session
  if (openedAt === null) return []
  const refs = context.write('ref.both', { figure: context.formatFigureNumber('timeline'), table: context.outline.table('agenda') })
  const spoken = makeByChannel((channel) => statistics.channels.find((one) => one.channel === channel)?.spokenSeconds ?? 0)
  const began = getMinutesApart(openedAt, plannedStart)
  const ended = closedAt === null ? 0 : getMinutesApart(closedAt, plannedEnd)
  const values = { began: describe(began), late: Math.abs(began), ended: describe(ended), over: Math.abs(ended), refs }
  return [
    context.makeNumbered('times', [
      ...(listFilled(spoken).length > 1 ? [context.write('share.channels', splitPercent(spoken))] : []),
      ...(isAtOtherTime(context.record)
        ? [context.write('time.refs', { refs })]
        : [context.write(closedAt === null ? 'time.began' : 'time.session', values)]),
    ]),
    makeTimelineFigure(context),
    makeAgendaTable(context),
  ]
}

const describe = (minutes: number): string => (minutes > 0 ? 'late' : minutes < 0 ? 'early' : 'on-time')

function makeAgendaTable(context: ReportContext): Block {
  const { labels, record } = context
  const figure = (label: string) => ({ label, kind: 'figure' as const })
  const countTurns = (id: string | null) =>
    record.turns.filter(({ number, segment }) => number > 0 && (id === null || segment === id)).length
  const countAnswered = (id: string | null) =>
    record.statistics.questionsBySegment.reduce(
      (sum, { segment, answered }) => sum + (id === null || segment === id ? (answered.live ?? 0) : 0),
      0,
    )
  const sum = (pick: (one: (typeof record.agenda)[number]) => number) =>
    roundMinutes(record.agenda.reduce((total, one) => total + pick(one), 0))
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption('agenda', context.write('caption.agenda')),
    columns: [
      { label: labels.part, kind: 'text' },
      ...[labels.plannedStart, labels.planned, labels.actualStart, labels.actual, labels.interventions, labels.answered].map(figure),
    ],
    rows: [
      ...record.agenda.map((segment) => {
        const item = context.items.find(({ id }) => id === segment.id)
        return [
          makeCell(...(item ? context.formatItem(item) : [{ text: segment.title, isQuoted: true, face: 'plain' as const }])),
          makeCell(ownRun(context.formatMinute(segment.planned.startsAt))),
          makeFigure(roundMinutes(segment.planned.seconds)),
          segment.actual === null ? makeFigure(null) : makeCell(ownRun(context.formatMinute(segment.actual.startedAt))),
          makeFigure(segment.actual === null ? null : roundMinutes(segment.actual.seconds)),
          makeFigure(countTurns(segment.id)),
          makeFigure(countAnswered(segment.id)),
        ]
      }),
      [
        makeCell(ownRun(labels.total)),
        makeFigure(null),
        makeFigure(sum(({ planned }) => planned.seconds)),
        makeFigure(null),
        makeFigure(sum(({ actual }) => actual?.seconds ?? 0)),
        makeFigure(countTurns(null)),
        makeFigure(countAnswered(null)),
      ].map((cell) => cell.map((line) => withFace(line, 'strong'))),
    ],
  }
}
