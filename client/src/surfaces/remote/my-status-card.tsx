/** My place with its reason, and what I can do now. */
import { remainingAt } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { InLine, Standing } from '../../features/my-floor/my-status.ts'
import { asked } from '../../features/my-floor/own-commands.ts'
import { PlaceNumber } from '../../features/my-floor/position/my-position.tsx'
import { Near, Next, NextSteps } from '../../features/my-floor/position/near.tsx'
import { PlaceActions } from '../../features/my-floor/position/position-actions.tsx'
import { AlsoFor, Before, CancelRequest, Joint, Say, Spoke, Unsent } from '../../features/my-floor/position/status-cards.tsx'
import { Offered, OffersToMe } from '../../features/my-floor/position/swap-offers.tsx'
import { Why } from '../../features/my-floor/position/why.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { ReadyButton, ReturnButton, WaitActions } from '../../features/my-floor/requests/actions.tsx'
import { Closing } from '../../features/my-floor/requests/last-call.tsx'
import { MoreRequests } from '../../features/my-floor/requests/more-requests.tsx'
import { MyPoint } from '../../features/my-floor/requests/point-of-order.tsx'
import { RequestAgain, RequestButton, useOutlook } from '../../features/my-floor/requests/request.tsx'
import { MyReply } from '../../features/my-floor/requests/right-of-reply.tsx'
import { TopicNote } from '../../features/my-floor/requests/topic-field.tsx'
import { Finished, NotNow } from '../../features/my-floor/turn/my-clock.tsx'
import { pausedWord } from '../../features/my-floor/turn/my-turn.ts'
import { Identity } from '../../features/people/own/identity.tsx'
import { Statement } from '../../features/statements/participant/own-statement.tsx'
import { useNow, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './remote.module.css'

export const Me = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  return (
    <>
      {standing.kind === 'queued' || standing.kind === 'next' ? <OffersToMe standing={standing} /> : null}
      <Card padded className={styles.me} aria-label={t('me.place')}>
        <Mine standing={standing} />
        <Refusal of={asked} />
      </Card>
      <MyPoint />
      <MyReply />
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
          <Before />
          <Identity />
        </>
      )
    case 'over':
      return (
        <>
          <Say title={t('session.closed')} help={t('me.over')} />
          <Identity />
        </>
      )
    case 'unheard':
      return (
        <>
          <Statement plain />
          <Identity />
        </>
      )
    case 'asking':
      return (
        <>
          <Unsent pending={standing.pending} />
          <CancelRequest pending={standing.pending} />
        </>
      )
    case 'idle':
      return <Idle />
    case 'joint':
      return (
        <>
          <Joint by={standing.by} />
          <MoreRequests />
        </>
      )
    case 'spoke':
      return (
        <>
          <Spoke spoken={standing.spoken} />
          <Identity />
          <Outlook />
          <RequestAgain />
          <MoreRequests />
        </>
      )
    case 'called':
      return (
        <>
          <Say accent title={t('floor.youAreCalled')} help={t('floor.youAreCalledRemote')} />
          <NotNow turn={standing.turn} look="accent" />
        </>
      )
    case 'floor':
      return (
        <>
          <Conclude turn={standing.turn} />
          <Finished turn={standing.turn} look="accent" />
        </>
      )
    case 'interrupted':
      return <Say accent title={t('floor.youHaveIt')} help={pausedWord(t, standing.turn)} />
    case 'held':
      return (
        <>
          <Say title={t('me.held')} help={t('me.heldHelp')} />
          <AlsoFor entry={standing.entry} />
          <ReturnButton entry={standing.entry} />
          <WaitActions entry={standing.entry} />
          <MoreRequests />
        </>
      )
    default:
      return <Waiting standing={standing} />
  }
}

/** What I have; over time, what is asked of everybody. */
const Conclude = ({ turn }: { turn: TurnView }) => {
  const { t } = useText()
  const grace = useView(({ floor }) => floor.grace)
  const now = useNow(500)
  const over = remainingAt(turn, now) <= -grace
  return <h2 className={styles.accent}>{t(over && turn.paused === null ? 'floor.pleaseConclude' : 'floor.youHaveIt')}</h2>
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
      {removed ? <Say title={t('me.removed')} help={t(`queue.removal.${removed}`)} /> : null}
      <Outlook />
      <Identity />
      <RequestButton />
      <MoreRequests />
    </>
  )
}

const Waiting = ({ standing }: { standing: InLine }) => {
  const { entry, ahead, kind } = standing
  const soon = ahead <= 1
  return (
    <>
      {kind === 'next' ? <Next standing={standing} /> : <PlaceNumber standing={standing} />}
      {kind === 'next' ? null : <Near standing={standing} />}
      <AlsoFor entry={entry} />
      <Offered standing={standing} />
      {kind === 'next' ? null : <Why standing={standing} brief />}
      {soon ? <NextSteps standing={standing} /> : null}
      {soon ? <ReadyButton entry={entry} /> : <TopicNote entry={entry} />}
      <WaitActions entry={entry} />
      <PlaceActions standing={standing} />
      <MoreRequests />
    </>
  )
}
