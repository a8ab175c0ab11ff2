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
import { ConnectingPage, LoadingPage } from './loading-page.tsx'
import { hasSurface, type PageName, SurfacePage } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

const participantSurfaces: readonly Surface[] = ['room', 'remote']

type PlaceProps = { surface: Surface; page: PageName }

/** `page`: another page of the surface, with the same link. */
export const SessionPage = ({ surface, page = surface }: { surface: Surface; page?: PageName }) => {
  const [link] = useState(() => loadLink(surface))
  useEffect(() => {
    if (!hasSurface(surface)) location.replace(`/${page}`)
  }, [surface, page])
  if (!hasSurface(surface)) return <LoadingPage />
  if (link === null)
    return participantSurfaces.includes(surface) ? <Redirect to="/join" replace /> : <ConnectionRefusedPage reason="no-link" />
  return <TicketGate surface={surface} page={page} link={link} />
}

const TicketGate = ({ surface, page, link }: PlaceProps & { link: string }) => {
  const ticketStatus = useTicket(link)
  if (ticketStatus.kind === 'loading') return <LoadingPage />
  if (ticketStatus.kind === 'refused') return <ConnectionRefusedPage reason={ticketStatus.reason} retry={ticketStatus.retry} />
  const ownSurface = getSurface(ticketStatus.ticket)
  if (ownSurface !== surface) return <SurfaceRedirect surface={ownSurface} link={link} />
  return <ConnectedSession link={link} ticket={ticketStatus.ticket} surface={surface} page={page} />
}

/** The person's role or channel has changed since the link was stored, so the link now belongs to another surface. */
const SurfaceRedirect = ({ surface, link }: { surface: Surface; link: string }) => {
  useState(() => saveLink(surface, link))
  return <Redirect to={`/${surface}`} replace />
}

const ConnectedSession = ({ link, ticket, surface, page }: PlaceProps & { link: string; ticket: SessionTicket }) => {
  const [connection, setConnection] = useState<Connection | null>(null)
  useEffect(() => {
    const created = new Connection(link, ticket)
    setConnection(created)
    const stopTracking = trackReceipts(created.storageKey)
    return () => {
      stopTracking()
      created.close()
    }
  }, [link, ticket])
  return (
    <ConnectionContext value={connection}>
      <SessionContent surface={surface} page={page} link={link} ticket={ticket} isReady={connection !== null} />
    </ConnectionContext>
  )
}

type SessionContentProps = PlaceProps & { link: string; ticket: SessionTicket; isReady: boolean }

const SessionContent = ({ surface, page, link, ticket, isReady }: SessionContentProps) => {
  const { t } = useText()
  const connectionStatus = useConnectionStatus()
  const hasView = useSessionStore(({ view }) => view !== null)
  const ownSurface = useSessionStore(({ view }) => view && getSurface(view.me))
  useEffect(() => {
    document.title = `${ticket.short}, ${t(`role.${ticket.role}`)}`
  }, [ticket, t])
  if (connectionStatus.kind === 'refused') return <ConnectionRefusedPage reason={connectionStatus.reason} />
  // The channel of the person has changed, by their own choice or by the secretariat.
  if (isReady && ownSurface !== null && ownSurface !== surface) return <SurfaceRedirect surface={ownSurface} link={link} />
  return isReady && hasView ? <SurfacePage page={page} ticket={ticket} /> : <ConnectingPage />
}
