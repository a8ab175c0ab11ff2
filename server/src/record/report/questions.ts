import { answerKinds, declineReasons } from '@rostrum/shared/contract/enums'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, type Cell, makeCell, makeCode, makeHeading, ownRun, quotedRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

type Question = SessionRecord['questions'][number]

/** The number of questions by outcome, whose sum is the number received. Then each question with its outcome. */
export function makeQuestionsSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  const { labels } = reportText
  if (record.statistics.questions.received === 0) return []
  return [
    makeHeading(1, ownRun(reportText.headings.questions)),
    {
      kind: 'table',
      columns: [
        { label: labels.outcome, width: 8 },
        { label: labels.count, width: 2, isNumeric: true },
      ],
      rows: countByOutcome(context).map(([name, count]) => [makeCell(ownRun(name)), makeCell(ownRun(`${count}`))]),
    },
    ...(record.questions.length === 0 ? [] : [makeQuestionsTable(context)]),
  ]
}

function countByOutcome({ record, reportText }: ReportContext): readonly (readonly [string, number])[] {
  const { received, pending, published, merged, movedToQueue, withdrawn, notReached, declined, answered } = record.statistics.questions
  const outcomeText = reportText.questionOutcomes
  const rest: readonly (readonly [string, number])[] = [
    ...answerKinds.map((answer) => [reportText.answerKinds[answer], answered[answer] ?? 0] as const),
    [outcomeText.pending, pending],
    [outcomeText.published, published],
    [outcomeText.merged, merged],
    [outcomeText.movedToQueue, movedToQueue],
    ...declineReasons.map((reason) => [outcomeText.declined(reportText.declineReasons[reason]), declined[reason] ?? 0] as const),
    [outcomeText.withdrawn, withdrawn],
    [outcomeText.notReached, notReached],
  ]
  return [[outcomeText.received, received], ...rest.filter(([, count]) => count > 0)]
}

function makeQuestionsTable(context: ReportContext): Block {
  const { labels } = context.reportText
  return {
    kind: 'table',
    columns: [
      { label: labels.number, width: 7, isNumeric: true },
      { label: labels.question, width: 30 },
      { label: labels.attributedTo, width: 18 },
      { label: labels.outcome, width: 16 },
      { label: labels.support, width: 11, isNumeric: true },
      { label: labels.id, width: 24 },
    ],
    rows: context.record.questions.map((question) => [
      makeCell(ownRun(question.number === 0 ? '' : `${question.number}`)),
      question.text.split('\n').map((line) => [quotedRun(line)]),
      makeCell(context.formatEntity(question.entity)),
      makeOutcomeCell(context, question),
      makeCell(ownRun(`${question.support.total}`)),
      makeCode(question.id),
    ]),
  }
}

function makeOutcomeCell(context: ReportContext, { status, answer, reason, answeredBy, into }: Question): Cell {
  const { statuses, answerKinds: answerText, declineReasons: reasonText, withReason: because } = context.reportText
  const number = context.getQuestionNumber(into)
  const statusText = status === 'answered' && answer !== null ? answerText[answer] : statuses[status]
  return [
    [ownRun(`${reason === null ? statusText : because(statusText, reasonText[reason])}${number === 0 ? '' : ` (${number})`}`)],
    ...(answeredBy === null ? [] : [[quotedRun(answeredBy)]]),
  ]
}
