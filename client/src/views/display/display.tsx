/** The room screen, 16:9: before the session, during it, and after it. No notes, no pending names, no "behind". */
import { meets } from '@rostrum/shared/contract/choices'
import { ScreenNotice } from '../../features/cues/screen-notice.tsx'
import { useScreenCue } from '../../features/cues/use-screen-cue.ts'
import { ScreenFloor, useScreenPhase } from '../../features/floor/screen-floor.tsx'
import { TopicLine } from '../../features/agenda/topic-line.tsx'
import { ScreenNext } from '../../features/queue/screen-next.tsx'
import { Live } from '../../features/session/live.tsx'
import { ScreenJoin } from '../../features/session/screen-join.tsx'
import { ScreenStale } from '../../features/session/screen-stale.tsx'
import { ScreenTop } from '../../features/session/screen-top.tsx'
import { ScreenWelcome } from '../../features/session/screen-welcome.tsx'
import { useStale, useView } from '../../session/hooks.tsx'
import type { Seat } from '../../session/seat.ts'
import { useText } from '../../text/use-text.tsx'
import { classes } from '../../ui/classes.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import styles from './display.module.css'
import { useJoining } from './use-joining.ts'

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
