/** What the page says first: how many asked, and what became of them. */
import type { Outcome, SessionRecord } from '@rostrum/shared/contract/record'
import { askedIn, countOf, outcomesTold, wasHeard } from './record-rows.ts'

export type Finding = {
  readonly total: number
  /** With those of joint statements. */
  readonly heard: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly answeredLive: number
  readonly answered: number
}

export function findingOf(record: SessionRecord): Finding {
  const asked = askedIn(record)
  const answered = record.questions.filter(({ status }) => status === 'answered')
  return {
    total: asked.length,
    heard: asked.filter(wasHeard).length,
    outcomes: Object.fromEntries(outcomesTold.map((outcome) => [outcome, countOf(asked, outcome)])) as Record<Outcome, number>,
    answeredLive: answered.filter(({ answer }) => answer === 'live').length,
    answered: answered.length,
  }
}
