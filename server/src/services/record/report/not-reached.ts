/** V. The people who were not reached, and the statements. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { selectCountedRequests } from '../statistics.ts'
import { joinSentences } from '../text/sentence-writer.ts'
import { type Block, makeCell, makeParagraph, nilCell, ownRun, quotedRun, type RunLine, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { dropEmptyColumns } from './table.ts'

type Request = SessionRecord['requests'][number]

export function makeNotReached(context: ReportContext): readonly Block[] {
  const requests = listNotReached(context)
  const { statements } = context.record
  if (requests.length === 0 && statements.length === 0) return []
  return [
    context.makeNumbered('not-reached', [
      ...(requests.length === 0 ? [] : formatNotReached(context, requests)),
      ...formatStatements(context),
    ]),
    ...(requests.length === 0 ? [] : [makeNotReachedTable(context, requests), makeParagraph('note', formatNote(context, requests))]),
  ]
}

const listNotReached = ({ record }: ReportContext): readonly Request[] =>
  record.requests.filter(({ outcome, number }) => outcome === 'not-reached' && number > 0).sort((a, b) => a.number - b.number)

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
  const list = statements.map(({ number, words }) => context.write('left.statement', { number: `S${number}`, words }))
  return [context.write('left.received', { n: statements.length, list: context.list(list) })]
}

function makeNotReachedTable(context: ReportContext, requests: readonly Request[]): Block {
  const { labels, record } = context
  const statementOf = new Map(record.statements.map(({ request, number }) => [request, number]))
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
    rows: requests.map(({ id, number, entity, group, channel, askedAt, topic }) => {
      const statement = statementOf.get(id)
      return [
        makeCell({ ...ownRun(`${number}`), anchor: id }),
        makeCell(context.formatEntity(entity)),
        context.makeGroupCell(group),
        context.formatChannel(channel),
        makeCell(ownRun(context.formatMinute(askedAt))),
        topic === null ? nilCell : makeCell(quotedRun(topic)),
        statement === undefined
          ? makeCell(ownRun(labels.invited))
          : makeCell(...context.write('left.receivedAs', { number: `S${statement}` })),
      ]
    }),
  })
}

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
    const what = context.write(key, { n: own.length, total: counted.length })
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
  context.record.statements.flatMap(({ id, number, entity, group, filedAt, words, text }) => [
    {
      kind: 'heading',
      level: 2,
      line: [ownRun(`S${number}. `), quotedRun(entity)],
      anchor: id,
    } as const,
    makeParagraph('body', [
      { ...context.formatGroup(group), face: 'emphasis' },
      ownRun(` · ${context.formatMoment(filedAt)} · `, 'emphasis'),
      ...withFace(context.write('left.words', { words }), 'emphasis'),
    ]),
    ...text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [makeParagraph('body', [quotedRun(line)])])),
  ])
