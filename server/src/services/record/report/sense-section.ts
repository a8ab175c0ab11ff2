/** The sense of the room: each sentence, how many responded, and what was published. It never gives a number of people for a response. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import {
  type Block,
  type Cell,
  makeCell,
  makeLine,
  nilCell,
  ownRun,
  quotedRun,
  quoteInSentence,
  type ReportRow,
  type RunLine,
} from './blocks.ts'
import { markSigns, type ReportContext } from './report-context.ts'

type RecordSense = NonNullable<SessionRecord['sense']>[number]

export function makeSense(context: ReportContext): readonly Block[] {
  return (context.record.sense ?? []).flatMap((sense) => [
    context.makeNumbered(`sense-${sense.id}`, formatSense(context, sense)),
    ...(sense.columns === null ? [] : [makeBreadth(context, sense, sense.columns)]),
  ])
}

function formatSense(context: ReportContext, sense: RecordSense): readonly RunLine[] {
  const { id, text, one, openedAt, closedAt, participation, outcome } = sense
  const [first, ...others] = text.map(({ text: words }): RunLine => [{ ...quoteInSentence(words), anchor: id }])
  const times = { from: context.formatTimeInText(openedAt), until: context.formatTimeInText(closedAt ?? openedAt) }
  return [
    context.write(one === 'person' ? 'sense.askedPeople' : 'sense.askedDelegations', { ...times, text: first ?? [] }),
    ...others.map((words) => context.write('sense.also', { text: words })),
    ...(participation === null ? [] : formatParticipation(context, participation, one)),
    outcome === 'published'
      ? context.write('sense.published', { n: context.outline.table(`sense-${id}`) })
      : context.write(`sense.${outcome}`),
    context.write('sense.notVote'),
  ]
}

function formatParticipation(
  context: ReportContext,
  { responded: n, of, groups, ofGroups }: NonNullable<RecordSense['participation']>,
  one: RecordSense['one'],
): readonly RunLine[] {
  const answered =
    one === 'delegation'
      ? context.write('sense.answeredDelegations', { n, of })
      : context.write(ofGroups > 1 ? 'sense.answeredFrom' : 'sense.answered', { n, of, groups, ofGroups })
  return n * 2 < of ? [answered, context.write('sense.fewer')] : [answered]
}

function makeBreadth(context: ReportContext, { id, responses }: RecordSense, columns: NonNullable<RecordSense['columns']>): Block {
  const { labels } = context
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption(`sense-${id}`, context.write('caption.sense')),
    columns: [
      { label: labels.response, kind: 'text' },
      { label: labels.inAll, kind: 'text' },
      { label: labels.room, kind: 'rest' },
      { label: labels.remote, kind: 'rest' },
    ],
    rows: responses.map(({ kind, named, marks }): ReportRow => {
      const label = kind === null ? quotedRun(named?.[0]?.text ?? '') : ownRun(context.reportText.responses[kind])
      const shown = columns.filter((_, column) => marks?.room.includes(column) || marks?.remote.includes(column)).length
      if (marks === null || shown === 0) return [makeCell(label), makeCell(...context.write('sense.tooFew')), nilCell, nilCell]
      return [
        makeCell(label),
        makeCell(...context.write('sense.inGroups', { n: shown, of: columns.length })),
        formatColumns(context, columns, marks.room),
        formatColumns(context, columns, marks.remote),
      ]
    }),
  }
}

/** Formats the names of the columns that have a mark, each with its shape. */
function formatColumns(context: ReportContext, columns: NonNullable<RecordSense['columns']>, filled: readonly number[]): Cell {
  const names = columns.flatMap((groups, column) =>
    filled.includes(column) ? [context.list(groups.map((group) => formatGroup(context, group)))] : [],
  )
  return names.length === 0 ? nilCell : names
}

function formatGroup(context: ReportContext, id: string | null): RunLine {
  const mark = context.record.groups.find((group) => group.id === id)?.mark
  return [...(mark === undefined ? makeLine('') : [ownRun(`${markSigns.filled[mark]}\u00a0`, 'mark')]), context.formatGroup(id)]
}
