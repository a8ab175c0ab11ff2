/** The Floor tab: what happens now, and my status. */

import { Fragment } from 'react'

import { TopicFold } from '../../features/agenda/public/topic-fold.tsx'
import { TopicNow } from '../../features/agenda/public/topic-now.tsx'
import { PhoneFloor } from '../../features/floor/public/phone-floor.tsx'
import { MyLanguage } from '../../features/my-floor/language/my-language.tsx'
import { type MyStatus, myStatusRules, type OwnTurnStatus, type QueuedStatus, useSubject } from '../../features/my-floor/my-status.ts'
import { AheadOfMe, MyPosition } from '../../features/my-floor/position/my-position.tsx'
import { NearNotice, NextNotice, NextSteps } from '../../features/my-floor/position/near.tsx'
import { SpeakersFold } from '../../features/my-floor/position/speakers-fold.tsx'
import {
  AlsoFor,
  JointStatementCard,
  LastTurn,
  NotOpenCard,
  OfflineHint,
  StatusText,
  UnsentCard,
} from '../../features/my-floor/position/status-cards.tsx'
import { Absent, IsNext, OnHold, Removed, Suspended, TopicChanged } from '../../features/my-floor/position/subject.tsx'
import { MySwapOffer, SwapOffers } from '../../features/my-floor/position/swap-offers.tsx'
import { WhyFold } from '../../features/my-floor/position/why-fold.tsx'
import { MyPointOfOrder } from '../../features/my-floor/requests/point-of-order.tsx'
import { RequestOutlook } from '../../features/my-floor/requests/request.tsx'
import { MyRightOfReply, useReplyIsNext } from '../../features/my-floor/requests/right-of-reply.tsx'
import { OwnTextButton } from '../../features/my-floor/text/own-text.tsx'
import { Identity, IdentityCard } from '../../features/people/own/identity.tsx'
import { LazySense } from '../../features/sense/participant/lazy-sense.tsx'
import { useIsSenseOpen } from '../../features/sense/prompt-stage.ts'
import { OwnStatement } from '../../features/statements/participant/own-statement.tsx'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import { usePhoneText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { StaleContent } from '../../ui/status-banner.tsx'
import { Captions, useHasCaptions } from './room-captions.tsx'

/** My own turn has a page of its own. */
type OwnStatus = Exclude<MyStatus, OwnTurnStatus>

/** `onCaptions`: opens the captions on a page of their own. */
export const FloorTab = ({ status, onCaptions }: { status: OwnStatus; onCaptions: () => void }) => {
  const { isOver, isQuiet } = myStatusRules[status.kind]
  const isStale = useStaleSince() !== null
  const hasCaptions = useHasCaptions()
  const isFloorTaken = useView(({ floor }) => floor.current !== null)
  const isReplyFirst = useReplyIsNext()
  const isAsked = useIsSenseOpen()
  const subject = useSubject(status)
  const isFloorShown = subject !== 'suspended' && (isFloorTaken || !isQuiet)
  const mine = subject === 'suspended' ? <Suspended status={status} /> : isAsked && status.kind === 'idle' ? null : <Mine status={status} />
  const hasTopic = !isOver && subject !== 'topic' && !(subject === 'own' && myStatusRules[status.kind].hasTopic)
  const isSenseFirst = isAsked && status.kind !== 'next'
  const sense = <LazySense key="sense" />
  // The keys keep the sense as it is when it moves, so that its end is spoken.
  return [
    isFloorShown ? (
      <StaleContent key="floor" stale={isStale}>
        <PhoneFloor />
      </StaleContent>
    ) : null,
    subject === 'own' ? null : <Fragment key="subject">{mine}</Fragment>,
    isSenseFirst ? sense : null,
    <Fragment key="mine">
      <MyPointOfOrder />
      {isReplyFirst ? <MyRightOfReply /> : null}
      {subject === 'own' ? mine : null}
      {isReplyFirst ? null : <MyRightOfReply />}
      {status.kind === 'not-reached' ? null : <OwnStatement />}
    </Fragment>,
    hasTopic ? <TopicFold key="topic" /> : null,
    isSenseFirst ? null : sense,
    isOver ? null : (
      <Fragment key="more">
        {hasCaptions ? <Captions.Strip onOpen={onCaptions} /> : null}
        {'ahead' in status && status.ahead <= 1 && subject !== 'suspended' ? <NextSteps status={status} /> : null}
        {status.kind === 'queued' && subject !== 'suspended' ? <WhyFold status={status} /> : null}
        <SpeakersFold />
        {'entry' in status ? <MyLanguage entry={status.entry} /> : null}
        <Identity />
      </Fragment>
    ),
  ]
}

const Mine = ({ status }: { status: OwnStatus }) => {
  const { t } = usePhoneText()
  switch (status.kind) {
    case 'planned':
      return (
        <>
          <Card padded>
            <NotOpenCard />
          </Card>
          <IdentityCard />
          <OwnTextButton />
        </>
      )
    case 'closed':
      return (
        <>
          <Card padded>
            <StatusText title={t('session.closed')} help={t('me.over')} />
          </Card>
          <IdentityCard />
        </>
      )
    case 'not-reached':
      return (
        <>
          <p className="eyebrow">{t('session.closed')}</p>
          <OwnStatement />
          <IdentityCard />
        </>
      )
    case 'pending':
      return (
        <>
          <Card padded>
            <UnsentCard pending={status.pending} />
          </Card>
          <OfflineHint pending={status.pending} />
        </>
      )
    case 'on-hold':
      return (
        <Card padded>
          <OnHold status={status} />
        </Card>
      )
    case 'joint':
      return (
        <Card padded>
          <JointStatementCard by={status.by} />
        </Card>
      )
    case 'next':
    case 'queued':
      return <Waiting status={status} />
    case 'spoke':
      return (
        <>
          <TopicNow />
          <LastTurn pastTurn={status.pastTurn} />
          <RequestOutlook />
        </>
      )
    case 'removed':
      return (
        <>
          <Removed reason={status.reason} />
          <RequestOutlook />
        </>
      )
    case 'idle':
      return <Idle />
    default:
      status satisfies never
      return null
  }
}

/** A change that needs an answer comes first, after “You are next”. The nearer my turn is, the more the card tells me what to do. */
const Waiting = ({ status }: { status: QueuedStatus }) => {
  const isSoon = status.ahead <= 1
  const changed =
    status.notice === 'absent' ? <Absent status={status} /> : status.notice === 'topic' ? <TopicChanged status={status} /> : null
  return (
    <>
      {changed === null || status.kind !== 'next' ? null : <IsNext />}
      {changed}
      <SwapOffers status={status} />
      {changed === null ? (
        <Card padded>
          {status.kind === 'next' ? (
            <NextNotice status={status} />
          ) : (
            <>
              <MyPosition status={status} />
              <NearNotice status={status} />
            </>
          )}
          <AlsoFor entry={status.entry} />
          {isSoon ? null : <AheadOfMe status={status} />}
        </Card>
      ) : null}
      <MySwapOffer status={status} />
    </>
  )
}

const Idle = () => (
  <>
    <TopicNow />
    <RequestOutlook />
  </>
)
