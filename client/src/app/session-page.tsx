import { isPassing } from '@rostrum/shared/api/reasons'
import type { Ticket } from '@rostrum/shared/api/tickets'
import { listOfflinePaths, type SessionPageName, type Surface } from '@rostrum/shared/contract/pages'
import { useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { trackReceipts } from '../features/questions/participant/use-receipts.ts'
import { Connection } from '../session/connection.ts'
import { loadLink, saveLink } from '../session/device-links.ts'
import { forgetLinkAfterClose } from '../session/forget-link.ts'
import { ConnectionContext, useConnectionStatus } from '../session/hooks.tsx'
import { keepLastView, type LastView, loadLastView } from '../session/last-view.ts'
import { useSessionStore } from '../session/store.ts'
import { getSurface, isForParticipants } from '../session/surface.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { ConnectionRefusedPage } from './connection-refused-page.tsx'
import { ConnectingPage, LoadingPage } from './loading-page.tsx'
import { keepPageOffline } from './offline.ts'
import { hasPage, SurfacePage } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

/** After this time without a ticket the page shows its stored view. */
const ticketPatienceMs = 4000

type PlaceProps = { surface: Surface; page: SessionPageName }

/** `surface`: the page whose link opens this one. */
export const SessionPage = ({ surface, page }: PlaceProps) => {
  const [link] = useState(() => loadLink(surface))
  useEffect(() => {
    if (!hasPage(page)) location.replace(`/${page}`)
  }, [page])
  if (!hasPage(page)) return <LoadingPage />
  if (link === null) return isForParticipants(surface) ? <Redirect to="/join" replace /> : <ConnectionRefusedPage reason="no-link" />
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
  const isUnreachable = ticketStatus.kind === 'refused' && isPassing(ticketStatus.reason)
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
    const stops = [trackReceipts(created.storageKey), keepLastView(link, ticket), forgetLinkAfterClose(surface, link, ticket)]
    return () => {
      for (const stop of stops) stop()
      created.close()
    }
  }, [surface, link, ticket, lastView])
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
  const isKept = listOfflinePaths().includes(`/${page}`) && hasView && connectionStatus.kind === 'live'
  useEffect(() => (isKept ? keepPageOffline() : undefined), [isKept])
  const ownSurface = useSessionStore(({ view }) => view && getSurface(view.me))
  useEffect(() => {
    document.title = t('pair.comma', { first: ticket.short, second: t(`role.${ticket.role}`) })
  }, [ticket, t])
  if (connectionStatus.kind === 'refused') return <ConnectionRefusedPage reason={connectionStatus.reason} />
  // The channel of the person has changed, by their own choice or by the secretariat.
  if (isReady && ownSurface !== null && ownSurface !== surface) return <SurfaceRedirect surface={ownSurface} link={link} />
  return isReady && hasView ? <SurfacePage page={page} ticket={ticket} /> : <ConnectingPage />
}
