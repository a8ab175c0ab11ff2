/** A full account of the questions: each is in exactly one row, and the rows add up to the number received. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { RecordQuestion } from './record-rows.ts'

export type QuestionOutcome =
  | 'live'
  | 'in-writing'
  | 'taken-on-notice'
  | 'not-reached'
  | 'merged'
  | 'moved-to-queue'
  | 'declined'
  | 'withdrawn'
  | 'published'
  | 'pending'
export type QuestionTally = {
  readonly received: number
  readonly rows: readonly { readonly fate: QuestionOutcome; readonly count: number }[]
  /** The reasons, for declined questions. */
  readonly declined: readonly { readonly reason: NonNullable<RecordQuestion['reason']>; readonly count: number }[]
}

const outcomeRows: readonly QuestionOutcome[] = [
  'live',
  'in-writing',
  'taken-on-notice',
  'not-reached',
  'merged',
  'moved-to-queue',
  'declined',
  'withdrawn',
  'published',
  'pending',
]
/** Shown even if the count is zero. */
const alwaysShown: ReadonlySet<QuestionOutcome> = new Set<QuestionOutcome>(['live', 'not-reached'])

export const getQuestionOutcome = ({ status, answer }: RecordQuestion): QuestionOutcome => {
  switch (status) {
    case 'answered':
      return answer ?? 'live'
    case 'approved':
    case 'answering':
      return 'published'
    case 'pending':
    case 'on-hold':
      return 'pending'
    default:
      return status
  }
}

export function tallyQuestions({ questions }: SessionRecord): QuestionTally {
  const counts = new Map<QuestionOutcome, number>()
  const reasons = new Map<NonNullable<RecordQuestion['reason']>, number>()
  for (const question of questions) {
    const fate = getQuestionOutcome(question)
    counts.set(fate, (counts.get(fate) ?? 0) + 1)
    if (fate === 'declined' && question.reason) reasons.set(question.reason, (reasons.get(question.reason) ?? 0) + 1)
  }
  return {
    received: questions.length,
    rows: outcomeRows.flatMap((fate) => {
      const count = counts.get(fate) ?? 0
      return count > 0 || alwaysShown.has(fate) ? [{ fate, count }] : []
    }),
    declined: [...reasons].map(([reason, count]) => ({ reason, count })),
  }
}
