/** Gets the ticket for a link from the server, and tries again automatically while there is no connection. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { useCallback, useEffect, useRef, useState } from 'react'
import { takeTicket } from '../session/session-ticket.ts'

export type TicketStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'issued'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly reason: string; readonly retry: () => void }

const retryDelayMs = 3000
/** Reasons for which a retry can help. For all others the person needs another link. */
const temporaryReasons: readonly string[] = ['no-connection', 'unavailable', 'too-many-requests', 'failed']

export const useTicket = (link: string): TicketStatus => {
  const [response, setResponse] = useState<{ ticket: Ticket } | { reason: string } | null>(null)
  const latestRequest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const retry = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    latestRequest.current += 1
    const ownRequest = latestRequest.current
    const result = await takeTicket(link)
    if (ownRequest !== latestRequest.current) return
    setResponse(result.ok ? { ticket: result.value } : { reason: result.reason })
    if (!result.ok && temporaryReasons.includes(result.reason)) timer.current = setTimeout(() => void retry(), retryDelayMs)
  }, [link])
  useEffect(() => {
    void retry()
    return () => {
      latestRequest.current += 1
      clearTimeout(timer.current)
    }
  }, [retry])
  if (response === null) return { kind: 'loading' }
  return 'ticket' in response
    ? { kind: 'issued', ticket: response.ticket }
    : { kind: 'refused', reason: response.reason, retry: () => void retry() }
}
