/** Questions as lists: the selection and the order. */

import type { GroupId, QuestionId } from '@rostrum/shared/contract/ids'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { View } from '@rostrum/shared/projection/registry'

type QuestionSupport = { readonly total: number; readonly groups: readonly GroupId[] }
/** A question row with its id and its support. */
export type ListedQuestion = QuestionRow & { readonly id: QuestionId; readonly support: QuestionSupport }

const noGroups: readonly GroupId[] = []
const listedByRow = new WeakMap<QuestionRow, ListedQuestion>()

/** The same object if row and support have not changed. */
const combine = (id: QuestionId, row: QuestionRow, total: number, groups: readonly GroupId[]): ListedQuestion => {
  const before = listedByRow.get(row)
  if (before?.support.total === total && before.support.groups === groups) return before
  const both = { ...row, id, support: { total, groups } }
  listedByRow.set(row, both)
  return both
}

type QuestionTables = Pick<View, 'questions' | 'support' | 'supportGroups'>

export const listQuestions = ({ questions, support, supportGroups }: QuestionTables): readonly ListedQuestion[] =>
  (Object.keys(questions) as QuestionId[]).flatMap((id) => {
    const row = questions[id]
    return row ? [combine(id, row, support[id] ?? 0, supportGroups[id] ?? noGroups)] : []
  })

export const filterStatus = (rows: readonly ListedQuestion[], ...statuses: readonly QuestionStatus[]): readonly ListedQuestion[] =>
  rows.filter(({ status }) => statuses.includes(status))

/** Sorts by most support, then by support from most groups, then by time. */
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
