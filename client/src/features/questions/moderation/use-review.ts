/** The one under review: it stays in view until the moderator goes on, also where somebody else has decided on it. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { nextAfter } from './review-order.ts'

export type Reviewing = {
  readonly at: QuestionId | null
  /** How often one was left after a decision. */
  readonly left: number
  readonly open: (id: QuestionId) => void
  /** Sends a decision on the one under review and goes on, once it is taken, to the next. */
  readonly decide: (command: Command) => void
  /** Goes on without a decision. */
  readonly goOn: () => void
  /** To be called by what takes the focus away from the list for a moment: after the decision it comes back. */
  readonly leaveList: () => void
}

type Place = {
  /** Holds the rows, each with its `data-row`, and the heading that is marked `data-review`. */
  readonly desk: RefObject<HTMLElement | null>
  /** The list as it is shown. */
  readonly order: RefObject<readonly QuestionId[]>
}

export const useReview = (waiting: readonly QuestionId[], { desk, order }: Place): Reviewing => {
  const send = useSend()
  const [at, go] = useState<QuestionId | null>(null)
  const [left, leave] = useState(0)
  const latest = useRef(waiting)
  const fromList = useRef(false)
  const toRow = useRef(false)
  const acted = useRef(false)
  const first = waiting[0] ?? null
  if (at === null && first !== null) go(first)
  useEffect(() => {
    latest.current = waiting
  }, [waiting])
  useFocusOf(at, { desk, toRow, acted })
  const onwards = (from: QuestionId, list: readonly QuestionId[]) => {
    toRow.current = fromList.current || isInList(desk.current)
    fromList.current = false
    acted.current = true
    go((now) => (now === from ? nextAfter(list, from, latest.current) : now))
    leave((count) => count + 1)
  }
  return {
    at,
    left,
    open: (id) => {
      fromList.current = false
      toRow.current = isInList(desk.current)
      go(id)
    },
    decide: (command) => {
      if (at === null) return
      const list = order.current
      void send(command).then((reply) => {
        if (reply.ok) onwards(at, list)
      })
    },
    goOn: () => {
      if (at !== null) onwards(at, order.current)
    },
    leaveList: () => {
      fromList.current = true
    },
  }
}

const isInList = (desk: HTMLElement | null): boolean => {
  const row = document.activeElement?.closest('[data-row]')
  return row !== undefined && row !== null && (desk?.contains(row) ?? false)
}

/**
 * Whoever decided from the list goes on at the next row; whoever pressed a button that went with its question, at the heading.
 * Nobody who was elsewhere is drawn in by a question that comes.
 */
const useFocusOf = (at: QuestionId | null, { desk, toRow, acted }: Acting): void => {
  const before = useRef(at)
  const heading = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    const row = toRow.current ? desk.current?.querySelector<HTMLElement>(`[data-row="${at}"] button`) : null
    const nowhere = document.activeElement === null || document.activeElement === document.body
    const left = acted.current || heading.current?.isConnected === false
    heading.current = null
    if (row) row.focus()
    else if (nowhere && left) {
      heading.current = desk.current?.querySelector<HTMLElement>('[data-review]') ?? null
      heading.current?.focus()
    }
    toRow.current = false
    acted.current = false
  }, [at, desk, toRow, acted])
}

type Acting = {
  readonly desk: RefObject<HTMLElement | null>
  readonly toRow: RefObject<boolean>
  /** The change comes of what was pressed here. */
  readonly acted: RefObject<boolean>
}
