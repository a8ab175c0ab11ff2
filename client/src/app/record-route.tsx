/** The page of the record. It needs the secretariat or Chair link stored on this device, or the organizer secret. */
import { useCallback, useState } from 'react'
import { loadLink } from '../session/device-links.ts'
import { request } from '../session/http.ts'
import { getSurface } from '../session/surface.ts'
import { OrganizerRecord } from '../surfaces/record/organizer-record.tsx'
import { RecordSurface } from '../surfaces/record/record-surface.tsx'
import { ConnectionRefusedPage } from './connection-refused-page.tsx'
import { LoadingPage } from './loading-page.tsx'
import { useTicket } from './use-ticket.ts'

type RecordSurfaceName = 'secretariat' | 'chair'

export const RecordRoute = ({ session }: { session?: string | undefined }) =>
  session === undefined ? <RecordOfDevice /> : <OrganizerRecord key={session} session={session} />

/** The Chair's menu adds `from=chair` to the address. Otherwise a device with both links opens the record as the secretariat. */
const listRecordSurfaces = (): readonly RecordSurfaceName[] =>
  new URLSearchParams(location.search).get('from') === 'chair' ? ['chair', 'secretariat'] : ['secretariat', 'chair']

const RecordOfDevice = () => {
  const [surface] = useState(() => listRecordSurfaces().find((one) => loadLink(one) !== null) ?? null)
  const link = surface === null ? null : loadLink(surface)
  return surface === null || link === null ? <ConnectionRefusedPage reason="no-link" /> : <RecordOfLink link={link} />
}

const RecordOfLink = ({ link }: { link: string }) => {
  const ticketStatus = useTicket(link)
  const bearer = useCallback(async () => {
    const result = await request('POST /api/tickets', { body: { link } })
    return result.ok ? { ok: true as const, value: result.value.ticket } : result
  }, [link])
  if (ticketStatus.kind === 'loading') return <LoadingPage />
  if (ticketStatus.kind === 'refused') return <ConnectionRefusedPage reason={ticketStatus.reason} retry={ticketStatus.retry} />
  const surface = getSurface(ticketStatus.ticket)
  return surface === 'secretariat' || surface === 'chair' ? (
    <RecordSurface session={ticketStatus.ticket.session} bearer={bearer} origin={surface} />
  ) : (
    <ConnectionRefusedPage reason="no-link" />
  )
}
