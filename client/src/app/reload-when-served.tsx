/**
 * Stands in for an overlay that has failed, and reloads the page as soon as the server accepts its link. Earlier, the browser would show
 * its own error on the air.
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
