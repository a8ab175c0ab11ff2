/** A link's ticket from the server; tried again by itself while there is no connection. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../session/http.ts'
import type { Seat } from '../session/session-ticket.ts'

export type Ticket =
  | { readonly kind: 'asking' }
  | { readonly kind: 'seated'; readonly seat: Seat }
  | { readonly kind: 'refused'; readonly why: string; readonly again: () => void }

const soon = 3000
/** These pass; the others need another link. */
const passing: readonly string[] = ['no-connection', 'unavailable', 'too-many-requests', 'failed']

export const useTicket = (link: string): Ticket => {
  const [answer, setAnswer] = useState<{ seat: Seat } | { why: string } | null>(null)
  const wanted = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const again = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    wanted.current += 1
    const turn = wanted.current
    // An empty link is nobody's: the server says so as of any other.
    const given = await ask<Seat>('POST', '/api/tickets', { link: link === '' ? '-' : link })
    if (turn !== wanted.current) return
    setAnswer(given.ok ? { seat: given.value } : { why: given.why })
    if (!given.ok && passing.includes(given.why)) timer.current = setTimeout(() => void again(), soon)
  }, [link])
  useEffect(() => {
    void again()
    return () => {
      wanted.current += 1
      clearTimeout(timer.current)
    }
  }, [again])
  if (answer === null) return { kind: 'asking' }
  return 'seat' in answer ? { kind: 'seated', seat: answer.seat } : { kind: 'refused', why: answer.why, again: () => void again() }
}
