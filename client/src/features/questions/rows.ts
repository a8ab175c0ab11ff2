/** Questions as lists: which ones, in which order, and counts that add up. */
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { QuestionId } from '@rostrum/shared/kernel/ids'
import type { QuestionRow } from '@rostrum/shared/projection/questions'
import type { View } from '@rostrum/shared/projection/view'

export type Listed = QuestionRow & { readonly id: QuestionId }

export const listed = (questions: View['questions']): readonly Listed[] =>
  Object.entries(questions).flatMap(([id, row]) => (row ? [{ ...row, id: id as QuestionId }] : []))

export const withStatus = (rows: readonly Listed[], ...statuses: readonly QuestionStatus[]): readonly Listed[] =>
  rows.filter(({ status }) => statuses.includes(status))

/** Most support first, then the widest, then the earliest. */
export const bySupport = (rows: readonly Listed[]): readonly Listed[] =>
  [...rows].sort((a, b) => b.support.total - a.support.total || b.support.groups.length - a.support.groups.length || a.number - b.number)

export const oldestFirst = (rows: readonly Listed[]): readonly Listed[] =>
  [...rows].sort((a, b) => (a.desk?.askedAt ?? 0) - (b.desk?.askedAt ?? 0))

const standing = ['approved', 'answering', 'not-reached'] as const
const reviewed = ['pending', 'on-hold'] as const

/** Everything received is counted once. */
export const countsOf = (rows: readonly Listed[]) => ({
  received: rows.length,
  approved: withStatus(rows, ...standing).length,
  answered: withStatus(rows, 'answered').length,
  declined: withStatus(rows, 'declined').length,
  withdrawn: withStatus(rows, 'withdrawn').length,
  pending: withStatus(rows, ...reviewed).length,
})
