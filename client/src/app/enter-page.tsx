/** Opens a private link. The secret is removed from the address at once, and the person goes to the surface of their role. */

import type { Ticket } from '@rostrum/shared/api/tickets'
import { roleRules } from '@rostrum/shared/contract/roles'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { saveLink } from '../session/device-links.ts'
import { keepTicket } from '../session/session-ticket.ts'
import { getSurface } from '../session/surface.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ConnectionRefusedPage } from './connection-refused-page.tsx'
import { LoadingPage } from './loading-page.tsx'
import { MessagePage } from './message-page.tsx'
import { ConfirmPage, PageSuspense } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

/** The page reads the link only once. React may run an initializer twice, and the second time the address contains no secret. */
const takeSecret = (): string => {
  const secret = location.hash.slice(1)
  if (secret !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return secret
}

export const EnterPage = () => {
  const { t } = usePhoneText()
  const [secret] = useState(takeSecret)
  const ticketStatus = useTicket(secret)
  if (ticketStatus.kind === 'loading') return <LoadingPage />
  if (ticketStatus.kind === 'refused') return <ConnectionRefusedPage reason={ticketStatus.reason} retry={ticketStatus.retry} />
  if (roleRules[ticketStatus.ticket.role].countsAsParticipant) return <IdentityCheck ticket={ticketStatus.ticket} link={secret} t={t} />
  return <SurfaceEntry ticket={ticketStatus.ticket} link={secret} />
}

const IdentityCheck = ({ ticket, link, t }: { ticket: Ticket; link: string; t: ReturnType<typeof usePhoneText>['t'] }) => {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  if (answer === 'yes') return <SurfaceEntry ticket={ticket} link={link} />
  if (answer === 'no') {
    return (
      <MessagePage title={t('join.notMe')} help={t('join.notMeHelp')}>
        <ButtonLink look="primary" href="/join">
          {t('join.title')}
        </ButtonLink>
        <Button look="quiet" onClick={() => setAnswer(null)}>
          {t('app.back')}
        </Button>
      </MessagePage>
    )
  }
  return (
    <PageSuspense>
      <ConfirmPage ticket={ticket} onYes={() => setAnswer('yes')} onNo={() => setAnswer('no')} />
    </PageSuspense>
  )
}

/** Only stores the link, and keeps the ticket. After a reload the surface asks for its own. */
const SurfaceEntry = ({ ticket, link }: { ticket: Ticket; link: string }) => {
  const [, navigate] = useLocation()
  const [surface] = useState(() => {
    const ownSurface = getSurface(ticket)
    saveLink(ownSurface, link)
    keepTicket(link, ticket)
    // The address of a room screen has settings for this screen.
    const settings = ownSurface === 'display' ? location.search : ''
    queueMicrotask(() => navigate(`/${ownSurface}${settings}`, { replace: true }))
    return ownSurface
  })
  return surface === null ? null : <LoadingPage />
}
