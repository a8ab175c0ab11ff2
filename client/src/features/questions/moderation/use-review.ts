/** The question under review. It stays open until the moderator moves on, even if somebody else has decided on it. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { findNext } from './review-order.ts'

export type QuestionReview = {
  readonly currentId: QuestionId | null
  /** How often the moderator has moved on to another question. */
  readonly leftCount: number
  readonly open: (id: QuestionId) => void
  /**
   * Sends a decision on the question under review. Once it is accepted, the review moves to the next question. `then`: the question that it
   * moves to instead, if that one still waits for a decision.
   */
  readonly decide: (command: Command, then?: QuestionId) => void
  /** Moves to the next question without a decision. */
  readonly goOn: () => void
  /** Called by a control that takes the focus out of the list for a moment. After the decision the focus returns to the list. */
  readonly leaveList: () => void
}

type ReviewRefs = {
  /** Contains the rows, each with `data-row`, and the heading with `data-review`. */
  readonly workplace: RefObject<HTMLElement | null>
  /** The ids of the list as it is shown. */
  readonly order: RefObject<readonly QuestionId[]>
}

export const useReview = (waiting: readonly QuestionId[], { workplace, order }: ReviewRefs): QuestionReview => {
  const send = useSend('question-review')
  const [at, go] = useState<QuestionId | null>(null)
  const [left, leave] = useState(0)
  const latest = useRef(waiting)
  const fromList = useRef(false)
  const toRow = useRef(false)
  const hasActed = useRef(false)
  const first = waiting[0] ?? null
  if (at === null && first !== null) go(first)
  useEffect(() => {
    latest.current = waiting
  }, [waiting])
  useReviewFocus(at, { workplace, toRow, hasActed })
  const advance = (from: QuestionId, list: readonly QuestionId[], then?: QuestionId) => {
    toRow.current = fromList.current || isFocusInList(workplace.current)
    fromList.current = false
    hasActed.current = true
    const next = then !== undefined && latest.current.includes(then) ? then : findNext(list, from, latest.current)
    go((now) => (now === from ? next : now))
    leave((count) => count + 1)
  }
  return {
    currentId: at,
    leftCount: left,
    open: (id) => {
      fromList.current = false
      toRow.current = isFocusInList(workplace.current)
      go(id)
    },
    decide: (command, then) => {
      if (at === null) return
      const list = order.current
      void send(command).then((reply) => {
        if (reply.ok) advance(at, list, then)
      })
    },
    goOn: () => {
      if (at !== null) advance(at, order.current)
    },
    leaveList: () => {
      fromList.current = true
    },
  }
}

const isFocusInList = (workplace: HTMLElement | null): boolean => {
  const row = document.activeElement?.closest('[data-row]')
  return row !== undefined && row !== null && (workplace?.contains(row) ?? false)
}

/**
 * Sets the focus after a change. A user who decided from the list continues at the next row. A user who pressed a button that
 * disappeared with its question continues at the heading. The focus does not move if it was elsewhere.
 */
const useReviewFocus = (at: QuestionId | null, { workplace, toRow, hasActed }: FocusRefs): void => {
  const before = useRef(at)
  const heading = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    const row = toRow.current ? workplace.current?.querySelector<HTMLElement>(`[data-row="${at}"] button`) : null
    const focusLost = document.activeElement === null || document.activeElement === document.body
    const left = hasActed.current || heading.current?.isConnected === false
    heading.current = null
    if (row) row.focus()
    else if (focusLost && left) {
      heading.current = workplace.current?.querySelector<HTMLElement>('[data-review]') ?? null
      heading.current?.focus()
    }
    toRow.current = false
    hasActed.current = false
  }, [at, workplace, toRow, hasActed])
}

type FocusRefs = {
  readonly workplace: RefObject<HTMLElement | null>
  readonly toRow: RefObject<boolean>
  /** True if the change results from a press on this page. */
  readonly hasActed: RefObject<boolean>
}
