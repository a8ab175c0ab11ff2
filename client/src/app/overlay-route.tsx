/**
 * The overlay, at the address that a video mixer keeps. It is on the air, so it always shows itself or nothing, asks for nothing, and tries
 * for ever. If it shows nothing, the title of the page explains why.
 */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Connection } from '../session/connection.ts'
import { ConnectionContext, useConnectionStatus } from '../session/hooks.tsx'
import { readOverlayOptions } from '../session/overlay-address.ts'
import { useSessionStore } from '../session/store.ts'
import { preferredLanguage, uiLanguages } from '../text/language-files.ts'
import { loadLanguage } from '../text/text.ts'
import { useText } from '../text/use-text.tsx'
import { type ConnectionReason, getRefusalTitle } from './connection-refused-page.tsx'
import { ReloadWhenServed } from './reload-when-served.tsx'
import { useTicket } from './use-ticket.ts'

const retryDelayMs = 5000

const options = readOverlayOptions(location.search)

/** The language in the address comes before the one chosen in this browser. */
const language = uiLanguages.find(({ id }) => id === options.language)?.id ?? preferredLanguage()

const Overlay = lazy(async () => {
  const [page] = await Promise.all([import('../surfaces/overlay/overlay.tsx'), loadLanguage(language, 'staff')])
  return { default: page.Overlay }
})

export const OverlayRoute = () => {
  const [link] = useState(() => location.hash.slice(1))
  useEffect(() => {
    // A renewed link differs only after the #, and for that a browser loads nothing.
    const reload = () => location.reload()
    addEventListener('hashchange', reload)
    return () => removeEventListener('hashchange', reload)
  }, [])
  return <TicketGate link={link} />
}

const TicketGate = ({ link }: { link: string }) => {
  const status = useTicket(link)
  const retry = status.kind === 'refused' ? status.retry : null
  useEffect(() => {
    if (retry === null) return
    const timer = setTimeout(retry, retryDelayMs)
    return () => clearTimeout(timer)
  }, [retry])
  if (status.kind === 'issued') return <ConnectedOverlay link={link} ticket={status.ticket} />
  return status.kind === 'refused' ? <Nothing reason={status.reason} /> : null
}

const Nothing = ({ reason }: { reason: ConnectionReason }): null => {
  const { t } = useText()
  useEffect(() => {
    document.title = t(getRefusalTitle(reason))
  }, [reason, t])
  return null
}

const ConnectedOverlay = ({ link, ticket }: { link: string; ticket: Ticket }) => {
  const [connection, setConnection] = useState<Connection | null>(null)
  const status = useConnectionStatus()
  const hasView = useSessionStore(({ view }) => view !== null)
  useEffect(() => {
    const created = new Connection(link, ticket)
    setConnection(created)
    return () => created.close()
  }, [link, ticket])
  if (status.kind === 'refused')
    return (
      <>
        <Nothing reason={status.reason} />
        <ReloadWhenServed />
      </>
    )
  return (
    <ConnectionContext value={connection}>
      {connection === null || !hasView ? null : (
        <Suspense fallback={null}>
          <Overlay options={options} />
        </Suspense>
      )}
    </ConnectionContext>
  )
}
