/**
 * One page of the roster, by search text and group. It is requested again at intervals while the page is visible, and when `presence`
 * changes.
 */

import type { RosterPage, RosterRow } from '@rostrum/shared/api/people'
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'

/** Letters typed quickly one after another lead to one request. */
const debounceMs = 200
/** How soon corrections by others appear, and the shortest interval between requests when people come and go. */
const [refreshMs, minIntervalMs] = [15_000, 5_000]

export type RosterPageQuery = {
  readonly find: string
  /** Empty for all groups. `none`: members without a group. */
  readonly group: string
  readonly page: number
}

type RosterPageState = {
  readonly roster: RosterPage | null
  readonly reason: FailureReason | null
  readonly loading: boolean
  readonly refresh: () => void
  /** Replaces one row with the server's answer about it. */
  readonly replace: (row: RosterRow) => void
}

export const useRosterPage = (
  request: ApiRequest,
  session: string,
  { find, group, page }: RosterPageQuery,
  presence: object | null,
): RosterPageState => {
  const [roster, setRoster] = useState<RosterPage | null>(null)
  const [why, setReason] = useState<FailureReason | null>(null)
  const [asking, setLoading] = useState(true)
  const lastRequest = useRef(0)
  const requestedAt = useRef(Number.NEGATIVE_INFINITY)
  const load = useCallback(async () => {
    lastRequest.current += 1
    requestedAt.current = performance.now()
    const turn = lastRequest.current
    const query = { find: find.slice(0, 120), page: String(page), ...(group === '' ? {} : { group }) }
    const result = await request('GET /api/sessions/:id/people', { params: { id: session }, query })
    if (turn !== lastRequest.current) return
    setLoading(false)
    // The previous page stays visible if a request fails.
    if (result.ok) setRoster(result.value)
    setReason(result.ok ? null : result.reason)
  }, [request, session, find, group, page])
  useEffect(() => {
    setLoading(true)
    const first = setTimeout(() => void load(), find === '' ? 0 : debounceMs)
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(), refreshMs)
    return () => {
      lastRequest.current += 1
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [load, find])
  const seenPresence = useRef(presence)
  useEffect(() => {
    if (seenPresence.current === presence) return
    const timer = setTimeout(
      () => {
        seenPresence.current = presence
        void load()
      },
      Math.max(0, requestedAt.current + minIntervalMs - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [presence, load])
  const replace = (row: RosterRow) =>
    setRoster((before) => before && { ...before, people: before.people.map((one) => (one.person === row.person ? row : one)) })
  return { roster, reason: why, loading: asking, refresh: () => void load(), replace }
}
