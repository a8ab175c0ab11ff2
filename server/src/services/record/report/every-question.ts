/** Every question with its author, its support and what became of it. Only for the page: a document names those that were answered. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeCell, makeLine, makeParagraph, nilCell, ownRun, quotedRun, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { formatClock } from './venue-clock.ts'

type Question = SessionRecord['questions'][number]

export function makeEveryQuestion(context: ReportContext): readonly Block[] {
  const { labels, record, reportText } = context
  return [
    makeParagraph('table-title', context.write('caption.everyQuestion')),
    {
      kind: 'table',
      look: 'annex',
      caption: null,
      columns: [
        { label: labels.number, kind: 'figure' },
        { label: labels.question, kind: 'rest' },
        { label: labels.askedBy, kind: 'text' },
        { label: labels.part, kind: 'text' },
        { label: labels.support, kind: 'text' },
        { label: reportText.columns.outcome, kind: 'text' },
      ],
      rows: record.questions.map((question) => [
        question.number > 0 ? makeCell(ownRun(`Q${question.number}`)) : nilCell,
        makeTextCell(context, question),
        makeAuthorCell(context, question),
        makePartCell(context, question.segment),
        makeSupportCell(context, question),
        makeOutcomeCell(context, question),
      ]),
    },
  ]
}

const makeTextCell = (context: ReportContext, { text, original }: Question): Cell => [
  [quotedRun(text)],
  ...(original === null || original === text
    ? []
    : [withFace(context.write('question.asAsked', { text: [quotedRun(original)] }), 'small')]),
]

const makeAuthorCell = (context: ReportContext, { entity, group }: Question): Cell => [
  [context.formatEntity(entity)],
  ...(entity === null ? [] : context.makeGroupCell(group)),
]

function makePartCell(context: ReportContext, segment: string | null): Cell {
  const item = context.items.find(({ id }) => id !== null && id === segment)
  return item === undefined ? nilCell : makeCell(...context.formatItem(item))
}

function makeSupportCell(context: ReportContext, { support }: Question): Cell {
  if (support.total === null) return makeCell(...context.write('cell.fewer'))
  if (support.total === 0) return nilCell
  return [
    [ownRun(`${support.total}`)],
    withFace(context.write('breadth', { n: support.groups.length, all: context.record.groups.length }), 'small'),
  ]
}

function makeOutcomeCell(context: ReportContext, { status, answer, reason, into, answeredBy, answerSeconds }: Question): Cell {
  const { answerKinds, declineReasons, labels, statuses } = context.reportText
  const outcome = makeLine(status === 'answered' && answer !== null ? answerKinds[answer] : statuses[status])
  const host = context.getQuestionNumber(into)
  const more = reason !== null ? makeLine(declineReasons[reason]) : host > 0 ? makeLine(`Q${host}`) : null
  const small = (line: RunLine) => [withFace(line, 'small')]
  return [
    more === null ? outcome : context.addInBrackets(outcome, more),
    ...(answeredBy === null
      ? []
      : small(context.write('heading.labelled', { label: makeLine(labels.answeredBy), title: [quotedRun(answeredBy)] }))),
    ...(answerSeconds === null ? [] : small(makeLine(formatClock(answerSeconds)))),
  ]
}
