/** Figure II: one row for each group with its interventions over time, filled or open by its channel. The agenda is below. */

import { type ByChannel, channels } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Figure, Shape } from '@rostrum/shared/contract/report-blocks'
import type { SentenceKey } from '../text/sentence-writer.ts'
import { getPlainText } from './blocks.ts'
import { countTurns, nameCounts } from './channel-words.ts'
import { markSize, measureNames, mirror } from './figure.ts'
import { isAtOtherTime } from './minutes.ts'
import type { ReportContext } from './report-context.ts'
import { drawGroup } from './shares-figure.ts'

const width = 700
const rowHeight = 22
const fills: ByChannel<'solid' | 'white' | 'light'> = { room: 'solid', remote: 'white' }
const legends: ByChannel<SentenceKey> = { room: 'legend.room', remote: 'legend.remote' }

export function makeTimelineFigure(context: ReportContext): Block {
  const { turns } = context.record
  const shown = turns.filter(({ number }) => number > 0)
  const isRightToLeft = context.reportText.direction === 'rtl'
  const isMirrored = isRightToLeft && context.isPage
  const figure = drawTimeline(context, shown, isRightToLeft && !isMirrored)
  return {
    kind: 'figure',
    caption: {
      number: context.write('label.figure', { n: context.formatFigureNumber('timeline') }),
      title: context.addInBrackets(context.write('caption.timeline'), context.formatZone()),
    },
    figure: isMirrored ? mirror(figure) : figure,
    alt: getPlainText(
      context.write('alt.timeline', {
        ...nameCounts(countTurns(shown)),
        table: context.outline.table('agenda'),
      }),
    ),
  }
}

/**
 * Draws the timeline. In documents time runs from left to right in every language, and names stand at the start of the line. On a page time
 * runs as the text does.
 */
function drawTimeline(context: ReportContext, turns: SessionRecord['turns'], isRightToLeft: boolean): Figure {
  const { record, labels } = context
  const shift = getPlanShift(record)
  const [begin, end] = findSpan(record, shift)
  const groups = record.statistics.groups
    .map(({ group }) => group)
    .filter((group) => group !== null || turns.some((turn) => turn.group === null))
  const left = measureNames([...groups.map((group) => context.formatGroup(group).text), labels.plannedBar, labels.actualBar])
  const start = isRightToLeft ? 20 : left
  const toX = (at: number): number => start + ((width - left - 20) * (at - begin)) / Math.max(1, end - begin)
  const agendaTop = 22 + groups.length * rowHeight + 4
  const bottom = agendaTop + 48
  const names: readonly Shape[] = [
    ...groups.flatMap((group, index) => drawGroup(context, group, 20 + index * rowHeight)),
    nameRow(labels.plannedBar, agendaTop + 13),
    nameRow(labels.actualBar, agendaTop + 37),
  ]
  const bars = turns.map((turn): Shape => {
    const [x1, x2] = [toX(Date.parse(turn.startedAt)), toX(Date.parse(turn.endedAt))]
    const row = groups.indexOf(turn.group)
    return {
      kind: 'bar',
      x: x1,
      y: 20 + row * rowHeight,
      width: Math.max(2, x2 - x1),
      height: 13,
      fill: turn.channel === null ? 'solid' : fills[turn.channel],
    }
  })
  const planned = record.agenda.map(({ planned: { startsAt, seconds }, ...segment }) => {
    const from = Date.parse(startsAt) + shift
    return drawPart(context, segment, toX(from), toX(from + seconds * 1000), agendaTop, 'white')
  })
  const actual = record.agenda.flatMap(({ actual: times, ...segment }) =>
    times === null
      ? []
      : [
          drawPart(
            context,
            segment,
            toX(Date.parse(times.startedAt)),
            toX(times.endedAt === null ? end : Date.parse(times.endedAt)),
            agendaTop + 24,
            'light',
          ),
        ],
  )
  const legendY = bottom + 18
  const legend = channels.flatMap((channel, index): readonly Shape[] => [
    { kind: 'bar', x: 200 * index, y: legendY - 9, width: 16, height: 10, fill: fills[channel] },
    { kind: 'words', x: 200 * index + 22, y: legendY, text: getPlainText(context.write(legends[channel])), look: 'label', side: 'left' },
  ])
  const place = (shapes: readonly Shape[]): readonly Shape[] => (isRightToLeft ? shapes.map(toRightEdge) : shapes)
  return {
    width,
    height: legendY + 8,
    shapes: [
      ...drawHours(context, begin, end, toX, bottom),
      ...place(names),
      ...bars,
      ...planned.flat(),
      ...actual.flat(),
      ...place(legend),
    ],
  }
}

const nameRow = (text: string, y: number): Shape => ({ kind: 'words', x: 19, y, text, look: 'label', side: 'left' })

/** Moves a shape from the start of a line to the right edge, for a line that starts there. */
function toRightEdge(shape: Shape): Shape {
  switch (shape.kind) {
    case 'words':
      return { ...shape, x: width - shape.x, side: 'right' }
    case 'mark':
      return { ...shape, x: width - shape.x - markSize }
    case 'bar':
      return { ...shape, x: width - shape.x - shape.width }
    default:
      return shape
  }
}

/** Returns how far the plan is shifted for the drawing. */
const getPlanShift = (record: SessionRecord): number =>
  isAtOtherTime(record) ? Date.parse(record.session.openedAt ?? record.session.plannedStart) - Date.parse(record.session.plannedStart) : 0

function findSpan({ session, log, agenda }: SessionRecord, shift: number): readonly [begin: number, end: number] {
  const actual = [session.openedAt, session.closedAt ?? log.at, ...agenda.map((segment) => segment.actual?.endedAt ?? null)]
  const times = [
    ...actual.flatMap((iso) => (iso === null ? [] : [Date.parse(iso)])),
    ...[session.plannedStart, session.plannedEnd].map((iso) => Date.parse(iso) + shift),
  ]
  return [Math.min(...times), Math.max(...times)]
}

/** Draws a line and a time at each step. There are at most eight steps. */
function drawHours(
  { venueClock }: ReportContext,
  begin: number,
  end: number,
  toX: (at: number) => number,
  bottom: number,
): readonly Shape[] {
  const minute = 60_000
  const step = [5, 10, 15, 30, 60, 120, 240, 480, 1440].find((minutes) => (end - begin) / (minutes * minute) <= 8) ?? 10_080
  const first = Math.ceil(begin / (step * minute)) * step * minute
  return Array.from({ length: Math.floor((end - first) / (step * minute)) + 1 }, (_, index) => first + index * step * minute).flatMap(
    (at): readonly Shape[] => [
      { kind: 'rule', x1: toX(at), y1: 16, x2: toX(at), y2: bottom, look: 'axis' },
      { kind: 'words', x: toX(at), y: 11, text: venueClock.getLocalTime(new Date(at).toISOString()).minute, look: 'axis', side: 'middle' },
    ],
  )
}

function drawPart(
  context: ReportContext,
  { id, title }: { readonly id: string; readonly title: string },
  x1: number,
  x2: number,
  y: number,
  fill: 'white' | 'light',
): readonly Shape[] {
  const item = context.items.find((one) => one.id === id)
  const name = item?.topic != null ? getPlainText(context.write('label.topic', { k: item.topic })) : title
  const room = x2 - x1 - 6
  return [
    { kind: 'bar', x: x1, y, width: Math.max(1, x2 - x1), height: 18, fill },
    // If a name does not fit, the table below shows it.
    ...(name.length * 5.6 > room
      ? []
      : [{ kind: 'words', x: (x1 + x2) / 2, y: y + 12.5, text: name, look: 'value', side: 'middle' } as const]),
  ]
}
