/** The chair's screen: act, list, listen, side by side; on a tablet what is listened to stands in tabs beside the list. */
import { AgendaBand } from '../../features/agenda/agenda-band.tsx'
import { BlankNotice } from '../../features/cues/blank.tsx'
import { Notices } from '../../features/cues/notices.tsx'
import { ChairFloor } from '../../features/floor/chair-floor.tsx'
import { FloorNext } from '../../features/floor/floor-next.tsx'
import { PointAlert } from '../../features/floor/point-alert.tsx'
import { useSpokenFloor } from '../../features/floor/use-spoken-floor.ts'
import { useShortcuts } from '../../features/keys/use-shortcuts.ts'
import { QuestionsCard } from '../../features/questions/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance-card.tsx'
import { FloorListCard } from '../../features/queue/floor-list-card.tsx'
import { useSpokenList } from '../../features/queue/use-spoken-list.ts'
import { ConnectionNotice } from '../../features/session/connection-notice.tsx'
import { Refused } from '../../features/session/refused.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { Rehearsed } from '../../features/session/rehearsed.tsx'
import { Suspended } from '../../features/session/suspended.tsx'
import { useStale } from '../../session/hooks.tsx'
import { classes } from '../../ui/classes.ts'
import { TurnControls } from '../drive/turn-controls.tsx'
import { useDriving } from '../drive/use-driving.tsx'
import styles from './chair.module.css'
import { Listen } from './listen.tsx'
import { useColumns } from './use-columns.ts'
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
