/** The room screen, 16:9: before the session, during it, and after it. No notes, no pending names, no "behind". */
import { meets } from '@rostrum/shared/contract/enums'
import { TopicLine } from '../../features/agenda/public/topic-line.tsx'
import { ScreenNotice } from '../../features/cues/display/display-announcement.tsx'
import { useScreenCue } from '../../features/cues/display/use-display-cue.ts'
import { ScreenFloor, useScreenPhase } from '../../features/floor/display/display-floor.tsx'
import { ScreenNext } from '../../features/queue/display/display-next.tsx'
import { ScreenJoin } from '../../features/session/display/display-join.tsx'
import { ScreenStale } from '../../features/session/display/display-stale.tsx'
import { ScreenTop } from '../../features/session/display/display-top.tsx'
import { ScreenWelcome } from '../../features/session/display/display-welcome.tsx'
import { useStale, useView } from '../../session/hooks.tsx'
import type { Seat } from '../../session/session-ticket.ts'
import { useText } from '../../text/use-text.tsx'
import { classes } from '../../ui/class-names.ts'
import { ScreenFrame } from '../../ui/display-frame.tsx'
import { Live } from '../../widgets/connection-state.tsx'
import styles from './display.module.css'
import { useJoining } from './use-join-info.ts'

export const Display = ({ seat }: { seat: Seat }) => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const floorPhase = useScreenPhase()
  const stale = useStale() !== null
  const cue = useScreenCue()
  const blank = useView((view) => view.blank === true)
  const joining = useJoining(seat.joining)
  const join = joining === null ? null : <ScreenJoin joining={joining} large={!meets(phase)} />
  // The view is kept up to date under it, so that all is right at once when it is shown again.
  if (blank) return <ScreenFrame phase="empty" label={t('blank.screen')} />
  return (
    <ScreenFrame phase={meets(phase) ? floorPhase : 'empty'} label={t('role.display')}>
      <ScreenTop />
      {meets(phase) ? (
        <div className={classes(styles.main, stale && styles.dimmed)}>
          <ScreenFloor cue={cue} />
          <aside className={styles.side}>
            <ScreenNext />
            {join}
          </aside>
        </div>
      ) : (
        <div className={classes(styles.apart, stale && styles.dimmed)}>
          <ScreenWelcome />
          {join}
        </div>
      )}
      <footer className={styles.foot}>
        <Foot />
        <Live className={styles.live} />
      </footer>
      <ScreenStale />
    </ScreenFrame>
  )
}

/** What was announced last, or what is being discussed. */
const Foot = () => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const notice = useView(({ notices }) => notices.at(-1))
  if (notice) return <ScreenNotice notice={notice} />
  return meets(phase) ? <TopicLine /> : <p>{t(phase === 'planned' ? 'screen.oneList' : 'screen.thanks')}</p>
}
