/** The headline of the page: how many requests, and their outcomes. */
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import { countOutcome, listCountedRequests, outcomeOrder, wasReached } from './record-rows.ts'

export type RecordHeadline = {
  readonly total: number
  /** Includes requests in joint statements. */
  readonly heard: number
  readonly outcomes: Readonly<Record<RequestOutcome, number>>
  readonly answeredLive: number
  readonly answered: number
}

export function computeHeadline(record: SessionRecord): RecordHeadline {
  const requests = listCountedRequests(record)
  const answered = record.questions.filter(({ status }) => status === 'answered')
  return {
    total: requests.length,
    heard: requests.filter(wasReached).length,
    outcomes: Object.fromEntries(outcomeOrder.map((outcome) => [outcome, countOutcome(requests, outcome)])) as Record<
      RequestOutcome,
      number
    >,
    answeredLive: answered.filter(({ answer }) => answer === 'live').length,
    answered: answered.length,
  }
}
