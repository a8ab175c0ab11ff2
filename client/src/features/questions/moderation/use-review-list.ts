/** The list next to the review: waiting questions, and the one under review in its place, even if somebody has decided on it. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isInReview } from '@rostrum/shared/contract/question-statuses'
import { type RefObject, useEffect, useMemo } from 'react'
import type { ListedQuestion } from '../question-lists.ts'
import { useStableRows } from '../use-stable-rows.ts'
import type { QuestionFilter } from './question-filter.ts'
import { insertKept } from './review-order.ts'

type ReviewListState = {
  readonly row: ListedQuestion | undefined
  /** Set here: the ids of the list as it is shown. */
  readonly order: RefObject<readonly QuestionId[]>
  /** The frozen order is released for the user's own actions: `leftCount` changes with each decision, `filter` with each search. */
  readonly leftCount: number
  readonly filter: QuestionFilter
}

export const useReviewList = (
  rows: readonly ListedQuestion[],
  waiting: readonly ListedQuestion[],
  { row, order, leftCount, filter }: ReviewListState,
) => {
  const kept = row && !isInReview(row) ? row : undefined
  const present = useMemo(() => insertKept(waiting, kept, order.current), [waiting, kept, order])
  const { shown, touched, released } = useStableRows(present)
  const live = useMemo(() => {
    const byId = new Map(rows.map((one) => [one.id, one]))
    return shown.map((one) => byId.get(one.id) ?? one)
  }, [rows, shown])
  useEffect(() => {
    order.current = live.map(({ id }) => id)
  }, [live, order])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of these values is the reason to run
  useEffect(() => {
    released()
  }, [leftCount, filter, released])
  return { shown: live, touched }
}
