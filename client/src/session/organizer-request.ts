/** An answer for the organizer's page, requested again while the page is visible. */
import type { OperationName } from '@rostrum/shared/api/operations'
import { useCallback, useEffect, useState } from 'react'
import { type ApiInput, type ApiResult, request } from './http.ts'

/** `null` until the server has answered. */
type OrganizerRequest<N extends OperationName> = { readonly result: ApiResult<N> | null; readonly reload: () => void }
type Latest<N extends OperationName> = { readonly asked: string; readonly secret: string; readonly result: ApiResult<N> }

/** Interval of the requests while the page is visible, so that it does not become out of date. */
const refreshIntervalMs = 15_000

export const useOrganizerRequest = <N extends OperationName>(secret: string, operation: N, input: ApiInput<N>): OrganizerRequest<N> => {
  const [latest, setLatest] = useState<Latest<N> | null>(null)
  const asked = JSON.stringify([operation, input])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object with the same content asks for the same
  const refresh = useCallback(async () => {
    const result = await request(operation, input, secret)
    setLatest((before) => (keepsLast(before, asked, result) ? before : { asked, secret, result }))
  }, [secret, asked])
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => document.visibilityState === 'visible' && void refresh(), refreshIntervalMs)
    return () => clearInterval(timer)
  }, [refresh])
  // After a renewal an answer to the old secret may still arrive. It does not concern the new one.
  const isCurrent = latest?.asked === asked && (latest.secret === secret || latest.result.ok)
  return { result: isCurrent ? latest.result : null, reload: () => void refresh() }
}

/** Keeps the last good result on screen while there is no connection. */
const keepsLast = <N extends OperationName>(before: Latest<N> | null, asked: string, result: ApiResult<N>): boolean =>
  !result.ok && result.reason === 'no-connection' && before?.asked === asked && before.result.ok
