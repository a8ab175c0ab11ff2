/**
 * In place of an overlay that cannot go on: loads the page again, but only from a server that accepts its link. A browser would show an error
 * of its own on the air.
 */
import { useEffect } from 'react'
import { requestTicket } from '../session/session-ticket.ts'

const intervalMs = 5000

export const ReloadWhenServed = (): null => {
  useEffect(() => {
    const ask = () => void requestTicket(location.hash.slice(1)).then((result) => result.ok && location.reload())
    const timer = setInterval(ask, intervalMs)
    return () => clearInterval(timer)
  }, [])
  return null
}
