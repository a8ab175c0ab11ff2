/** The laptop of a remote participant: the floor across the top, my position next to it. */
import { AgendaNow } from '../../features/agenda/public/agenda-now.tsx'
import { AgendaStripNow } from '../../features/agenda/public/agenda-strip-now.tsx'
import { MyCueBelow } from '../../features/cues/speaker/my-cue.tsx'
import { RemoteFloor } from '../../features/floor/public/remote-floor.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { getPositionIndex, type MyStatus, myStatusRules, useMyStatus } from '../../features/my-floor/my-status.ts'
import { useSpokenPosition } from '../../features/my-floor/position/use-spoken-position.ts'
import { useFloorOnEntry } from '../../features/my-floor/requests/use-floor-on-entry.ts'
import { useOwnTextEnd } from '../../features/my-floor/text/use-own-text.ts'
import { useSignals } from '../../features/my-floor/turn/use-signals.ts'
import { useTurnTitle } from '../../features/my-floor/turn/use-turn-title.ts'
import { usePageStage } from '../../features/my-floor/use-page-stage.ts'
import { useSpokenQuestions } from '../../features/questions/participant/use-spoken-questions.ts'
import { SenseCardOfMine } from '../../features/sense/participant/sense-card-of-mine.tsx'
import { useIsSenseOpen } from '../../features/sense/prompt-stage.ts'
import { useSpokenSession } from '../../features/session/notices/use-spoken-session.ts'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStaleSince } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { GuardedPage } from '../../ui/guarded-page.tsx'
import { SkipButton } from '../../ui/skip-button.tsx'
import { StaleContent } from '../../ui/status-banner.tsx'
import { useFocusOnEntry, useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { SessionBanners } from '../frame/session-banners.tsx'
import { FollowMeeting } from './follow-meeting.tsx'
import { MeetingTime, useTimeWithZone } from './meeting-time.tsx'
import { MyStatusCard } from './my-status-card.tsx'
import { Panels } from './panels.tsx'
import styles from './remote.module.css'

export const Remote = () => {
  const status = useMyStatus()
  return (
    <GuardedPage stage={usePageStage(status)}>
      <RemotePage status={status} />
    </GuardedPage>
  )
}

const RemotePage = ({ status }: { status: MyStatus }) => {
  const { t, ordinal } = useText()
  useWakeLock('turn' in status || status.kind === 'next')
  const index = getPositionIndex(status)
  const isSoon = status.kind === 'queued' && status.ahead <= 1
  const isAsked = useIsSenseOpen()
  const isSenseFirst = isAsked && status.kind !== 'next' && !('turn' in status)
  // The key keeps it as it is when it moves, so that its end is spoken.
  const sense = <SenseCardOfMine key="sense" />
  const isStale = useStaleSince() !== null
  useFloorOnEntry()
  useSpokenSession(useTimeWithZone())
  useSpokenPosition()
  useKeptFocus()
  useFocusOnEntry()
  useTurnTitle(status)
  useSignals(status)
  useOwnTextEnd()
  useSpokenQuestions()
  useSpokenFloor('own')
  return (
    <div className={styles.page}>
      <SkipButton to="main">{t('app.skip')}</SkipButton>
      <SessionBar aside={<MeetingTime />} />
      <SessionBanners saysSuspension={false} />
      <section className={styles.band} aria-label={t('agenda.label')}>
        <AgendaStripNow />
      </section>
      <main className={styles.stage} tabIndex={-1}>
        <StaleContent stale={isStale}>
          <RemoteFloor />
          <MyCueBelow />
        </StaleContent>
        <FollowMeeting isPrimary={!myStatusRules[status.kind].hasButton && !isSoon} />
        <div className={styles.side}>
          {[isSenseFirst ? sense : null, <MyStatusCard key="mine" status={status} />, isSenseFirst || 'turn' in status ? null : sense]}
          <Panels />
        </div>
        <div className={styles.agenda}>
          <AgendaNow place={index === null ? null : ordinal(index + 1)} />
        </div>
      </main>
    </div>
  )
}
