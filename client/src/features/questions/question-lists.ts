/** Questions as lists: the selection and the order. */

import type { GroupId, QuestionId } from '@rostrum/shared/contract/ids'
import { isInReview, isOnHold } from '@rostrum/shared/contract/question-statuses'
import { listKeys } from '@rostrum/shared/kernel/fields'
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

/** Lists the questions by number. */
export const listQuestions = ({ questions, support, supportGroups }: QuestionTables): readonly ListedQuestion[] =>
  listKeys(questions)
    .flatMap((id) => {
      const row = questions[id]
      return row ? [combine(id, row, support[id] ?? 0, supportGroups[id] ?? noGroups)] : []
    })
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))

/** Sorts by most support, then by support from most groups, then by time. */
export const sortBySupport = (rows: readonly ListedQuestion[]): readonly ListedQuestion[] =>
  [...rows].sort((a, b) => b.support.total - a.support.total || b.support.groups.length - a.support.groups.length || a.number - b.number)

export const sortOldestFirst = (rows: readonly ListedQuestion[]): readonly ListedQuestion[] =>
  [...rows].sort((a, b) => (a.staff?.askedAt ?? 0) - (b.staff?.askedAt ?? 0))

/** Questions that wait for a moderator: the oldest first, those on hold last. */
export const listInReview = (rows: readonly ListedQuestion[]): readonly ListedQuestion[] =>
  sortOldestFirst(rows.filter(isInReview)).toSorted((a, b) => Number(isOnHold(a)) - Number(isOnHold(b)))
