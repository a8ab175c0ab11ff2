/** The sense of the room: each sentence, to how many it was put, and what was published, in words. It never gives a number of responses. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, ReportRow, RunLine } from '@rostrum/shared/contract/report-blocks'
import { fewestShown } from '@rostrum/shared/contract/sense-words'
import { makeCell, nilCell, ownRun, quoteInSentence } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

type RecordSense = NonNullable<SessionRecord['sense']>[number]

export function makeSense(context: ReportContext): readonly Block[] {
  return (context.record.sense ?? []).flatMap((sense) => [
    context.makeNumbered(`sense-${sense.id}`, formatSense(context, sense)),
    ...(sense.responses.length === 0 ? [] : [makeTable(context, sense)]),
  ])
}

function formatSense(context: ReportContext, { id, text, one, openedAt, closedAt, of, turnout, outcome, responses }: RecordSense) {
  const [first, ...others] = text.map(
    ({ text: words }, index): RunLine => [{ ...quoteInSentence(words), ...(index === 0 && { anchor: id }) }],
  )
  const times = { from: context.formatTimeInText(openedAt), until: context.formatTimeInText(closedAt ?? openedAt) }
  return [
    context.write(one === 'person' ? 'sense.askedPeople' : 'sense.askedDelegations', { ...times, text: first ?? [] }),
    ...others.map((words) => context.write('sense.also', { text: words })),
    ...(of === null ? [] : [context.write(one === 'person' ? 'sense.putToPeople' : 'sense.putToDelegations', { n: of })]),
    ...(turnout === null ? [] : [context.write(`sense.turnout.${turnout}`)]),
    formatOutcome(),
    context.write('sense.notVote'),
  ]

  function formatOutcome(): RunLine {
    if (outcome !== 'published') return context.write(`sense.${outcome}`)
    if (responses.length > 0) return context.write('sense.published', { n: context.outline.table(`sense-${id}`) })
    if (turnout !== null) return context.write('sense.publishedTurnout')
    return of === null ? context.write('sense.publishedBefore') : context.write('sense.publishedNothing', { n: fewestShown })
  }
}

function makeTable(context: ReportContext, { id, responses }: RecordSense): Block {
  const { labels, reportText } = context
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption(`sense-${id}`, context.write('caption.sense')),
    columns: [
      { label: labels.response, kind: 'text' },
      { label: labels.amount, kind: 'text' },
      { label: labels.spread, kind: 'text' },
    ],
    rows: responses.map(
      ({ kind, amount, spread }): ReportRow => [
        makeCell(ownRun(reportText.responses[kind])),
        makeCell(ownRun(reportText.amounts[amount])),
        spread === null ? nilCell : makeCell(ownRun(reportText.spreads[spread])),
      ],
    ),
  }
}
