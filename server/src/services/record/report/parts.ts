/** The counts that make up a whole. A whole that does not add up stops the export: a report must not contain a wrong sum. */

import { declineReasons } from '@rostrum/shared/contract/enums'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { RunLine } from '@rostrum/shared/contract/report-blocks'
import { selectCountedRequests } from '../statistics.ts'
import type { SentenceKey } from '../text/sentence-writer.ts'
import type { ReportContext } from './report-context.ts'

type Part = readonly [key: SentenceKey, count: number, absent?: number]

/** True if the speaker was called at least twice and absent, and so was not reached for that reason. */
const isAbsent = ({ outcome, missedCalls }: SessionRecord['requests'][number]): boolean => outcome === 'not-reached' && missedCalls > 1

export type RequestParts = { readonly total: number; readonly notReached: number; readonly parts: readonly Part[] }

export function countRequests({ statistics, requests }: SessionRecord): RequestParts {
  const counted = statistics.requests
  const absent = selectCountedRequests(requests).filter(isAbsent).length
  const notReached = counted['not-reached']
  const parts: readonly Part[] = [
    ['part.heard', counted.heard],
    ['part.joint', counted.joint],
    ['part.withdrawn', counted.withdrawn],
    ['part.removed', counted.removed],
    ['part.speaking', counted.speaking],
    ['part.waiting', counted.waiting],
    ['part.notReached', notReached, absent],
  ]
  requireSum('requests for the floor', counted.total, parts)
  return { total: counted.total, notReached, parts }
}

/** Formats the parts. `total`: the largest number of the series, by which a language may choose between digits and words. */
export function formatParts(context: ReportContext, parts: readonly Part[]): RunLine {
  const total = sumOf(parts.map(([, count]) => count))
  return context.list(parts.flatMap(([key, n, absent = 0]) => (n === 0 ? [] : [context.write(key, { n, absent, total })])))
}

type QuestionCounts = SessionRecord['statistics']['questions']

/** Formats every outcome of a question with its number. Outcomes that did not occur are left out. */
export function formatQuestionParts(context: ReportContext, counts: QuestionCounts): RunLine {
  const declinedCount = sumOf(Object.values(counts.declined))
  const parts: readonly Part[] = [
    ['question.live', counts.answered.live ?? 0],
    ['question.in-writing', counts.answered['in-writing'] ?? 0],
    ['question.taken-on-notice', counts.answered['taken-on-notice'] ?? 0],
    ['question.published', counts.published],
    ['question.notReached', counts.notReached],
    ['question.merged', counts.merged],
    ['question.movedToQueue', counts.movedToQueue],
    ['question.declined', declinedCount],
    ['question.withdrawn', counts.withdrawn],
    ['question.pending', counts.pending],
  ]
  requireSum('questions', counts.received, parts)
  const reasons = context.list(
    declineReasons.flatMap((reason) => {
      const n = counts.declined[reason] ?? 0
      return n === 0 ? [] : [context.write('question.reason', { n, reason: context.write(`because.${reason}`) })]
    }),
  )
  return context.list(parts.flatMap(([key, n]) => (n === 0 ? [] : [context.write(key, { n, reasons, total: counts.received })])))
}

function requireSum(what: string, total: number, parts: readonly Part[]): void {
  const sum = sumOf(parts.map(([, count]) => count))
  if (sum !== total) throw new Error(`the ${what} do not add up: ${sum} of ${total}`)
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)
