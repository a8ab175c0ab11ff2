/** II. The points by topic and group, then each topic. */
import type { Block, Cell, ReportRow, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeCell, makeLine, nilCell, ownRun, quotedRun, withFace } from './blocks.ts'
import type { Item } from './items.ts'
import { flattenNote, formatLateMark, formatSourceNumbers, formatTagMark } from './point-lines.ts'
import type { Point } from './points.ts'
import type { ReportContext } from './report-context.ts'
import { makeTopicBlocks } from './topic.ts'

/** The most topics side by side. Further topics go into another table. */
const maxTopics = 5

export function makeSaid(context: ReportContext): readonly Block[] {
  const points = context.items.flatMap((item) => item.points)
  const keys = [...(points.length > 0 ? ['points'] : []), ...context.items.map(({ key }) => key)]
  for (const key of keys) context.outline.section(key)
  return [
    ...(points.length > 0 ? makeMatrixSection(context) : []),
    ...(points.length === 0 && context.outline.hasSection('points') ? makeHiddenSection(context) : []),
    ...context.items.flatMap((item) => [
      makeSectionHeading(context, item.key, context.formatItem(item)),
      ...makeTopicBlocks(context, item),
    ]),
  ]
}

/** Makes the heading of a section. A single section has no letter, so there is never an A without a B. */
function makeSectionHeading(context: ReportContext, key: string, title: RunLine): Block {
  const { outline, reportText } = context
  const letter = outline.section(key)
  const line =
    outline.sectionCount < 2 ? title : context.write('heading.chapter', { number: makeLine(reportText.sectionLetter(letter)), title })
  return { kind: 'heading', level: 2, line, anchor: `section-${key}` }
}

/** Makes a section in place of the hidden points. The numbers of the full version remain unused, so a reader learns why. */
const makeHiddenSection = (context: ReportContext): readonly Block[] => [
  makeSectionHeading(context, 'points', context.write('heading.points')),
  context.makeNumbered('points', [context.write('said.hidden', { table: context.outline.table('points-0') })]),
]

function makeMatrixSection(context: ReportContext): readonly Block[] {
  const withPoints = context.items.filter(({ topic, points }) => topic !== null || points.length > 0)
  const chunks = Array.from({ length: Math.ceil(withPoints.length / maxTopics) }, (_, index) =>
    withPoints.slice(index * maxTopics, (index + 1) * maxTopics),
  )
  const n = context.items.reduce((sum, { points }) => sum + points.length, 0)
  return [
    makeSectionHeading(context, 'points', context.write('heading.points')),
    context.makeNumbered('points', [context.write('said.intro', { n, table: context.outline.table('points-0') })]),
    ...chunks.map((items, index) => makeMatrix(context, items, `points-${index}`)),
  ]
}

function makeMatrix(context: ReportContext, items: readonly Item[], key: string): Block {
  const { record, labels } = context
  const hasUngrouped = items.some(({ points }) => points.some(({ groups }) => groups.includes(null)))
  const groupIds = [...record.groups.map(({ id }) => id), ...(hasUngrouped ? [null] : [])]
  const general = items.some(({ points }) => points.some(({ sources }) => sources.length === 0))
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption(key, context.write('caption.matrix')),
    columns: [
      { label: labels.group, kind: 'text' },
      ...items.map((item) => ({
        label: context
          .formatItem(item)
          .map(({ text }) => text)
          .join(''),
        kind: 'rest' as const,
      })),
    ],
    rows: [
      ...groupIds.map((id) => [makeGroupHead(context, id), ...items.map((item) => makeMatrixCell(context, item, id))]),
      ...(items.some(({ points }) => points.some(({ isFromPanel }) => isFromPanel))
        ? [
            [
              makeCell(ownRun(labels.panel)),
              ...items.map((item) =>
                makeCellOf(
                  context,
                  item.points.filter(({ isFromPanel }) => isFromPanel),
                ),
              ),
            ] as ReportRow,
          ]
        : []),
      ...(general
        ? [[makeCell(...context.write('cell.general')), ...items.map((item) => makeGeneralCell(context, item))] as ReportRow]
        : []),
    ],
  }
}

function makeGroupHead(context: ReportContext, id: string | null): Cell {
  const share = context.record.statistics.groups.find(({ group }) => group === id)
  const counts = share ? withFace(context.write('group.heard', { heard: share.heard, asked: share.requests }), 'small') : []
  return [...context.makeGroupCell(id), ...(counts.length === 0 ? [] : [counts])]
}

function makeMatrixCell(context: ReportContext, { points, turns }: Item, id: string | null): Cell {
  const own = points.filter(({ groups }) => groups.includes(id))
  if (own.length > 0) return makeCellOf(context, own)
  const hasSpoken = turns.some(({ group }) => group === id)
  return makeCell(...withFace(context.write(hasSpoken ? 'cell.noPoint' : 'cell.noIntervention'), 'emphasis'))
}

function makeGeneralCell(context: ReportContext, { points }: Item): Cell {
  return makeCellOf(
    context,
    points.filter(({ sources }) => sources.length === 0),
  )
}

const makeCellOf = (context: ReportContext, points: readonly Point[]): Cell =>
  points.length === 0 ? nilCell : points.map((point) => formatMatrixPoint(context, point))

function formatMatrixPoint(context: ReportContext, point: Point): RunLine {
  const numbers = formatSourceNumbers(context, point)
  const text = [quotedRun(flattenNote(point.text)), ...formatLateMark(point)]
  return [
    ...context.makeAnchors(...point.ids),
    ...formatTagMark(context, point.tag),
    ...(numbers.length === 0
      ? text
      : context.addInBrackets(
          text,
          numbers.flatMap((run, index) => (index === 0 ? [run] : [ownRun(', '), run])),
        )),
  ]
}
