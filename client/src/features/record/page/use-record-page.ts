/** The record as of the last request, in the language of the page. It is made again only when the reader asks, or changes the language. */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { RecordPageContent } from '@rostrum/shared/contract/report-blocks'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type HttpResult, request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'

/** Returns the credential of the request: a ticket, requested each time because it is short-lived, or the organizer secret. */
export type GetBearer = () => Promise<HttpResult<string>>

export type MadeRecord = { readonly page: RecordPageContent; readonly at: number }
export type RecordState = {
  readonly made: MadeRecord | null
  readonly making: boolean
  /** Why the last request failed. */
  readonly reason: FailureReason | null
  /** Resolves to true once the record has arrived. */
  readonly reload: () => Promise<boolean>
}

export const useRecordPage = (session: string, getBearer: GetBearer): RecordState => {
  const [made, setMade] = useState<MadeRecord | null>(null)
  const [reason, setReason] = useState<FailureReason | null>(null)
  const [making, setMaking] = useState(true)
  const lastRequest = useRef(0)
  const { language: page } = useText()
  const language = languageIds.find((id) => id === page.id)
  const reload = useCallback(async () => {
    lastRequest.current += 1
    const own = lastRequest.current
    setMaking(true)
    const secret = await getBearer()
    const result = secret.ok
      ? await request('GET /api/sessions/:id/record/page', { params: { id: session }, query: { language } }, secret.value)
      : secret
    if (own !== lastRequest.current) return false
    setMaking(false)
    setReason(result.ok ? null : result.reason)
    if (result.ok) setMade({ page: result.value, at: Date.now() })
    return result.ok
  }, [session, getBearer, language])
  useEffect(() => {
    void reload()
    return () => {
      lastRequest.current += 1
    }
  }, [reload])
  return { made, making, reason, reload }
}
