/** What the list beside the review shows: what waits, and the one under review where it stood, also when somebody else has decided on it. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { type RefObject, useEffect, useMemo } from 'react'
import { isUndecided, type Listed } from '../question-lists.ts'
import { useCalmRows } from '../use-stable-rows.ts'
import type { Wanted } from './question-filter.ts'
import { withKept } from './review-order.ts'

type Reviewed = {
  readonly row: Listed | undefined
  /** Kept here: the list as it is shown. */
  readonly order: RefObject<readonly QuestionId[]>
  /** The list does not stand still for what one does oneself: `left` changes with each decision, `wanted` with each search. */
  readonly left: number
  readonly wanted: Wanted
}

export const useReviewList = (rows: readonly Listed[], waiting: readonly Listed[], { row, order, left, wanted }: Reviewed) => {
  const kept = row && !isUndecided(row) ? row : undefined
  const present = useMemo(() => withKept(waiting, kept, order.current), [waiting, kept, order])
  const { shown, touched, released } = useCalmRows(present)
  const live = useMemo(() => {
    const byId = new Map(rows.map((one) => [one.id, one]))
    return shown.map((one) => byId.get(one.id) ?? one)
  }, [rows, shown])
  useEffect(() => {
    order.current = live.map(({ id }) => id)
  }, [live, order])
  // biome-ignore lint/correctness/useExhaustiveDependencies: that these have changed is the reason
  useEffect(() => {
    released()
  }, [left, wanted, released])
  return { shown: live, touched }
}
