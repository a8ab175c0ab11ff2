/** My position with its cause, which scrolls if it is long, and what I can do now, which stays in view. */

import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { useChannelWords } from '../../features/my-floor/channel-words.ts'
import { MyLanguage } from '../../features/my-floor/language/my-language.tsx'
import { type MyStatus, type OwnTurnStatus, type QueuedStatus, type Subject, useSubject } from '../../features/my-floor/my-status.ts'
import { MyPosition } from '../../features/my-floor/position/my-position.tsx'
import { NearNotice, NextNotice, NextSteps } from '../../features/my-floor/position/near.tsx'
import {
  AlsoFor,
  JointStatementCard,
  LastTurn,
  NotOpenCard,
  StatusText,
  UnsentCard,
} from '../../features/my-floor/position/status-cards.tsx'
import { Absent, OnHold, Removed, Suspended, TopicChanged } from '../../features/my-floor/position/subject.tsx'
import { MySwapOffer, SwapOffers } from '../../features/my-floor/position/swap-offers.tsx'
import { WhyBelow } from '../../features/my-floor/position/why-below.tsx'
import { PrimaryActions } from '../../features/my-floor/primary-actions.tsx'
import { MyPointOfOrder } from '../../features/my-floor/requests/point-of-order.tsx'
import { RequestOutlook } from '../../features/my-floor/requests/request.tsx'
import { MyRightOfReply } from '../../features/my-floor/requests/right-of-reply.tsx'
import { OwnText, OwnTextButton } from '../../features/my-floor/text/own-text.tsx'
import { CannotSpeak } from '../../features/my-floor/turn/cannot-speak.tsx'
import { FinishButton } from '../../features/my-floor/turn/my-clock.tsx'
import { getCallMessage, useMyTurn } from '../../features/my-floor/turn/my-turn.ts'
import { Identity } from '../../features/people/own/identity.tsx'
import { OwnStatement } from '../../features/statements/participant/own-statement.tsx'
import { useNow, useView } from '../../session/hooks.tsx'
import { formatDuration } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { takesFocus } from '../../ui/use-kept-focus.ts'
import styles from './remote.module.css'

export const MyStatusCard = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  return (
    <>
      {status.kind === 'queued' || status.kind === 'next' ? <SwapOffers status={status} /> : null}
      <Card className={styles.me} aria-label={t('me.position')}>
        <div className={styles.mine}>
          <Mine status={status} />
          {'turn' in status ? null : <Identity />}
        </div>
        <div className={styles.acts}>
          {'turn' in status ? <TurnActions status={status} /> : null}
          <PrimaryActions status={status} />
        </div>
      </Card>
      <MyPointOfOrder />
      <MyRightOfReply />
      {status.kind === 'not-reached' ? null : <OwnStatement />}
    </>
  )
}

const Mine = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  const words = useChannelWords()
  switch (status.kind) {
    case 'planned':
      return (
        <>
          <NotOpenCard />
          <OwnTextButton />
        </>
      )
    case 'closed':
      return <StatusText title={t('session.closed')} help={t('me.over')} />
    case 'not-reached':
      return <OwnStatement plain />
    case 'pending':
      return <UnsentCard pending={status.pending} />
    case 'removed':
      return (
        <>
          <Removed reason={status.reason} />
          <RequestOutlook />
        </>
      )
    case 'idle':
      return <RequestOutlook />
    case 'joint':
      return <JointStatementCard by={status.by} />
    case 'spoke':
      return (
        <>
          <LastTurn pastTurn={status.pastTurn} />
          <RequestOutlook />
        </>
      )
    case 'called':
      return (
        <>
          <StatusText accent title={t(getCallMessage(status.turn))} help={t(words.called)} />
          <OwnTextButton />
        </>
      )
    case 'floor':
      return (
        <>
          <ConcludeHeading status={status} />
          <OwnText />
        </>
      )
    case 'interrupted':
      return <Interrupted status={status} />
    case 'on-hold':
      return (
        <>
          <OnHold status={status} />
          <MyLanguage entry={status.entry} />
        </>
      )
    case 'next':
    case 'queued':
      return <Waiting status={status} />
    default:
      status satisfies never
      return null
  }
}

const TurnActions = ({ status: { kind, turn } }: { status: OwnTurnStatus }) => {
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  if (kind === 'called') return <CannotSpeak turn={turn} />
  return kind === 'floor' && !isSuspended ? <FinishButton turn={turn} look="accent" /> : null
}

/** The kept time, and what is going on meanwhile. */
const Interrupted = ({ status }: { status: OwnTurnStatus }) => {
  const { eyebrow, word, help, clock } = useMyTurn(status)
  return (
    <>
      <StatusText accent title={eyebrow} help={word} />
      <p className="num">
        <strong>{formatDuration(clock.left)}</strong>
      </p>
      <p>{help}</p>
      <OwnTextButton />
    </>
  )
}

/** "You have the floor". After the grace period it is "Please conclude", as on every other screen. */
const ConcludeHeading = ({ status }: { status: OwnTurnStatus }) => {
  const { t } = useText()
  const { turn } = status
  const { changed } = useMyTurn(status)
  const grace = useView(({ floor }) => floor.grace)
  const now = useNow(500)
  const isOver = computeRemaining(turn, now) <= -grace
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  if (isSuspended) return <Interrupted status={status} />
  return (
    <>
      <h2 {...takesFocus} className={styles.accent}>
        {t(isOver && turn.paused === null ? 'floor.pleaseConclude' : 'floor.youHaveIt')}
      </h2>
      {changed === null ? null : <p>{changed}</p>}
    </>
  )
}

const Waiting = ({ status }: { status: QueuedStatus }) => {
  const { entry, ahead } = status
  const subject = useSubject(status)
  return (
    <>
      <WaitingSubject status={status} subject={subject} />
      <AlsoFor entry={entry} />
      <MySwapOffer status={status} />
      {subject === 'own' && ahead <= 1 ? <NextSteps status={status} /> : null}
      <MyLanguage entry={entry} />
    </>
  )
}

const WaitingSubject = ({ status, subject }: { status: QueuedStatus; subject: Subject }) => {
  if (subject === 'suspended') return <Suspended status={status} />
  if (status.kind === 'next')
    return (
      <>
        <NextNotice status={status} />
        <Changed status={status} subject={subject} />
      </>
    )
  if (subject !== 'own') return <Changed status={status} subject={subject} />
  return (
    <>
      <MyPosition status={status} />
      <NearNotice status={status} />
      <WhyBelow status={status} />
    </>
  )
}

/** A change that I have not answered yet. */
const Changed = ({ status, subject }: { status: QueuedStatus; subject: Subject }) =>
  subject === 'absent' ? <Absent status={status} /> : subject === 'topic' ? <TopicChanged status={status} /> : null
