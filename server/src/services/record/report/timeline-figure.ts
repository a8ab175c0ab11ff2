/** Figure II: one row for each group with its interventions over time, filled for the room, open for remote. The agenda is below. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, getPlainText } from './blocks.ts'
import { type Figure, markSize, measureNames, type Shape } from './figure.ts'
import { isAtOtherTime } from './minutes.ts'
import type { ReportContext } from './report-context.ts'
import { drawGroup } from './shares-figure.ts'

const width = 700
const rowHeight = 22

export function makeTimelineFigure(context: ReportContext): Block {
  const { turns } = context.record
  const shown = turns.filter(({ number }) => number > 0)
  return {
    kind: 'figure',
    caption: {
      number: context.write('label.figure', { n: context.formatFigureNumber('timeline') }),
      title: context.addInBrackets(context.write('caption.timeline'), context.formatZone()),
    },
    figure: drawTimeline(context, shown),
    alt: getPlainText(
      context.write('alt.timeline', {
        room: shown.filter(({ channel }) => channel === 'room').length,
        remote: shown.filter(({ channel }) => channel === 'remote').length,
        table: context.outline.table('agenda'),
      }),
    ),
  }
}

/** Draws the timeline. Time runs from left to right in every language. In a language from right to left, the names are on the right. */
function drawTimeline(context: ReportContext, turns: SessionRecord['turns']): Figure {
  const { record, labels, reportText } = context
  const isRightToLeft = reportText.direction === 'rtl'
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
      fill: turn.channel === 'remote' ? 'white' : 'solid',
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
  const legend: readonly Shape[] = [
    { kind: 'bar', x: 0, y: legendY - 9, width: 16, height: 10, fill: 'solid' },
    { kind: 'words', x: 22, y: legendY, text: getPlainText(context.write('legend.room')), look: 'label', side: 'left' },
    { kind: 'bar', x: 200, y: legendY - 9, width: 16, height: 10, fill: 'white' },
    { kind: 'words', x: 222, y: legendY, text: getPlainText(context.write('legend.remote')), look: 'label', side: 'left' },
  ]
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
