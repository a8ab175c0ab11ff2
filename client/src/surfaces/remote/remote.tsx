/** The laptop of somebody who takes part from afar: the floor across the top, my place beside it. */
import { AgendaNow, AgendaStripNow } from '../../features/agenda/public/agenda-now.tsx'
import { Notices } from '../../features/cues/everyone/announcements.tsx'
import { MyCueBelow } from '../../features/cues/speaker/my-cue.tsx'
import { RemoteFloor } from '../../features/floor/public/remote-floor.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { placeOf, type StandingKind, useStanding } from '../../features/my-floor/my-status.ts'
import { useSpokenPlace } from '../../features/my-floor/position/use-spoken-position.ts'
import { useSpokenQuestions } from '../../features/questions/participant/use-spoken-questions.ts'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { Rehearsed } from '../../features/session/notices/rehearsal-banner.tsx'
import { Suspended } from '../../features/session/notices/suspension-banner.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStale } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { MaybeStale } from '../../ui/status-banner.tsx'
import { Follow } from './follow-meeting.tsx'
import { Me } from './my-status-card.tsx'
import { Panels } from './panels.tsx'
import styles from './remote.module.css'

/** Where my own card has no main button of its own, the meeting is what to press. */
const withoutMain: readonly StandingKind[] = ['before', 'over', 'unheard', 'asking', 'queued', 'joint', 'called', 'interrupted', 'spoke']

export const Remote = () => {
  const { t, ordinal } = useText()
  const standing = useStanding()
  const index = placeOf(standing)
  const soon = standing.kind === 'queued' && standing.ahead <= 1
  const stale = useStale() !== null
  useSpokenPlace()
  useSpokenQuestions()
  useSpokenFloor()
  return (
    <div className={styles.page}>
      <SessionBar counted={false} />
      <ConnectionNotice />
      <Rehearsed />
      <Suspended />
      <Notices />
      <section className={styles.band} aria-label={t('agenda.label')}>
        <AgendaStripNow />
      </section>
      <main className={styles.stage}>
        <MaybeStale stale={stale} className={styles.floor}>
          <RemoteFloor />
          <MyCueBelow />
        </MaybeStale>
        <Follow filled={withoutMain.includes(standing.kind) && !soon} />
        <div className={styles.side}>
          <Me standing={standing} />
          <Panels />
        </div>
        <div className={styles.agenda}>
          <AgendaNow place={index === null ? null : ordinal(index + 1)} />
        </div>
      </main>
    </div>
  )
}
