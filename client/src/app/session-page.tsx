/** A role's door: the link kept on this device becomes a ticket, the ticket a connection, and the connection the view. */
import { useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { heedReceipts } from '../features/questions/participant/use-receipts.ts'
import { Connection } from '../session/connection.ts'
import { ConnectionContext, useLine } from '../session/hooks.tsx'
import { type Door, doorOf, keepLink, linkFor, type Seat } from '../session/session-ticket.ts'
import { useScreen } from '../session/store.ts'
import { useText } from '../text/use-text.tsx'
import { TurnedAwayPage } from './connection-refused-page.tsx'
import { Loading } from './loading-page.tsx'
import { opensHere, ViewOf } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

const forEverybody: readonly Door[] = ['room', 'remote']

export const DoorPage = ({ door }: { door: Door }) => {
  const [link] = useState(() => linkFor(door))
  useEffect(() => {
    if (!opensHere(door)) location.replace(`/${door}`)
  }, [door])
  if (!opensHere(door)) return <Loading />
  if (link === null) return forEverybody.includes(door) ? <Redirect to="/join" replace /> : <TurnedAwayPage why="no-link" />
  return <Seated door={door} link={link} />
}

const Seated = ({ door, link }: { door: Door; link: string }) => {
  const ticket = useTicket(link)
  if (ticket.kind === 'asking') return <Loading />
  if (ticket.kind === 'refused') return <TurnedAwayPage why={ticket.why} again={ticket.again} />
  const own = doorOf(ticket.seat)
  if (own !== door) return <Elsewhere door={own} link={link} />
  return <Session link={link} seat={ticket.seat} door={door} />
}

/** The seat has changed since the link was kept: its door is another one now. */
const Elsewhere = ({ door, link }: { door: Door; link: string }) => {
  useState(() => keepLink(door, link))
  return <Redirect to={`/${door}`} replace />
}

const Session = ({ link, seat, door }: { link: string; seat: Seat; door: Door }) => {
  const [connection, connect] = useState<Connection | null>(null)
  useEffect(() => {
    const made = new Connection(link, seat)
    connect(made)
    const stopHeeding = heedReceipts(made.place)
    return () => {
      stopHeeding()
      made.close()
    }
  }, [link, seat])
  return (
    <ConnectionContext value={connection}>
      <Held door={door} seat={seat} ready={connection !== null} />
    </ConnectionContext>
  )
}

const Held = ({ door, seat, ready }: { door: Door; seat: Seat; ready: boolean }) => {
  const { t } = useText()
  const line = useLine()
  const seen = useScreen(({ view }) => view !== null)
  useEffect(() => {
    document.title = `${seat.short}, ${t(`role.${seat.role}`)}`
  }, [seat, t])
  if (line.kind === 'away') return <TurnedAwayPage why={line.why} />
  return ready && seen ? <ViewOf door={door} seat={seat} /> : <Loading />
}
