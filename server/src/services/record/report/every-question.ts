/**
 * The questions with their authors, their support and what became of each. A document has those that were published; the page also has the
 * texts that only the secretariat may see.
 */
import { isAnswered, questionRules } from '@rostrum/shared/contract/question-statuses'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeCell, makeLine, makeParagraph, nilCell, ownRun, quotedRun, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { dropEmptyColumns } from './table.ts'
import { formatClock } from './venue-clock.ts'

type Question = SessionRecord['questions'][number]

export function makeEveryQuestion(context: ReportContext): readonly Block[] {
  const { questions } = context.record
  const published = questions.filter(({ number, status }) => number > 0 && questionRules[status].inRecord)
  const title = context.write('caption.everyQuestion')
  if (published.length === 0) return context.isPage ? [makeParagraph('table-title', title), makeTable(context, questions)] : []
  // Page and document count the same tables.
  const caption = context.makeTableCaption('every-question', title)
  return [{ ...makeTable(context, context.isPage ? questions : published), caption }]
}

function makeTable(context: ReportContext, questions: readonly Question[]): Extract<Block, { kind: 'table' }> {
  const { isPage, labels, reportText } = context
  return dropEmptyColumns({
    kind: 'table',
    look: 'annex',
    caption: null,
    columns: [
      { label: labels.number, kind: 'figure' },
      { label: labels.question, kind: 'rest' },
      { label: labels.askedBy, kind: 'text' },
      // A document has these with the topic. Without them the table fits an upright page in every language.
      ...(isPage ? ([labels.part, labels.support] as const).map((label) => ({ label, kind: 'text' as const })) : []),
      { label: reportText.columns.outcome, kind: 'text' },
    ],
    rows: questions.map((question) => [
      question.number > 0 ? makeCell(ownRun(`Q${question.number}`)) : nilCell,
      makeTextCell(context, question),
      makeAuthorCell(context, question),
      ...(isPage ? [makePartCell(context, question.segment), makeSupportCell(context, question)] : []),
      makeOutcomeCell(context, question),
    ]),
  })
}

const makeTextCell = (context: ReportContext, { text, original }: Question): Cell => [
  [quotedRun(text)],
  ...(original === null || original === text || !context.isPage
    ? []
    : [withFace(context.write('question.asAsked', { text: [quotedRun(original)] }), 'small')]),
]

/** A document names the group alone, as the tables of the topics do. */
const makeAuthorCell = (context: ReportContext, { group, ...question }: Question): Cell =>
  context.isPage
    ? [context.formatEntity(question), ...(question.entity === null ? [] : context.makeGroupCell(group))]
    : group === null
      ? nilCell
      : context.makeGroupCell(group)

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

function makeOutcomeCell(context: ReportContext, question: Question): Cell {
  const { status, answer, reason, into, answeredBy, answerSeconds } = question
  const { answerKinds, declineReasons, labels, statuses } = context.reportText
  const outcome = makeLine(isAnswered(question) && answer !== null ? answerKinds[answer] : statuses[status])
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
