/** Gets the ticket for a link from the server, and tries again automatically while there is no connection. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import { isPassing } from '@rostrum/shared/api/reasons'
import type { Ticket } from '@rostrum/shared/api/tickets'
import { useCallback, useEffect, useRef, useState } from 'react'
import { takeTicket } from '../session/session-ticket.ts'

export type TicketStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'issued'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly reason: TicketReason; readonly retry: () => void }

type TicketReason = FailureOf<'POST /api/tickets'>

const retryDelayMs = 3000

export const useTicket = (link: string): TicketStatus => {
  const [response, setResponse] = useState<{ ticket: Ticket } | { reason: TicketReason } | null>(null)
  const latestRequest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const retry = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    latestRequest.current += 1
    const ownRequest = latestRequest.current
    const result = await takeTicket(link)
    if (ownRequest !== latestRequest.current) return
    setResponse(result.ok ? { ticket: result.value } : { reason: result.reason })
    // For all other reasons the person needs another link.
    if (!result.ok && isPassing(result.reason)) timer.current = setTimeout(() => void retry(), retryDelayMs)
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
