/** The Floor tab: what happens now and where I stand. */
import { TopicNow } from '../../features/agenda/public/topic-now.tsx'
import { PhoneFloor } from '../../features/floor/public/phone-floor.tsx'
import type { InLine, Standing, StandingKind } from '../../features/my-floor/my-status.ts'
import { BeforeMe, PlaceNumber } from '../../features/my-floor/position/my-position.tsx'
import { Near, Next, NextSteps } from '../../features/my-floor/position/near.tsx'
import { AlsoFor, Before, Joint, LongOffline, Say, Spoke, Unsent } from '../../features/my-floor/position/status-cards.tsx'
import { Offered, OffersToMe } from '../../features/my-floor/position/swap-offers.tsx'
import { Why } from '../../features/my-floor/position/why.tsx'
import { Closing } from '../../features/my-floor/requests/last-call.tsx'
import { MyPoint } from '../../features/my-floor/requests/point-of-order.tsx'
import { useOutlook } from '../../features/my-floor/requests/request.tsx'
import { MyReply, useReplyIsNext } from '../../features/my-floor/requests/right-of-reply.tsx'
import { IdentityCard } from '../../features/people/own/identity.tsx'
import { Statement } from '../../features/statements/participant/own-statement.tsx'
import { useStale, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { MaybeStale } from '../../ui/status-banner.tsx'
import styles from './room.module.css'

/** Nobody needs to read here that nobody has the floor. */
const quiet: readonly StandingKind[] = ['before', 'over', 'spoke']

export const FloorBody = ({ standing }: { standing: Standing }) => {
  const stale = useStale() !== null
  const taken = useView(({ floor }) => floor.current !== null)
  const replyFirst = useReplyIsNext()
  const shown = taken || !quiet.includes(standing.kind)
  return (
    <>
      {shown ? (
        <MaybeStale stale={stale}>
          <PhoneFloor />
        </MaybeStale>
      ) : null}
      <MyPoint />
      {replyFirst ? <MyReply /> : null}
      <Mine standing={standing} />
      {replyFirst ? null : <MyReply />}
      {standing.kind === 'unheard' ? null : <Statement />}
    </>
  )
}

const Mine = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  switch (standing.kind) {
    case 'before':
      return (
        <>
          <Card padded>
            <Before />
          </Card>
          <IdentityCard />
        </>
      )
    case 'over':
      return (
        <>
          <Card padded>
            <Say title={t('session.closed')} help={t('me.over')} />
          </Card>
          <IdentityCard />
        </>
      )
    case 'unheard':
      return (
        <>
          <Statement />
          <IdentityCard />
        </>
      )
    case 'asking':
      return (
        <>
          <Card padded>
            <Unsent pending={standing.pending} />
          </Card>
          <LongOffline pending={standing.pending} />
        </>
      )
    case 'held':
      return (
        <Card padded>
          <Say title={t('me.held')} help={t('me.heldHelp')} />
          <AlsoFor entry={standing.entry} />
        </Card>
      )
    case 'joint':
      return (
        <Card padded>
          <Joint by={standing.by} />
        </Card>
      )
    case 'next':
    case 'queued':
      return <Waiting standing={standing} />
    case 'spoke':
      return (
        <>
          <Card padded>
            <Spoke spoken={standing.spoken} />
          </Card>
          <IdentityCard />
          <Outlook />
        </>
      )
    default:
      return <Idle />
  }
}

/** The closer to the floor, the more of what to do and the less of the list. */
const Waiting = ({ standing }: { standing: InLine }) => {
  const soon = standing.ahead <= 1
  return (
    <>
      <OffersToMe standing={standing} />
      <Card padded>
        {standing.kind === 'next' ? <Next standing={standing} /> : <PlaceNumber standing={standing} />}
        {standing.kind === 'next' ? null : <Near standing={standing} />}
        <AlsoFor entry={standing.entry} />
        {soon ? null : <BeforeMe standing={standing} />}
        <Offered standing={standing} />
      </Card>
      {soon ? <NextSteps standing={standing} /> : null}
      {standing.kind === 'next' ? null : <Why standing={standing} brief={soon} />}
    </>
  )
}

const Outlook = () => {
  const words = useOutlook()
  return (
    <>
      <p className={styles.words}>{words}</p>
      <Closing />
    </>
  )
}

const Idle = () => {
  const { t } = useText()
  const removed = useView(({ myEntry }) => myEntry.removed)
  return (
    <>
      <TopicNow />
      <Outlook />
      {removed ? (
        <Card padded>
          <Say title={t('me.removed')} help={t(`queue.removal.${removed}`)} />
        </Card>
      ) : null}
    </>
  )
}
