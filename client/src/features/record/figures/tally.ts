/** Questions accounted for to the last one: each is in exactly one row, and the rows add up to what was received. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Question } from './record-rows.ts'

export type Fate =
  | 'live'
  | 'in-writing'
  | 'taken-on-notice'
  | 'not-reached'
  | 'merged'
  | 'to-floor'
  | 'declined'
  | 'withdrawn'
  | 'published'
  | 'pending'
export type Tally = {
  readonly received: number
  readonly rows: readonly { readonly fate: Fate; readonly count: number }[]
  /** Why, for those declined. */
  readonly declined: readonly { readonly reason: NonNullable<Question['reason']>; readonly count: number }[]
}

const fates: readonly Fate[] = [
  'live',
  'in-writing',
  'taken-on-notice',
  'not-reached',
  'merged',
  'to-floor',
  'declined',
  'withdrawn',
  'published',
  'pending',
]
/** Told even where there was none. */
const always: ReadonlySet<Fate> = new Set<Fate>(['live', 'not-reached'])

export const fateOf = ({ status, answer }: Question): Fate => {
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

export function tallyOf({ questions }: SessionRecord): Tally {
  const counts = new Map<Fate, number>()
  const reasons = new Map<NonNullable<Question['reason']>, number>()
  for (const question of questions) {
    const fate = fateOf(question)
    counts.set(fate, (counts.get(fate) ?? 0) + 1)
    if (fate === 'declined' && question.reason) reasons.set(question.reason, (reasons.get(question.reason) ?? 0) + 1)
  }
  return {
    received: questions.length,
    rows: fates.flatMap((fate) => {
      const count = counts.get(fate) ?? 0
      return count > 0 || always.has(fate) ? [{ fate, count }] : []
    }),
    declined: [...reasons].map(([reason, count]) => ({ reason, count })),
  }
}
