/** The record as of the last request. It is made again only when the user asks. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type HttpResult, request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'

/** What authorizes the request: a ticket, requested each time because it is short-lived, or the organizer secret. */
export type GetBearer = () => Promise<HttpResult<string>>

export type MadeRecord = { readonly record: SessionRecord; readonly at: number }
export type RecordState = {
  readonly made: MadeRecord | null
  readonly making: boolean
  /** Why the last request failed. */
  readonly reason: string | null
  /** Resolves to true once the record has arrived. */
  readonly reload: () => Promise<boolean>
}

export const useRecord = (session: string, getBearer: GetBearer): RecordState => {
  const [made, setMade] = useState<MadeRecord | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [making, setMaking] = useState(true)
  const lastRequest = useRef(0)
  const reload = useCallback(async () => {
    lastRequest.current += 1
    const own = lastRequest.current
    setMaking(true)
    const result = await fetchRecord(session, getBearer)
    if (own !== lastRequest.current) return false
    setMaking(false)
    setReason(result.ok ? null : result.reason)
    if (result.ok) setMade({ record: result.value, at: Date.now() })
    return result.ok
  }, [session, getBearer])
  useEffect(() => {
    void reload()
    return () => {
      lastRequest.current += 1
    }
  }, [reload])
  const { language } = useText()
  const translated = useMemo(() => made && { ...made, record: translateRecord(made.record, language.id) }, [made, language.id])
  return { made: translated, making, reason, reload }
}

const fetchRecord = async (session: string, getBearer: GetBearer): Promise<HttpResult<SessionRecord>> => {
  const secret = await getBearer()
  return secret.ok ? request('GET /api/sessions/:id/record', { params: { id: session }, query: {} }, secret.value) : secret
}
