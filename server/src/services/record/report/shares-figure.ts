/** Figure I: each group's share of the requests, hatched, and of the time, solid. */
import { type Block, getPlainText, makeLine } from './blocks.ts'
import { type Figure, measureNames, mirror, type Shape } from './figure.ts'
import { roundMinutes } from './minutes.ts'
import type { ReportContext } from './report-context.ts'
import { type GroupShare, listShares } from './shares.ts'

const width = 700
const right = 640
const rowHeight = 26

export function makeSharesFigure(context: ReportContext): Block {
  const shares = listShares(context.record)
  const figure = drawShares(context, shares)
  return {
    kind: 'figure',
    caption: {
      number: context.write('label.figure', { n: context.formatFigureNumber('shares') }),
      title: context.addInBrackets(context.write('caption.shares'), context.write('caption.perCent')),
    },
    figure: context.reportText.direction === 'rtl' ? mirror(figure) : figure,
    alt: describeShares(context, shares),
  }
}

function drawShares(context: ReportContext, shares: readonly GroupShare[]): Figure {
  const { statistics } = context.record
  const highest = Math.max(10, Math.ceil(Math.max(...shares.flatMap((one) => [one.requestShare, one.timeShare])) / 10) * 10)
  const left = measureNames(shares.map(({ group }) => context.formatGroup(group).text))
  const toX = (percent: number): number => left + ((right - left) * percent) / highest
  const bottom = 20 + shares.length * rowHeight
  const step = highest > 50 ? 20 : 10
  const axis = Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step).flatMap((percent): readonly Shape[] => [
    { kind: 'rule', x1: toX(percent), y1: 18, x2: toX(percent), y2: bottom, look: 'axis' },
    { kind: 'words', x: toX(percent), y: 12, text: `${percent}`, look: 'axis', side: 'middle' },
  ])
  const legendY = bottom + 20
  const legend: readonly Shape[] = [
    { kind: 'bar', x: 0, y: legendY - 9, width: 16, height: 10, fill: 'hatched' },
    word(22, legendY, getPlainText(context.write('legend.requests', { n: statistics.requests.total }))),
    { kind: 'bar', x: 260, y: legendY - 9, width: 16, height: 10, fill: 'solid' },
    word(282, legendY, getPlainText(context.write('legend.time', { n: roundMinutes(statistics.spokenSeconds) }))),
  ]
  const rows = shares.flatMap(({ group, requestShare, timeShare }, index): readonly Shape[] => {
    const top = 20 + index * rowHeight
    return [
      ...drawGroup(context, group, top + 5),
      ...drawBar(top, requestShare, 'hatched', toX),
      ...drawBar(top + 12, timeShare, 'solid', toX),
    ]
  })
  return { width, height: legendY + 8, shapes: [...axis, ...rows, ...legend] }
}

const word = (x: number, y: number, text: string): Shape => ({ kind: 'words', x, y, text, look: 'label', side: 'left' })

const drawBar = (y: number, percent: number, fill: 'hatched' | 'solid', toX: (percent: number) => number): readonly Shape[] => [
  { kind: 'bar', x: toX(0), y, width: Math.max(0, toX(percent) - toX(0)), height: 10, fill },
  {
    kind: 'words',
    x: toX(percent) + 6,
    y: y + 9,
    text: `${Math.round(percent)}`,
    look: fill === 'solid' ? 'strong' : 'value',
    side: 'left',
  },
]

/** Draws the mark and the short name at the start of a row. */
export function drawGroup(context: ReportContext, group: string | null, y: number): readonly Shape[] {
  const mark = context.record.groups.find(({ id }) => id === group)?.mark
  return [...(mark === undefined ? [] : [{ kind: 'mark', x: 0, y, mark } as const]), word(19, y + 10.5, context.formatGroup(group).text)]
}

function describeShares(context: ReportContext, shares: readonly GroupShare[]): string {
  const apart = Math.ceil(Math.max(0, ...shares.map(({ requestShare, timeShare }) => Math.abs(requestShare - timeShare))))
  const values = shares.map(({ group, requestShare, timeShare }) =>
    getPlainText(
      context.write('alt.values', {
        group: [context.formatGroup(group)],
        requests: Math.round(requestShare),
        time: Math.round(timeShare),
      }),
    ),
  )
  return getPlainText(
    context.write('alt.shares', {
      values: makeLine(values.slice(0, 12).join(getPlainText(context.write('list.clauses')))),
      finding: context.write('alt.within', { n: apart }),
      table: context.outline.table('participation'),
    }),
  )
}
