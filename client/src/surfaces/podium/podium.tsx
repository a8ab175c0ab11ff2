/** The panel's own screen: the floor, the current question, my own position, and the next speakers. */
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { AgendaStripNow } from '../../features/agenda/public/agenda-strip-now.tsx'
import { MyCueBelow } from '../../features/cues/speaker/my-cue.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { type MyStatus, useMyStatus } from '../../features/my-floor/my-status.ts'
import { useSpokenPosition } from '../../features/my-floor/position/use-spoken-position.ts'
import { OwnText } from '../../features/my-floor/text/own-text.tsx'
import { useOwnTextEnd } from '../../features/my-floor/text/use-own-text.ts'
import { CannotSpeak } from '../../features/my-floor/turn/cannot-speak.tsx'
import { FinishButton } from '../../features/my-floor/turn/my-clock.tsx'
import { MyTurnBlock } from '../../features/my-floor/turn/my-turn-block.tsx'
import { SignalChoice } from '../../features/my-floor/turn/signal-choice.tsx'
import { useSignals } from '../../features/my-floor/turn/use-signals.ts'
import { useTurnTitle } from '../../features/my-floor/turn/use-turn-title.ts'
import { usePageStage } from '../../features/my-floor/use-page-stage.ts'
import { NextSpeakers } from '../../features/queue/public/next-speakers.tsx'
import { SenseForPanel } from '../../features/sense/podium/sense-for-panel.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { GuardedPage } from '../../ui/guarded-page.tsx'
import { StaleContent } from '../../ui/status-banner.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { RefusalMessage } from '../../widgets/refusal-message.tsx'
import { SessionBanners } from '../frame/session-banners.tsx'
import styles from './podium.module.css'
import { PodiumFloor } from './podium-floor.tsx'
import { PodiumPosition } from './podium-position.tsx'
import { AssignedToMe, NextQuestion, PodiumQuestion, PublishedQuestions } from './podium-question.tsx'
import { PodiumCaptionChoice, PodiumCaptions, PodiumSubject } from './podium-subject.tsx'

export const Podium = () => {
  const status = useMyStatus()
  return (
    <GuardedPage stage={usePageStage(status)}>
      <PodiumPage status={status} />
    </GuardedPage>
  )
}

const PodiumPage = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  useWakeLock('turn' in status)
  const isStale = useStaleSince() !== null
  const isEmpty = useView(({ floor }) => findOpenTurn(floor) === null)
  const isAnswering = useView(({ answering }) => answering.current !== null)
  useSpokenFloor()
  useSpokenPosition()
  useKeptFocus()
  useTurnTitle(status)
  useSignals(status)
  useOwnTextEnd()
  return (
    <div className={styles.page}>
      <SessionBar />
      <SessionBanners />
      <section className={styles.band} aria-label={t('agenda.label')}>
        <AgendaStripNow />
      </section>
      <main className={styles.stage}>
        <div className={styles.floor}>
          <PodiumQuestion />
          <PodiumSubject isBusy={isAnswering || 'turn' in status} />
          <StaleContent stale={isStale} className={isEmpty ? styles.slim : styles.block}>
            <Floor status={status} />
          </StaleContent>
          <PodiumCaptions />
          <MyCueBelow />
          {status.kind === 'floor' || status.kind === 'interrupted' ? (
            <div className={styles.ownText}>
              <OwnText />
            </div>
          ) : null}
          <EndMyTurn status={status} />
        </div>
        <div className={styles.side}>
          <SenseForPanel />
          <PodiumPosition status={status} />
          <AssignedToMe />
          <NextQuestion />
          <PublishedQuestions />
          <Card padded>
            <NextSpeakers />
          </Card>
          <Card padded>
            <SignalChoice />
            <PodiumCaptionChoice />
          </Card>
        </div>
      </main>
    </div>
  )
}

/** My own clock while I am called or speaking, otherwise the current speaker. */
const Floor = ({ status }: { status: MyStatus }) => ('turn' in status ? <MyTurnBlock status={status} /> : <PodiumFloor />)

const EndMyTurn = ({ status }: { status: MyStatus }) => {
  const { t } = useText()
  if (status.kind !== 'called' && status.kind !== 'floor') return null
  return (
    <section className={styles.end} aria-label={t('floor.yourTime')}>
      <RefusalMessage area="own-turn" />
      {status.kind === 'floor' ? <FinishButton turn={status.turn} look="accent" /> : <CannotSpeak turn={status.turn} />}
    </section>
  )
}
