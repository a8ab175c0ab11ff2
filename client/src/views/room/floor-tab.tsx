/** The Floor tab: what happens now, where I stand, and one button at the thumb. */
import { TopicNow } from '../../features/agenda/topic-now.tsx'
import { PhoneFloor } from '../../features/floor/phone-floor.tsx'
import { ReadyButton, ReturnButton, WaitActions } from '../../features/my-floor/actions.tsx'
import { Before, CancelRequest, LongOffline, Next, NextSteps, Say, Spoke, Unsent } from '../../features/my-floor/cards.tsx'
import { BeforeMe, PlaceNumber } from '../../features/my-floor/my-place.tsx'
import { MyPoint, PointButton } from '../../features/my-floor/point.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { RequestAgain, RequestButton, useOutlook } from '../../features/my-floor/request.tsx'
import type { Standing, StandingKind } from '../../features/my-floor/standing.ts'
import { TopicNote } from '../../features/my-floor/topic.tsx'
import { Why } from '../../features/my-floor/why.tsx'
import { Identity, IdentityCard } from '../../features/people/identity.tsx'
import { useStale, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { MaybeStale } from '../../ui/notice.tsx'
import styles from './room.module.css'

/** Nobody needs to read here that nobody has the floor. */
const quiet: readonly StandingKind[] = ['before', 'over', 'spoke']

export const FloorBody = ({ standing }: { standing: Standing }) => {
  const stale = useStale() !== null
  const taken = useView(({ floor }) => floor.current !== null)
  const shown = taken || !quiet.includes(standing.kind)
  return (
    <>
      {shown ? (
        <MaybeStale stale={stale}>
          <PhoneFloor />
        </MaybeStale>
      ) : null}
      <MyPoint />
      <Mine standing={standing} />
    </>
  )
}

const Mine = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  switch (standing.kind) {
    case 'before':
      return (
        <Card padded>
          <Before />
        </Card>
      )
    case 'over':
      return (
        <Card padded>
          <Say title={t('session.closed')} help={t('me.over')} />
        </Card>
      )
    case 'unheard':
      return (
        <Card padded>
          <Say title={t('me.unheard')} help={t('me.unheardHelp')} />
        </Card>
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
        </Card>
      )
    case 'next':
      return (
        <>
          <Card padded>
            <Next />
          </Card>
          <NextSteps />
        </>
      )
    case 'queued':
      return (
        <>
          <Card padded>
            <PlaceNumber index={standing.index} />
            <BeforeMe index={standing.index} />
          </Card>
          <Why place={standing.place} index={standing.index} />
        </>
      )
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

const Outlook = () => <p className={styles.words}>{useOutlook()}</p>

const Idle = () => {
  const { t } = useText()
  const { unheard, removed } = useView(({ myEntry }) => myEntry)
  return (
    <>
      <TopicNow />
      <Outlook />
      {removed ? (
        <Card padded>
          <Say title={t('me.removed')} help={t(`queue.removal.${removed}`)} />
        </Card>
      ) : null}
      {unheard ? (
        <Card padded>
          <Say title={t('me.unheard')} help={t('me.unheardHelp')} />
        </Card>
      ) : null}
    </>
  )
}

export const FloorFoot = ({ standing }: { standing: Standing }) => (
  <>
    <Refusal
      of={['queue.join', 'queue.ready', 'queue.hold', 'queue.return', 'queue.withdraw', 'queue.note', 'floor.end', 'floor.absent']}
    />
    <Thumb standing={standing} />
  </>
)

const Thumb = ({ standing }: { standing: Standing }) => {
  switch (standing.kind) {
    case 'idle':
      return (
        <>
          <Identity />
          <RequestButton />
          <PointButton />
        </>
      )
    case 'asking':
      return <CancelRequest pending={standing.pending} />
    case 'held':
      return (
        <>
          <ReturnButton entry={standing.entry} />
          <WaitActions entry={standing.entry} look="quiet" />
          <PointButton />
        </>
      )
    case 'next':
      return (
        <>
          <ReadyButton entry={standing.entry} />
          <WaitActions entry={standing.entry} look="quiet" />
          <PointButton />
        </>
      )
    case 'queued':
      return (
        <>
          <TopicNote entry={standing.entry} />
          <WaitActions entry={standing.entry} />
          <PointButton />
        </>
      )
    case 'spoke':
      return (
        <>
          <RequestAgain />
          <PointButton />
        </>
      )
    default:
      return null
  }
}
