/** The room screen, 16:9: before the session, during it, and after it. No notes, no pending names, no "behind". */
import { ScreenFloor, useScreenPhase } from '../../features/floor/screen-floor.tsx'
import { TopicLine } from '../../features/agenda/topic-line.tsx'
import { ScreenNext } from '../../features/queue/screen-next.tsx'
import { Live } from '../../features/session/live.tsx'
import { ScreenJoin } from '../../features/session/screen-join.tsx'
import { ScreenStale } from '../../features/session/screen-stale.tsx'
import { ScreenTop } from '../../features/session/screen-top.tsx'
import { ScreenWelcome } from '../../features/session/screen-welcome.tsx'
import { useStale, useView } from '../../session/hooks.tsx'
import type { Joining } from '../../session/seat.ts'
import { useText } from '../../text/use-text.tsx'
import { classes } from '../../ui/classes.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import styles from './display.module.css'

export const Display = ({ joining }: { joining: Joining | null }) => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const floorPhase = useScreenPhase()
  const stale = useStale() !== null
  const join = joining === null ? null : <ScreenJoin joining={joining} large={phase !== 'open'} />
  return (
    <ScreenFrame phase={phase === 'open' ? floorPhase : 'empty'} label={t('role.display')}>
      <ScreenTop />
      {phase === 'open' ? (
        <div className={classes(styles.main, stale && styles.dimmed)}>
          <ScreenFloor />
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
        {phase === 'open' ? <TopicLine /> : <p>{t(phase === 'planned' ? 'screen.oneList' : 'screen.thanks')}</p>}
        <Live className={styles.live} />
      </footer>
      <ScreenStale />
    </ScreenFrame>
  )
}
