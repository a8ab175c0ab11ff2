/** The Floor tab: what happens now, and my status. */

import { lazy, Suspense } from 'react'
import { TopicNow } from '../../features/agenda/public/topic-now.tsx'
import { PhoneFloor } from '../../features/floor/public/phone-floor.tsx'
import { MyLanguage } from '../../features/my-floor/language/my-language.tsx'
import type { MyStatus, MyStatusKind, QueuedStatus } from '../../features/my-floor/my-status.ts'
import { AheadOfMe, MyPosition } from '../../features/my-floor/position/my-position.tsx'
import { NearNotice, NextNotice, NextSteps } from '../../features/my-floor/position/near.tsx'
import {
  AlsoFor,
  JointStatementCard,
  NotOpenCard,
  OfflineHint,
  PastTurnCard,
  StatusText,
  UnsentCard,
} from '../../features/my-floor/position/status-cards.tsx'
import { MySwapOffer, SwapOffers } from '../../features/my-floor/position/swap-offers.tsx'
import { Why } from '../../features/my-floor/position/why.tsx'
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
import { loadWhenAsked } from '../../widgets/load-when-asked.ts'

/** Loaded only if there are captions, to keep the first page of a phone small. */
const CaptionStrip = lazy(async () => ({
  default: await loadWhenAsked(async () => (await import('../../features/captions/reading/phone-captions.tsx')).CaptionStrip),
}))

/** Statuses next to which it is not useful to read that nobody has the floor. */
const quietStatuses: readonly MyStatusKind[] = ['planned', 'closed', 'spoke']

/** `onCaptions`: opens the captions on a page of their own. */
export const FloorTab = ({ status, onCaptions }: { status: MyStatus; onCaptions: () => void }) => {
  const isStale = useStaleSince() !== null
  const hasCaptions = useView(({ captionLanguages }) => captionLanguages.length > 0)
  const isFloorTaken = useView(({ floor }) => floor.current !== null)
  const isReplyFirst = useReplyIsNext()
  const isAsked = useIsSenseOpen()
  const isFloorShown = isFloorTaken || !quietStatuses.includes(status.kind)
  return (
    <>
      {isFloorShown ? (
        <StaleContent stale={isStale}>
          <PhoneFloor />
        </StaleContent>
      ) : null}
      {status.kind === 'next' ? null : <LazySense />}
      {hasCaptions && status.kind !== 'planned' && status.kind !== 'closed' ? (
        <Suspense fallback={null}>
          <CaptionStrip onOpen={onCaptions} />
        </Suspense>
      ) : null}
      <MyPointOfOrder />
      {isReplyFirst ? <MyRightOfReply /> : null}
      {isAsked && status.kind === 'idle' ? null : <Mine status={status} />}
      {status.kind === 'next' ? <LazySense /> : null}
      {isReplyFirst ? null : <MyRightOfReply />}
      {status.kind === 'not-reached' ? null : <OwnStatement />}
    </>
  )
}

const Mine = ({ status }: { status: MyStatus }) => {
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
          <StatusText title={t('me.held')} help={t('me.heldHelp')} />
          <AlsoFor entry={status.entry} />
          <MyLanguage entry={status.entry} />
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
          <Card padded>
            <PastTurnCard pastTurn={status.pastTurn} />
          </Card>
          <IdentityCard />
          <RequestOutlook />
        </>
      )
    default:
      return <Idle />
  }
}

/** The nearer my turn is, the more the card tells me what to do, and the less it shows of the queue. */
const Waiting = ({ status }: { status: QueuedStatus }) => {
  const isSoon = status.ahead <= 1
  return (
    <>
      <SwapOffers status={status} />
      <Card padded>
        {status.kind === 'next' ? <NextNotice status={status} /> : <MyPosition status={status} />}
        {status.kind === 'next' ? null : <NearNotice status={status} />}
        <AlsoFor entry={status.entry} />
        <MyLanguage entry={status.entry} />
        {isSoon ? null : <AheadOfMe status={status} />}
        <MySwapOffer status={status} />
      </Card>
      {isSoon ? <NextSteps status={status} /> : null}
      {status.kind === 'next' ? null : <Why status={status} brief={isSoon} />}
    </>
  )
}

const Idle = () => {
  const { t } = usePhoneText()
  const removed = useView(({ myQueue }) => myQueue.removed)
  return (
    <>
      <TopicNow />
      <RequestOutlook />
      <Identity />
      {removed ? (
        <Card padded>
          <StatusText title={t('me.removed')} help={t(`queue.removal.${removed}`)} />
        </Card>
      ) : null}
    </>
  )
}
