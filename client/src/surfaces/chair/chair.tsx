/** The chair's screen: act, list, listen, side by side; on a tablet what is listened to stands in tabs beside the list. */
import { AgendaBand } from '../../features/agenda/staff/agenda-band.tsx'
import { Notices } from '../../features/cues/everyone/announcements.tsx'
import { BlankNotice } from '../../features/cues/staff/blank-display.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { ChairFloor } from '../../features/floor/staff/chair-floor.tsx'
import { FloorNext } from '../../features/floor/staff/next-action.tsx'
import { PointAlert } from '../../features/floor/staff/point-alert.tsx'
import { useShortcuts } from '../../features/keyboard/use-shortcuts.ts'
import { QuestionsCard } from '../../features/questions/chair/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance/balance-card.tsx'
import { FloorListCard } from '../../features/queue/list/queue-card.tsx'
import { useSpokenList } from '../../features/queue/list/use-spoken-queue.ts'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { Rehearsed } from '../../features/session/notices/rehearsal-banner.tsx'
import { Suspended } from '../../features/session/notices/suspension-banner.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { useStale } from '../../session/hooks.tsx'
import { classes } from '../../ui/class-names.ts'
import { Refused } from '../../widgets/refusal-message.tsx'
import { TurnControls } from '../staff/turn-controls.tsx'
import { useDriving } from '../staff/use-staff-dialogs.tsx'
import styles from './chair.module.css'
import { Listen } from './side-panels.tsx'
import { useColumns } from './use-column-keys.ts'
import { useWide } from './use-wide.ts'

/** Refusals of these are told in the list; those of the floor stand under the next action. */
const listed = ['queue.', 'floor.limit']

export const Chair = () => {
  const driving = useDriving()
  const wide = useWide()
  const columns = useColumns()
  const stale = useStale() !== null
  useShortcuts()
  useSpokenFloor()
  useSpokenList()
  const lastWord = () => driving.open({ kind: 'last-word' })
  const listRefused = <Refused of={listed} />
  return (
    <div className={styles.page} ref={columns}>
      <SessionBar>{driving.menu}</SessionBar>
      <ConnectionNotice />
      <Rehearsed />
      <Suspended />
      <BlankNotice />
      <Notices />
      <AgendaBand onGo={(to) => driving.open({ kind: 'go', to })} />
      <main className={classes(styles.stage, stale && styles.stale)}>
        <div className={styles.column} data-column>
          <PointAlert />
          <ChairFloor />
          <div className={styles.actions}>
            <FloorNext />
            <TurnControls onCallOther={() => driving.open({ kind: 'call' })} />
          </div>
        </div>
        {wide ? (
          <>
            <div className={styles.column} data-column>
              <FloorListCard variant="chair" className={styles.fill} refused={listRefused} onLastWord={lastWord} />
            </div>
            <div className={styles.column} data-column>
              <QuestionsCard className={styles.fill} />
              <BalanceCard />
            </div>
          </>
        ) : (
          <div className={styles.column} data-column>
            <Listen refused={listRefused} onLastWord={lastWord} />
          </div>
        )}
      </main>
      {driving.dialog}
    </div>
  )
}
