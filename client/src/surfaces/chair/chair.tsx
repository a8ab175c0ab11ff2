/** The chair's screen: floor, queue and questions, side by side. On a tablet, queue and questions share one panel with tabs. */
import { AgendaBand } from '../../features/agenda/staff/agenda-band.tsx'
import { BlankDisplay } from '../../features/cues/staff/blank-display.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { ChairFloor } from '../../features/floor/staff/chair-floor.tsx'
import { FloorNextAction } from '../../features/floor/staff/next-action.tsx'
import { PointAlert } from '../../features/floor/staff/point-alert.tsx'
import { useShortcuts } from '../../features/keyboard/use-shortcuts.ts'
import { QuestionsCard } from '../../features/questions/chair/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance/balance-card.tsx'
import { QueueCard } from '../../features/queue/list/queue-card.tsx'
import { useSpokenQueue } from '../../features/queue/list/use-spoken-queue.ts'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStaleSince } from '../../session/hooks.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SessionBanners } from '../frame/session-banners.tsx'
import { TurnControls } from '../staff/turn-controls.tsx'
import { useStaffDialogs } from '../staff/use-staff-dialogs.tsx'
import styles from './chair.module.css'
import { SidePanels } from './side-panels.tsx'
import { useColumnKeys } from './use-column-keys.ts'
import { useWide } from './use-wide.ts'

export const Chair = () => {
  const dialogs = useStaffDialogs()
  const isWide = useWide()
  const columns = useColumnKeys()
  const isStale = useStaleSince() !== null
  useShortcuts()
  useSpokenFloor()
  useSpokenQueue()
  const openCallLast = () => dialogs.open({ kind: 'call-last' })
  return (
    <div className={styles.page} ref={columns}>
      <SessionBar>{dialogs.menu}</SessionBar>
      <SessionBanners>
        <BlankDisplay />
      </SessionBanners>
      <AgendaBand onGo={(to) => dialogs.open({ kind: 'go', to })} />
      <main className={classNames(styles.stage, isStale && styles.stale)}>
        <div className={styles.column} data-column>
          <PointAlert />
          <ChairFloor />
          <div className={styles.actions}>
            <FloorNextAction />
            <TurnControls onCallOther={() => dialogs.open({ kind: 'call' })} />
          </div>
        </div>
        {isWide ? (
          <>
            <div className={styles.column} data-column>
              <QueueCard variant="chair" className={styles.fill} onCallLast={openCallLast} />
            </div>
            <div className={styles.column} data-column>
              <QuestionsCard className={styles.fill} />
              <BalanceCard />
            </div>
          </>
        ) : (
          <div className={styles.column} data-column>
            <SidePanels onCallLast={openCallLast} />
          </div>
        )}
      </main>
      {dialogs.dialog}
    </div>
  )
}
