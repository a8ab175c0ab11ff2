/** Questions as lists: the selection and the order. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { View } from '@rostrum/shared/projection/registry'

export type QuestionSupport = NonNullable<View['support'][QuestionId]>
/** A question row with its id and its support. */
export type ListedQuestion = QuestionRow & { readonly id: QuestionId; readonly support: QuestionSupport }

const noSupport: QuestionSupport = { total: 0, groups: [] }
const listedByRow = new WeakMap<QuestionRow, ListedQuestion>()

/** The same object if row and support have not changed. */
const combine = (id: QuestionId, row: QuestionRow, support: QuestionSupport): ListedQuestion => {
  const before = listedByRow.get(row)
  if (before?.support === support) return before
  const both = { ...row, id, support }
  listedByRow.set(row, both)
  return both
}

export const listQuestions = ({ questions, support }: Pick<View, 'questions' | 'support'>): readonly ListedQuestion[] =>
  (Object.keys(questions) as QuestionId[]).flatMap((id) => {
    const row = questions[id]
    return row ? [combine(id, row, support[id] ?? noSupport)] : []
  })

export const filterStatus = (rows: readonly ListedQuestion[], ...statuses: readonly QuestionStatus[]): readonly ListedQuestion[] =>
  rows.filter(({ status }) => statuses.includes(status))

/** Most support first, then support from most groups, then the earliest. */
export const sortBySupport = (rows: readonly ListedQuestion[]): readonly ListedQuestion[] =>
  [...rows].sort((a, b) => b.support.total - a.support.total || b.support.groups.length - a.support.groups.length || a.number - b.number)

export const sortOldestFirst = (rows: readonly ListedQuestion[]): readonly ListedQuestion[] =>
  [...rows].sort((a, b) => (a.staff?.askedAt ?? 0) - (b.staff?.askedAt ?? 0))

/** Not decided yet. */
export const isAwaitingModeration = ({ status }: Pick<ListedQuestion, 'status'>): boolean => status === 'pending' || status === 'on-hold'

/** Questions that wait for a moderator: the oldest first, those on hold last. */
export const listToReview = (rows: readonly ListedQuestion[]): readonly ListedQuestion[] => [
  ...sortOldestFirst(filterStatus(rows, 'pending')),
  ...sortOldestFirst(filterStatus(rows, 'on-hold')),
]

/** An open question can be edited, merged and assigned. The others are finished. */
export const isOpenQuestion = ({ status }: Pick<ListedQuestion, 'status'>): boolean =>
  status === 'pending' || status === 'on-hold' || status === 'approved'
