/** My place with its reason, and what I can do now. */
import { ReadyButton, ReturnButton, WaitActions } from '../../features/my-floor/actions.tsx'
import { Before, CancelRequest, Next, Say, Spoke, Unsent } from '../../features/my-floor/cards.tsx'
import { Finished, NotNow } from '../../features/my-floor/my-clock.tsx'
import { PlaceNumber } from '../../features/my-floor/my-place.tsx'
import { MyPoint, PointButton } from '../../features/my-floor/point.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { RequestAgain, RequestButton, useOutlook } from '../../features/my-floor/request.tsx'
import type { Standing } from '../../features/my-floor/standing.ts'
import { TopicNote } from '../../features/my-floor/topic.tsx'
import { Why } from '../../features/my-floor/why.tsx'
import { Identity } from '../../features/people/identity.tsx'
import { remainingAt } from '@rostrum/shared/projection/clock'
import type { TurnView } from '@rostrum/shared/projection/floor'
import { useNow, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './remote.module.css'

export const Me = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  return (
    <>
      <Card padded className={styles.me} aria-label={t('me.place')}>
        <Mine standing={standing} />
        <Refusal
          of={['queue.join', 'queue.ready', 'queue.hold', 'queue.return', 'queue.withdraw', 'queue.note', 'floor.end', 'floor.absent']}
        />
      </Card>
      <MyPoint />
    </>
  )
}

const Mine = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  switch (standing.kind) {
    case 'before':
      return <Before />
    case 'over':
      return <Say title={t('session.closed')} help={t('me.over')} />
    case 'unheard':
      return <Say title={t('me.unheard')} help={t('me.unheardHelp')} />
    case 'asking':
      return (
        <>
          <Unsent pending={standing.pending} />
          <CancelRequest pending={standing.pending} />
        </>
      )
    case 'idle':
      return <Idle />
    case 'spoke':
      return (
        <>
          <Spoke spoken={standing.spoken} />
          <Outlook />
          <RequestAgain />
          <PointButton />
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
      return <Say accent title={t('floor.youHaveIt')} help={t('floor.pausedForPoint')} />
    default:
      return <Waiting standing={standing} />
  }
}

/** What I have, or what the Chair asks of me. */
const Conclude = ({ turn }: { turn: TurnView }) => {
  const { t } = useText()
  const now = useNow(500)
  const over = remainingAt(turn, now) <= 0
  const asked = turn.cue ? t(`cue.${turn.cue.kind}`) : over ? t('floor.pleaseConclude') : null
  return <h2 className={styles.accent}>{turn.paused === null && asked !== null ? asked : t('floor.youHaveIt')}</h2>
}

const Outlook = () => <p className={styles.words}>{useOutlook()}</p>

const Idle = () => {
  const { t } = useText()
  const { unheard, removed } = useView(({ myEntry }) => myEntry)
  return (
    <>
      {removed ? <Say title={t('me.removed')} help={t(`queue.removal.${removed}`)} /> : null}
      {unheard ? <Say title={t('me.unheard')} help={t('me.unheardHelp')} /> : null}
      <Outlook />
      <Identity />
      <RequestButton />
      <PointButton />
    </>
  )
}

const Waiting = ({ standing }: { standing: Extract<Standing, { kind: 'queued' | 'next' | 'held' }> }) => {
  const { t } = useText()
  if (standing.kind === 'held') {
    return (
      <>
        <Say title={t('me.held')} help={t('me.heldHelp')} />
        <ReturnButton entry={standing.entry} />
        <WaitActions entry={standing.entry} />
        <PointButton />
      </>
    )
  }
  return (
    <>
      {standing.kind === 'next' ? <Next /> : <PlaceNumber index={standing.index} />}
      {standing.kind === 'next' ? <ReadyButton entry={standing.entry} /> : <Why place={standing.place} index={standing.index} brief />}
      <TopicNote entry={standing.entry} />
      <WaitActions entry={standing.entry} />
      <PointButton />
    </>
  )
}
