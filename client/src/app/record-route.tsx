/** The record's own address: with the link of the desk or the chair that this device keeps, or with the organiser's secret. */
import { useCallback, useState } from 'react'
import { ask } from '../session/http.ts'
import { doorOf, linkFor, type Seat } from '../session/session-ticket.ts'
import { OrganiserRecord } from '../surfaces/record/organizer-record.tsx'
import { RecordView } from '../surfaces/record/record-surface.tsx'
import { TurnedAwayPage } from './connection-refused-page.tsx'
import { Loading } from './loading-page.tsx'
import { useTicket } from './use-ticket.ts'

type Office = 'desk' | 'chair'

export const RecordPage = ({ session }: { session?: string | undefined }) =>
  session === undefined ? <OfDoor /> : <OrganiserRecord key={session} session={session} />

/** The chair's menu says that it comes from there; whoever has both links is taken to be the desk. */
const doorsNow = (): readonly Office[] =>
  new URLSearchParams(location.search).get('from') === 'chair' ? ['chair', 'desk'] : ['desk', 'chair']

const OfDoor = () => {
  const [door] = useState(() => doorsNow().find((one) => linkFor(one) !== null) ?? null)
  const link = door === null ? null : linkFor(door)
  return door === null || link === null ? <TurnedAwayPage why="no-link" /> : <OfLink link={link} />
}

const OfLink = ({ link }: { link: string }) => {
  const ticket = useTicket(link)
  const bearer = useCallback(async () => {
    const answer = await ask<Seat>('POST', '/api/tickets', { link })
    return answer.ok ? { ok: true as const, value: answer.value.ticket } : answer
  }, [link])
  if (ticket.kind === 'asking') return <Loading />
  if (ticket.kind === 'refused') return <TurnedAwayPage why={ticket.why} again={ticket.again} />
  const door = doorOf(ticket.seat)
  return door === 'desk' || door === 'chair' ? (
    <RecordView session={ticket.seat.session} bearer={bearer} from={door} />
  ) : (
    <TurnedAwayPage why="no-link" />
  )
}
