/** V. The people who were not reached, and the statements. */
import type { Channel } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, RunLine } from '@rostrum/shared/contract/report-blocks'
import { selectCountedRequests } from '../statistics.ts'
import { joinSentences } from '../text/sentence-writer.ts'
import { makeCell, makeParagraph, nilCell, ownRun, quotedRun, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { dropEmptyColumns } from './table.ts'

type Request = SessionRecord['requests'][number]

/** The most statements that a sentence lists. The addendum has them all. */
const maxListed = 5

export function makeNotReached(context: ReportContext): readonly Block[] {
  const requests = listNotReached(context)
  const { statements } = context.record
  const listed = context.isPage ? [...requests, ...listUncounted(context)] : requests
  if (listed.length === 0 && statements.length === 0) return []
  return [
    context.makeNumbered('not-reached', [
      ...(requests.length === 0 ? [] : formatNotReached(context, requests)),
      ...formatStatements(context),
    ]),
    ...(listed.length === 0 ? [] : [makeNotReachedTable(context, listed)]),
    ...(requests.length === 0 ? [] : [makeParagraph('note', formatNote(context, requests))]),
  ]
}

const listNotReached = ({ record }: ReportContext): readonly Request[] =>
  record.requests.filter(({ outcome, number }) => outcome === 'not-reached' && number > 0).sort((a, b) => a.number - b.number)

/** Rights of reply and points of order, which have no number and count for nobody. */
const listUncounted = ({ record }: ReportContext): readonly Request[] =>
  record.requests.filter(({ outcome, number }) => outcome === 'not-reached' && number === 0)

function formatNotReached(context: ReportContext, requests: readonly Request[]): readonly RunLine[] {
  const { closedAt, statementWords } = context.record.session
  const values = { n: requests.length, table: context.refTable('not-reached') }
  if (closedAt === null) return [context.write('left.soFar', values)]
  return [
    context.write('left.intro', values),
    context.write('left.invited', { n: requests.length, time: context.formatTimeInText(closedAt), words: statementWords }),
  ]
}

function formatStatements(context: ReportContext): readonly RunLine[] {
  const { statements, session } = context.record
  if (statements.length === 0) return session.closedAt === null ? [] : [context.write('left.none')]
  if (statements.length > maxListed) return [context.write('left.receivedMany', { n: statements.length, last: `S${statements.length}` })]
  const list = statements.map(({ number, words }) => context.write('left.statement', { number: `S${number}`, words }))
  return [context.write('left.received', { n: statements.length, list: context.list(list) })]
}

function makeNotReachedTable(context: ReportContext, requests: readonly Request[]): Block {
  const { labels, record } = context
  const statementOf = new Map(record.statements.map((statement) => [statement.request, statement]))
  return dropEmptyColumns({
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption('not-reached', context.write('caption.notReached')),
    columns: [
      { label: labels.number, kind: 'figure' },
      { label: labels.organization, kind: 'rest' },
      { label: labels.group, kind: 'text' },
      { label: labels.from, kind: 'text' },
      { label: labels.askedAt, kind: 'figure' },
      { label: labels.subject, kind: 'rest' },
      { label: labels.statement, kind: 'text' },
    ],
    rows: requests.map(({ id, number, kind, listed, group, channel, askedAt, topic, ...request }) => {
      const statement = statementOf.get(id)
      return [
        makeCell({ ...ownRun(number === 0 ? '—' : `${number}`), anchor: id }),
        [context.formatEntity(request), ...formatOrigin(context, { number, kind, listed })],
        context.makeGroupCell(group),
        context.formatChannel(channel),
        makeCell(ownRun(context.formatMinute(askedAt))),
        topic === null ? nilCell : makeCell(quotedRun(topic)),
        statement === undefined
          ? makeCell(ownRun(labels.invited))
          : makeCell(...leadTo(context, statement.id, context.write('left.receivedAs', { number: `S${statement.number}` }))),
      ]
    }),
  })
}

/** Says on the page why a request is not counted. */
function formatOrigin({ isPage, reportText }: ReportContext, { number, kind, listed }: Pick<Request, 'number' | 'kind' | 'listed'>): Cell {
  if (!isPage) return []
  return number === 0 ? [[ownRun(reportText.kinds[kind], 'small')]] : listed ? [[ownRun(reportText.columns.listed, 'small')]] : []
}

/** A page leads to the statement. */
const leadTo = ({ isPage }: ReportContext, target: string, line: RunLine): RunLine =>
  isPage ? line.map((run) => ({ ...run, target })) : line

/** Formats a note about the numbers of each kind of request. With it, the rows of all tables add up to the requests. */
function formatNote(context: ReportContext, requests: readonly Request[]): RunLine {
  const { record } = context
  const counted = selectCountedRequests(record.requests)
  const isHeard = ({ outcome }: Request): boolean => outcome === 'heard' || outcome === 'joint'
  const heard = counted.filter(isHeard)
  const others = counted.filter((one) => !isHeard(one) && one.outcome !== 'not-reached')
  const interventions = record.turns.filter(({ number }) => number > 0).length
  const parts: readonly (readonly Request[])[] = [heard, counted.filter(({ outcome }) => outcome === 'not-reached'), others]
  const keys = ['part.heard', 'part.notReached', 'part.others'] as const
  const list = parts.flatMap((own, index) => {
    const key = keys[index]
    if (own.length === 0 || key === undefined) return []
    const numbers = own.map(({ number }) => number).filter((number) => number > 0)
    const what = context.write(key, { n: own.length, absent: 0, total: counted.length })
    // The numbers of programme speakers lie between those of the heard requests, so their span would mislead.
    if (numbers.length === 0 || (index === 0 && numbers.length !== interventions)) return [what]
    const [from, to] = [Math.min(...numbers), Math.max(...numbers)]
    return [context.write('left.span', { what, from, to, one: from === to ? 'yes' : 'no' })]
  })
  const direct = interventions - new Set(heard.map(({ turn }) => turn)).size
  return joinSentences([
    context.write('left.numbers', { n: counted.length, parts: context.list(list) }),
    ...(direct > 0 ? [context.write('left.more', { n: direct })] : []),
    ...(requests.some(({ topic }) => topic === null) && requests.some(({ topic }) => topic !== null) ? [context.write('left.dash')] : []),
  ])
}

/** Makes the addendum: statements in full, as they were written. */
export const makeStatements = (context: ReportContext): readonly Block[] =>
  context.record.statements.flatMap(({ id, number, group, channel, segment, filedAt, entered, words, text, ...statement }) => [
    {
      kind: 'heading',
      level: 2,
      line: [ownRun(`S${number}. `), ...context.formatEntity(statement)],
      anchor: id,
    } as const,
    makeParagraph('body', [
      { ...context.formatGroup(group), face: 'emphasis' },
      ownRun(` · ${context.formatMoment(filedAt)} · `, 'emphasis'),
      ...withFace(context.write('left.words', { words }), 'emphasis'),
      ...(entered ? [ownRun(' · ', 'emphasis'), ...withFace(context.write('left.entered'), 'emphasis')] : []),
      ...(context.isPage ? withFace(formatPlace(context, channel, segment), 'emphasis') : []),
    ]),
    ...text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [makeParagraph('body', [quotedRun(line)])])),
  ])

/** " · Remote · Topic 2. Failures". */
const formatPlace = (context: ReportContext, channel: Channel, segment: string | null): RunLine => {
  const item = context.items.find(({ id }) => id !== null && id === segment)
  return [ownRun(` · ${context.reportText.channels[channel]}`), ...(item ? [ownRun(' · '), ...context.formatItem(item)] : [])]
}
