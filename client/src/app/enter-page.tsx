/** A link is opened: its secret leaves the address at once, and whoever it seats goes through their own door. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { doorOf, keepLink, type Seat } from '../session/session-ticket.ts'
import { useText } from '../text/use-text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { TurnedAwayPage } from './connection-refused-page.tsx'
import { Loading } from './loading-page.tsx'
import { Plain } from './message-page.tsx'
import { Awaited, Confirm } from './pages.tsx'
import { useTicket } from './use-ticket.ts'

/** Taken once for the page: what React does twice must not lose it. */
const takeSecret = (): string => {
  const secret = location.hash.slice(1)
  if (secret !== '') history.replaceState(history.state, '', location.pathname)
  return secret
}

export const Enter = () => {
  const { t } = useText()
  const [secret] = useState(takeSecret)
  const ticket = useTicket(secret)
  if (ticket.kind === 'asking') return <Loading />
  if (ticket.kind === 'refused') return <TurnedAwayPage why={ticket.why} again={ticket.again} />
  if (ticket.seat.role === 'participant') return <Ask seat={ticket.seat} link={secret} t={t} />
  return <Through seat={ticket.seat} link={secret} />
}

const Ask = ({ seat, link, t }: { seat: Seat; link: string; t: ReturnType<typeof useText>['t'] }) => {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  if (answer === 'yes') return <Through seat={seat} link={link} />
  if (answer === 'no') {
    return (
      <Plain title={t('join.notMe')} help={t('join.notMeHelp')}>
        <ButtonLink look="primary" href="/join">
          {t('join.title')}
        </ButtonLink>
        <Button look="quiet" onClick={() => setAnswer(null)}>
          {t('app.back')}
        </Button>
      </Plain>
    )
  }
  return (
    <Awaited>
      <Confirm seat={seat} onYes={() => setAnswer('yes')} onNo={() => setAnswer('no')} />
    </Awaited>
  )
}

/** The door asks for its own ticket, as it does after a reload. */
const Through = ({ seat, link }: { seat: Seat; link: string }) => {
  const [, go] = useLocation()
  const [door] = useState(() => {
    const own = doorOf(seat)
    keepLink(own, link)
    queueMicrotask(() => go(`/${own}`, { replace: true }))
    return own
  })
  return door === null ? null : <Loading />
}
