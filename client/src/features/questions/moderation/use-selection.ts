/** Several questions chosen together, one by one or from one to another. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { between } from './review-order.ts'

export type Selection = {
  /** All that can be chosen now, as they stand. */
  readonly order: readonly QuestionId[]
  readonly chosen: ReadonlySet<QuestionId>
  /** `reaching`: all from the last one touched to this one. */
  readonly choose: (id: QuestionId, on: boolean, reaching: boolean) => void
  readonly chooseAll: (ids: readonly QuestionId[], on: boolean) => void
}

/** What can no longer be chosen is chosen no more. */
export const useSelection = (order: readonly QuestionId[]): Selection => {
  const [picked, pick] = useState<ReadonlySet<QuestionId>>(new Set())
  const last = useRef<QuestionId | null>(null)
  const can = new Set(order)
  const chosen = new Set([...picked].filter((id) => can.has(id)))
  const chooseAll = (ids: readonly QuestionId[], on: boolean) =>
    pick(new Set(on ? [...chosen, ...ids.filter((id) => can.has(id))] : [...chosen].filter((id) => !ids.includes(id))))
  return {
    order,
    chosen,
    chooseAll,
    choose: (id, on, reaching) => {
      chooseAll(reaching && last.current !== null ? between(order, last.current, id) : [id], on)
      last.current = id
    },
  }
}
