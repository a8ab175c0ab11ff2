/** Selects several questions, one by one or as a range. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { sliceBetween } from './review-order.ts'

export type QuestionSelection = {
  /** All questions that can be selected now, in list order. */
  readonly order: readonly QuestionId[]
  readonly chosen: ReadonlySet<QuestionId>
  /** `isRange`: selects everything from the last question touched to this one. */
  readonly choose: (id: QuestionId, on: boolean, isRange: boolean) => void
  readonly chooseAll: (ids: readonly QuestionId[], on: boolean) => void
}

/** A question that can no longer be selected leaves the selection. */
export const useSelection = (order: readonly QuestionId[]): QuestionSelection => {
  const [selected, setSelected] = useState<ReadonlySet<QuestionId>>(new Set())
  const last = useRef<QuestionId | null>(null)
  const selectableIds = new Set(order)
  const chosen = new Set([...selected].filter((id) => selectableIds.has(id)))
  const chooseAll = (ids: readonly QuestionId[], on: boolean) =>
    setSelected(new Set(on ? [...chosen, ...ids.filter((id) => selectableIds.has(id))] : [...chosen].filter((id) => !ids.includes(id))))
  return {
    order,
    chosen,
    chooseAll,
    choose: (id, on, reaching) => {
      chooseAll(reaching && last.current !== null ? sliceBetween(order, last.current, id) : [id], on)
      last.current = id
    },
  }
}
