/** Questions as lists: which ones, and in which order. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { View } from '@rostrum/shared/projection/registry'

export type Support = NonNullable<View['support'][QuestionId]>
/** A question with its id and its support beside it. */
export type Listed = QuestionRow & { readonly id: QuestionId; readonly support: Support }

const unsupported: Support = { total: 0, groups: [] }
const made = new WeakMap<QuestionRow, Listed>()

/** One whose row and support are as they were is the same as before. */
const together = (id: QuestionId, row: QuestionRow, support: Support): Listed => {
  const before = made.get(row)
  if (before?.support === support) return before
  const both = { ...row, id, support }
  made.set(row, both)
  return both
}

export const listed = ({ questions, support }: Pick<View, 'questions' | 'support'>): readonly Listed[] =>
  (Object.keys(questions) as QuestionId[]).flatMap((id) => {
    const row = questions[id]
    return row ? [together(id, row, support[id] ?? unsupported)] : []
  })

export const withStatus = (rows: readonly Listed[], ...statuses: readonly QuestionStatus[]): readonly Listed[] =>
  rows.filter(({ status }) => statuses.includes(status))

/** Most support first, then the widest, then the earliest. */
export const bySupport = (rows: readonly Listed[]): readonly Listed[] =>
  [...rows].sort((a, b) => b.support.total - a.support.total || b.support.groups.length - a.support.groups.length || a.number - b.number)

export const oldestFirst = (rows: readonly Listed[]): readonly Listed[] =>
  [...rows].sort((a, b) => (a.desk?.askedAt ?? 0) - (b.desk?.askedAt ?? 0))

/** Nobody has decided on them yet. */
export const isUndecided = ({ status }: Pick<Listed, 'status'>): boolean => status === 'pending' || status === 'on-hold'

/** What waits for a moderator: the oldest first, those on hold last. */
export const toReview = (rows: readonly Listed[]): readonly Listed[] => [
  ...oldestFirst(withStatus(rows, 'pending')),
  ...oldestFirst(withStatus(rows, 'on-hold')),
]

/** Open ones can be edited, merged and put to somebody; the others are over. */
export const isOpen = ({ status }: Pick<Listed, 'status'>): boolean => status === 'pending' || status === 'on-hold' || status === 'approved'
