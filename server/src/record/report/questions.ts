import { answers, declines } from '@rostrum/shared/contract/enums'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, type Cell, cell, code, heading, ours, theirs } from './blocks.ts'
import type { Telling } from './report-context.ts'

type Question = SessionRecord['questions'][number]

/** Accounted for to the last one; then each with its outcome. */
export function questions(telling: Telling): readonly Block[] {
  const { record, words } = telling
  const { labels } = words
  if (record.statistics.questions.received === 0) return []
  return [
    heading(1, ours(words.headings.questions)),
    {
      kind: 'table',
      heads: [
        { label: labels.outcome, parts: 8 },
        { label: labels.count, parts: 2, figures: true },
      ],
      rows: accounts(telling).map(([name, count]) => [cell(ours(name)), cell(ours(`${count}`))]),
    },
    ...(record.questions.length === 0 ? [] : [listOf(telling)]),
  ]
}

function accounts({ record, words }: Telling): readonly (readonly [string, number])[] {
  const { received, pending, published, merged, toFloor, withdrawn, notReached, declined, answered } = record.statistics.questions
  const say = words.accounts
  const rest: readonly (readonly [string, number])[] = [
    ...answers.map((answer) => [words.answers[answer], answered[answer] ?? 0] as const),
    [say.pending, pending],
    [say.published, published],
    [say.merged, merged],
    [say.toFloor, toFloor],
    ...declines.map((why) => [say.declined(words.declines[why]), declined[why] ?? 0] as const),
    [say.withdrawn, withdrawn],
    [say.notReached, notReached],
  ]
  return [[say.received, received], ...rest.filter(([, count]) => count > 0)]
}

function listOf(telling: Telling): Block {
  const { labels } = telling.words
  return {
    kind: 'table',
    heads: [
      { label: labels.number, parts: 7, figures: true },
      { label: labels.question, parts: 30 },
      { label: labels.saidBy, parts: 18 },
      { label: labels.outcome, parts: 16 },
      { label: labels.support, parts: 11, figures: true },
      { label: labels.id, parts: 24 },
    ],
    rows: telling.record.questions.map((question) => [
      cell(ours(question.number === 0 ? '' : `${question.number}`)),
      question.text.split('\n').map((line) => [theirs(line)]),
      cell(telling.who(question.entity)),
      outcome(telling, question),
      cell(ours(`${question.support.total}`)),
      code(question.id),
    ]),
  }
}

function outcome(telling: Telling, { status, answer, reason, answeredBy, into }: Question): Cell {
  const { statuses, answers: said, declines: whys, because } = telling.words
  const number = telling.numberOf(into)
  const what = status === 'answered' && answer !== null ? said[answer] : statuses[status]
  return [
    [ours(`${reason === null ? what : because(what, whys[reason])}${number === 0 ? '' : ` (${number})`}`)],
    ...(answeredBy === null ? [] : [[theirs(answeredBy)]]),
  ]
}
