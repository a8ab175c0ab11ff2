/** The laptop of a remote participant: the floor across the top, my position next to it. */
import { AgendaNow } from '../../features/agenda/public/agenda-now.tsx'
import { AgendaStripNow } from '../../features/agenda/public/agenda-strip-now.tsx'
import { MyCueBelow } from '../../features/cues/speaker/my-cue.tsx'
import { RemoteFloor } from '../../features/floor/public/remote-floor.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { getPositionIndex, type MyStatusKind, useMyStatus } from '../../features/my-floor/my-status.ts'
import { useSpokenPosition } from '../../features/my-floor/position/use-spoken-position.ts'
import { useOwnTextEnd } from '../../features/my-floor/text/use-own-text.ts'
import { useSignals } from '../../features/my-floor/turn/signal-choice.tsx'
import { useTurnTitle } from '../../features/my-floor/turn/use-turn-title.ts'
import { useSpokenQuestions } from '../../features/questions/participant/use-spoken-questions.ts'
import { SenseCardOfMine } from '../../features/sense/participant/sense-card-of-mine.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStaleSince } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { SkipButton } from '../../ui/skip-button.tsx'
import { StaleContent } from '../../ui/status-banner.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { SessionBanners } from '../frame/session-banners.tsx'
import { FollowMeeting } from './follow-meeting.tsx'
import { MyStatusCard } from './my-status-card.tsx'
import { Panels } from './panels.tsx'
import styles from './remote.module.css'

/** If a status has no main button in my own card, the link to the meeting is the main button. */
const statusesWithoutButton: readonly MyStatusKind[] = [
  'planned',
  'closed',
  'not-reached',
  'pending',
  'queued',
  'joint',
  'called',
  'interrupted',
  'spoke',
]

export const Remote = () => {
  const { t, ordinal } = useText()
  const status = useMyStatus()
  useWakeLock('turn' in status)
  const index = getPositionIndex(status)
  const isSoon = status.kind === 'queued' && status.ahead <= 1
  const isStale = useStaleSince() !== null
  useSpokenPosition()
  useKeptFocus()
  useTurnTitle(status)
  useSignals(status)
  useOwnTextEnd()
  useSpokenQuestions()
  useSpokenFloor()
  return (
    <div className={styles.page}>
      <SkipButton to="main">{t('app.skip')}</SkipButton>
      <SessionBar counted={false} />
      <SessionBanners />
      <section className={styles.band} aria-label={t('agenda.label')}>
        <AgendaStripNow />
      </section>
      <main className={styles.stage} tabIndex={-1}>
        <StaleContent stale={isStale}>
          <RemoteFloor />
          <MyCueBelow />
        </StaleContent>
        <FollowMeeting isPrimary={statusesWithoutButton.includes(status.kind) && !isSoon} />
        <div className={styles.side}>
          {status.kind === 'next' || 'turn' in status ? null : <SenseCardOfMine />}
          <MyStatusCard status={status} />
          {status.kind === 'next' ? <SenseCardOfMine /> : null}
          <Panels />
        </div>
        <div className={styles.agenda}>
          <AgendaNow place={index === null ? null : ordinal(index + 1)} />
        </div>
      </main>
    </div>
  )
}
