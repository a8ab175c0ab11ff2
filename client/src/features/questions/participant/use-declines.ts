/**
 * The reasons why my anonymous questions were declined. The server cannot notify an unknown author, so a visible page asks with its
 * receipts.
 */

import type { DeclineReason } from '@rostrum/shared/contract/enums'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import type { ApiInput } from '../../../session/http.ts'
import { useSessionStore } from '../../../session/store.ts'
import { getReceiptStatus, type QuestionReceipt, type ReceiptStatus } from './receipts.ts'

const refreshMs = 15_000
/** Statuses that do not show whether the question was declined. */
const unknownStatuses: readonly ReceiptStatus[] = ['waiting', 'gone']

export const useDeclines = (kept: readonly QuestionReceipt[]): ReadonlyMap<QuestionId, DeclineReason> => {
  const request = useRequest()
  const [declined, setDeclined] = useState<ReadonlyMap<QuestionId, DeclineReason>>(new Map())
  const waiting = useSessionStore((screen) =>
    JSON.stringify(
      kept.filter((one) => unknownStatuses.includes(getReceiptStatus(one, screen))).map(({ id, receipt }) => ({ question: id, receipt })),
    ),
  )
  useEffect(() => {
    const receipts: ApiInput<'POST /api/me/declines'>['body']['receipts'] = JSON.parse(waiting)
    if (receipts.length === 0) return
    let isUnmounted = false
    const load = async () => {
      const result = await request('POST /api/me/declines', { body: { receipts: receipts.slice(-50) } })
      if (!isUnmounted && result.ok) setDeclined(new Map(result.value.declined.map(({ question, reason }) => [question, reason])))
    }
    void load()
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(), refreshMs)
    return () => {
      isUnmounted = true
      clearInterval(timer)
    }
  }, [waiting, request])
  return declined
}
