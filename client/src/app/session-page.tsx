import type { Ticket } from '@rostrum/shared/api/tickets'
import { useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { trackReceipts } from '../features/questions/participant/use-receipts.ts'
import { Connection } from '../session/connection.ts'
import { loadLink, saveLink } from '../session/device-links.ts'
import { ConnectionContext, useConnectionStatus } from '../session/hooks.tsx'
import { keepLastView, type LastView, loadLastView } from '../session/last-view.ts'
import { useSessionStore } from '../session/store.ts'
import { getSurface, type Surface } from '../session/surface.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { ConnectionRefusedPage } from './connection-refused-page.tsx'
import { ConnectingPage, LoadingPage } from './loading-page.tsx'
import { keepPageOffline } from './offline.ts'
import type { PageName } from './page-files.ts'
import { hasSurface, SurfacePage } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

const participantSurfaces: readonly Surface[] = ['room', 'remote']
/** Reasons that mean that the server cannot be reached. They do not concern the link. */
const unreachableReasons: readonly string[] = ['no-connection', 'unavailable']
/** After this time without a ticket the page shows its stored view. */
const ticketPatienceMs = 4000

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

/** Without a network a participant's page shows its last view, marked as old, and connects automatically. */
const TicketGate = (props: PlaceProps & { link: string }) => {
  const [lastView] = useState(() => loadLastView(props.link))
  const [isUnreachable, setUnreachable] = useState(false)
  if (isUnreachable && lastView) return <ConnectedSession {...props} ticket={lastView.ticket} lastView={lastView} />
  return <OnlineGate {...props} onUnreachable={lastView === null ? null : () => setUnreachable(true)} />
}

const OnlineGate = ({ surface, page, link, onUnreachable }: PlaceProps & { link: string; onUnreachable: (() => void) | null }) => {
  const ticketStatus = useTicket(link)
  const isUnreachable = ticketStatus.kind === 'refused' && unreachableReasons.includes(ticketStatus.reason)
  useEffect(() => {
    if (onUnreachable === null || ticketStatus.kind === 'issued') return
    const timer = setTimeout(onUnreachable, isUnreachable ? 0 : ticketPatienceMs)
    return () => clearTimeout(timer)
  }, [isUnreachable, ticketStatus.kind, onUnreachable])
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

type ConnectedSessionProps = PlaceProps & { link: string; ticket: Ticket; lastView?: LastView }

const ConnectedSession = ({ link, ticket, surface, page, lastView }: ConnectedSessionProps) => {
  const [connection, setConnection] = useState<Connection | null>(null)
  useEffect(() => {
    const created = new Connection(link, ticket, lastView)
    setConnection(created)
    const stops = [trackReceipts(created.storageKey), keepLastView(link, ticket)]
    return () => {
      for (const stop of stops) stop()
      created.close()
    }
  }, [link, ticket, lastView])
  return (
    <ConnectionContext value={connection}>
      <SessionContent surface={surface} page={page} link={link} ticket={ticket} isReady={connection !== null} />
    </ConnectionContext>
  )
}

type SessionContentProps = PlaceProps & { link: string; ticket: Ticket; isReady: boolean }

const SessionContent = ({ surface, page, link, ticket, isReady }: SessionContentProps) => {
  const { t } = usePhoneText()
  const connectionStatus = useConnectionStatus()
  const hasView = useSessionStore(({ view }) => view !== null)
  const isLiveParticipant = participantSurfaces.includes(surface) && hasView && connectionStatus.kind === 'live'
  useEffect(() => (isLiveParticipant ? keepPageOffline() : undefined), [isLiveParticipant])
  const ownSurface = useSessionStore(({ view }) => view && getSurface(view.me))
  useEffect(() => {
    document.title = t('pair.comma', { first: ticket.short, second: t(`role.${ticket.role}`) })
  }, [ticket, t])
  if (connectionStatus.kind === 'refused') return <ConnectionRefusedPage reason={connectionStatus.reason} />
  // The channel of the person has changed, by their own choice or by the secretariat.
  if (isReady && ownSurface !== null && ownSurface !== surface) return <SurfaceRedirect surface={ownSurface} link={link} />
  return isReady && hasView ? <SurfacePage page={page} ticket={ticket} /> : <ConnectingPage />
}
