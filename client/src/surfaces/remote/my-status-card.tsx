/** My position with its cause, and what I can do now. */
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { MyLanguage } from '../../features/my-floor/language/my-language.tsx'
import type { MyStatus, QueuedStatus } from '../../features/my-floor/my-status.ts'
import { MyPosition } from '../../features/my-floor/position/my-position.tsx'
import { NearNotice, NextNotice, NextSteps } from '../../features/my-floor/position/near.tsx'
import { PositionActions } from '../../features/my-floor/position/position-actions.tsx'
import {
  AlsoFor,
  CancelRequestButton,
  JointStatementCard,
  NotOpenCard,
  PastTurnCard,
  StatusText,
  UnsentCard,
} from '../../features/my-floor/position/status-cards.tsx'
import { MySwapOffer, SwapOffers } from '../../features/my-floor/position/swap-offers.tsx'
import { Why } from '../../features/my-floor/position/why.tsx'
import { ReadyButton, RequestActions, ReturnButton } from '../../features/my-floor/requests/actions.tsx'
import { MoreRequests } from '../../features/my-floor/requests/more-requests.tsx'
import { MyPointOfOrder } from '../../features/my-floor/requests/point-of-order.tsx'
import { RequestAgainButton, RequestButton, RequestOutlook } from '../../features/my-floor/requests/request.tsx'
import { MyRightOfReply } from '../../features/my-floor/requests/right-of-reply.tsx'
import { TopicField } from '../../features/my-floor/requests/topic-field.tsx'
import { OwnText, OwnTextButton } from '../../features/my-floor/text/own-text.tsx'
import { CannotSpeak, FinishButton } from '../../features/my-floor/turn/my-clock.tsx'
import { getCallMessage } from '../../features/my-floor/turn/my-turn.ts'
import { Identity } from '../../features/people/own/identity.tsx'
import { OwnStatement } from '../../features/statements/participant/own-statement.tsx'
import { useNow, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { takesFocus } from '../../ui/use-kept-focus.ts'
import { RefusalMessage } from '../../widgets/refusal-message.tsx'
import { getPauseText } from '../../widgets/turn-text.tsx'
import styles from './remote.module.css'

export const MyStatusCard = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  return (
    <>
      {status.kind === 'queued' || status.kind === 'next' ? <SwapOffers status={status} /> : null}
      <Card padded className={styles.me} aria-label={t('me.position')}>
        <Mine status={status} />
        <RefusalMessage area="own-request" />
      </Card>
      <MyPointOfOrder />
      <MyRightOfReply />
      {status.kind === 'not-reached' ? null : <OwnStatement />}
    </>
  )
}

const Mine = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  switch (status.kind) {
    case 'planned':
      return (
        <>
          <NotOpenCard />
          <Identity />
          <OwnTextButton />
        </>
      )
    case 'closed':
      return (
        <>
          <StatusText title={t('session.closed')} help={t('me.over')} />
          <Identity />
        </>
      )
    case 'not-reached':
      return (
        <>
          <OwnStatement plain />
          <Identity />
        </>
      )
    case 'pending':
      return (
        <>
          <UnsentCard pending={status.pending} />
          <CancelRequestButton pending={status.pending} />
        </>
      )
    case 'idle':
      return <Idle />
    case 'joint':
      return (
        <>
          <JointStatementCard by={status.by} />
          <MoreRequests />
        </>
      )
    case 'spoke':
      return (
        <>
          <PastTurnCard pastTurn={status.pastTurn} />
          <Identity />
          <RequestOutlook />
          <RequestAgainButton />
          <MoreRequests />
        </>
      )
    case 'called':
      return (
        <>
          <StatusText accent title={t(getCallMessage(status.turn))} help={t('floor.youAreCalledRemote')} />
          <CannotSpeak turn={status.turn} />
        </>
      )
    case 'floor':
      return (
        <>
          <ConcludeHeading turn={status.turn} />
          <OwnText />
          <FinishButton turn={status.turn} look="accent" />
        </>
      )
    case 'interrupted':
      return (
        <>
          <StatusText accent title={t('floor.youHaveIt')} help={getPauseText(t, status.turn)} />
          <OwnText />
        </>
      )
    case 'on-hold':
      return (
        <>
          <StatusText title={t('me.held')} help={t('me.heldHelp')} />
          <AlsoFor entry={status.entry} />
          <MyLanguage entry={status.entry} />
          <ReturnButton entry={status.entry} />
          <RequestActions entry={status.entry} />
          <MoreRequests />
        </>
      )
    default:
      return <Waiting status={status} />
  }
}

/** "You have the floor". After the grace period it is "Please conclude", as on every other screen. */
const ConcludeHeading = ({ turn }: { turn: TurnView }) => {
  const { t } = useText()
  const grace = useView(({ floor }) => floor.grace)
  const now = useNow(500)
  const isOver = computeRemaining(turn, now) <= -grace
  return (
    <h2 {...takesFocus} className={styles.accent}>
      {t(isOver && turn.paused === null ? 'floor.pleaseConclude' : 'floor.youHaveIt')}
    </h2>
  )
}

const Idle = () => {
  const { t } = useText()
  const removed = useView(({ myQueue }) => myQueue.removed)
  return (
    <>
      {removed ? <StatusText title={t('me.removed')} help={t(`queue.removal.${removed}`)} /> : null}
      <RequestOutlook />
      <Identity />
      <RequestButton />
      <MoreRequests />
    </>
  )
}

const Waiting = ({ status }: { status: QueuedStatus }) => {
  const { entry, ahead, kind } = status
  const isSoon = ahead <= 1
  return (
    <>
      {kind === 'next' ? <NextNotice status={status} /> : <MyPosition status={status} />}
      {kind === 'next' ? null : <NearNotice status={status} />}
      <AlsoFor entry={entry} />
      <MySwapOffer status={status} />
      {kind === 'next' ? null : <Why status={status} brief />}
      {isSoon ? <NextSteps status={status} /> : null}
      {isSoon ? <ReadyButton entry={entry} /> : <TopicField entry={entry} />}
      <MyLanguage entry={entry} />
      <RequestActions entry={entry} />
      <MoreRequests>
        <PositionActions status={status} />
      </MoreRequests>
    </>
  )
}
