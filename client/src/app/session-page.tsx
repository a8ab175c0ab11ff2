/** The page of a surface. The link stored on this device gives a ticket, the ticket a connection, and the connection the view. */
import { useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { trackReceipts } from '../features/questions/participant/use-receipts.ts'
import { Connection } from '../session/connection.ts'
import { loadLink, saveLink } from '../session/device-links.ts'
import { ConnectionContext, useConnectionStatus } from '../session/hooks.tsx'
import type { SessionTicket } from '../session/session-ticket.ts'
import { useSessionStore } from '../session/store.ts'
import { getSurface, type Surface } from '../session/surface.ts'
import { useText } from '../text/use-text.tsx'
import { ConnectionRefusedPage } from './connection-refused-page.tsx'
import { LoadingPage } from './loading-page.tsx'
import { hasSurface, SurfacePage } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

const participantSurfaces: readonly Surface[] = ['room', 'remote']

export const SessionPage = ({ surface }: { surface: Surface }) => {
  const [link] = useState(() => loadLink(surface))
  useEffect(() => {
    if (!hasSurface(surface)) location.replace(`/${surface}`)
  }, [surface])
  if (!hasSurface(surface)) return <LoadingPage />
  if (link === null)
    return participantSurfaces.includes(surface) ? <Redirect to="/join" replace /> : <ConnectionRefusedPage reason="no-link" />
  return <TicketGate surface={surface} link={link} />
}

const TicketGate = ({ surface, link }: { surface: Surface; link: string }) => {
  const ticketStatus = useTicket(link)
  if (ticketStatus.kind === 'loading') return <LoadingPage />
  if (ticketStatus.kind === 'refused') return <ConnectionRefusedPage reason={ticketStatus.reason} retry={ticketStatus.retry} />
  const ownSurface = getSurface(ticketStatus.ticket)
  if (ownSurface !== surface) return <SurfaceRedirect surface={ownSurface} link={link} />
  return <ConnectedSession link={link} ticket={ticketStatus.ticket} surface={surface} />
}

/** The person's role or channel has changed since the link was stored, so the link now belongs to another surface. */
const SurfaceRedirect = ({ surface, link }: { surface: Surface; link: string }) => {
  useState(() => saveLink(surface, link))
  return <Redirect to={`/${surface}`} replace />
}

const ConnectedSession = ({ link, ticket, surface }: { link: string; ticket: SessionTicket; surface: Surface }) => {
  const [connection, setConnection] = useState<Connection | null>(null)
  useEffect(() => {
    const created = new Connection(link, ticket)
    setConnection(created)
    const stopHeeding = trackReceipts(created.storageKey)
    return () => {
      stopHeeding()
      created.close()
    }
  }, [link, ticket])
  return (
    <ConnectionContext value={connection}>
      <SessionContent surface={surface} ticket={ticket} isReady={connection !== null} />
    </ConnectionContext>
  )
}

const SessionContent = ({ surface, ticket, isReady }: { surface: Surface; ticket: SessionTicket; isReady: boolean }) => {
  const { t } = useText()
  const connectionStatus = useConnectionStatus()
  const hasView = useSessionStore(({ view }) => view !== null)
  useEffect(() => {
    document.title = `${ticket.short}, ${t(`role.${ticket.role}`)}`
  }, [ticket, t])
  if (connectionStatus.kind === 'refused') return <ConnectionRefusedPage reason={connectionStatus.reason} />
  return isReady && hasView ? <SurfacePage surface={surface} ticket={ticket} /> : <LoadingPage />
}
