/** My place with its reason, and what I can do now. */
import { remainingAt } from '@rostrum/shared/projection/clock'
import type { TurnView } from '@rostrum/shared/projection/floor'
import { ReadyButton, ReturnButton, WaitActions } from '../../features/my-floor/actions.tsx'
import { asked } from '../../features/my-floor/asked.ts'
import { AlsoFor, Before, CancelRequest, Joint, Say, Spoke, Unsent } from '../../features/my-floor/cards.tsx'
import { Closing } from '../../features/my-floor/closing.tsx'
import { MoreRequests } from '../../features/my-floor/more-requests.tsx'
import { Finished, NotNow } from '../../features/my-floor/my-clock.tsx'
import { PlaceNumber } from '../../features/my-floor/my-place.tsx'
import { pausedWord } from '../../features/my-floor/my-turn.ts'
import { Near, Next, NextSteps } from '../../features/my-floor/near.tsx'
import { Offered, OffersToMe } from '../../features/my-floor/offers.tsx'
import { PlaceActions } from '../../features/my-floor/place-actions.tsx'
import { MyPoint } from '../../features/my-floor/point.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { MyReply } from '../../features/my-floor/reply.tsx'
import { RequestAgain, RequestButton, useOutlook } from '../../features/my-floor/request.tsx'
import type { InLine, Standing } from '../../features/my-floor/standing.ts'
import { TopicNote } from '../../features/my-floor/topic.tsx'
import { Why } from '../../features/my-floor/why.tsx'
import { Identity } from '../../features/people/identity.tsx'
import { Statement } from '../../features/statements/statement.tsx'
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
