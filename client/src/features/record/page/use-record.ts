/** The record as it was made when it was asked for. It is made anew when somebody asks, and never by itself. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Answer, ask } from '../../../session/http.ts'

/** What opens the record: a ticket, asked for anew each time since it does not live long, or the organiser's secret. */
export type Bearer = () => Promise<Answer<string>>

export type Made = { readonly record: SessionRecord; readonly at: number }
export type Held = {
  readonly made: Made | null
  readonly making: boolean
  /** Why it could not be made the last time. */
  readonly why: string | null
  /** True once it has come. */
  readonly again: () => Promise<boolean>
}

export const useRecord = (session: string, bearer: Bearer): Held => {
  const [made, hold] = useState<Made | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const [making, work] = useState(true)
  const turn = useRef(0)
  const again = useCallback(async () => {
    turn.current += 1
    const own = turn.current
    work(true)
    const answer = await recordFrom(session, bearer)
    if (own !== turn.current) return false
    work(false)
    refuse(answer.ok ? null : answer.why)
    if (answer.ok) hold({ record: answer.value, at: Date.now() })
    return answer.ok
  }, [session, bearer])
  useEffect(() => {
    void again()
    return () => {
      turn.current += 1
    }
  }, [again])
  return { made, making, why, again }
}

const recordFrom = async (session: string, bearer: Bearer): Promise<Answer<SessionRecord>> => {
  const secret = await bearer()
  return secret.ok ? ask<SessionRecord>('GET', `/api/sessions/${session}/record`, undefined, secret.value) : secret
}
