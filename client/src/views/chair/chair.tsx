/** The chair's screen: act, list, listen, side by side; on a tablet what is listened to stands in tabs beside the list. */
import type { SegmentId } from '@rostrum/shared/kernel/ids'
import { useState } from 'react'
import { AgendaBand } from '../../features/agenda/agenda-band.tsx'
import { GoDialog } from '../../features/agenda/go-dialog.tsx'
import { AskToConclude } from '../../features/cues/ask-to-conclude.tsx'
import { ChairFloor } from '../../features/floor/chair-floor.tsx'
import { FloorControls } from '../../features/floor/controls.tsx'
import { FloorNext } from '../../features/floor/floor-next.tsx'
import { LastAct } from '../../features/floor/last-act.tsx'
import { PointAlert } from '../../features/floor/point-alert.tsx'
import { useSpokenFloor } from '../../features/floor/use-spoken-floor.ts'
import { QuestionsCard } from '../../features/questions/questions-card.tsx'
import { BalanceCard } from '../../features/queue/balance-card.tsx'
import { FloorListCard } from '../../features/queue/floor-list-card.tsx'
import { useSpokenList } from '../../features/queue/use-spoken-list.ts'
import { ConnectionNotice } from '../../features/session/connection-notice.tsx'
import { Refused } from '../../features/session/refused.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { SessionMenu } from '../../features/session/session-menu.tsx'
import { useStale } from '../../session/hooks.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './chair.module.css'
import { Listen } from './listen.tsx'
import { useColumns } from './use-columns.ts'
import { useWide } from './use-wide.ts'

/** Refusals of these are told in the list; those of the floor stand under the next action. */
const listed = ['queue.', 'floor.limit']

export const Chair = () => {
  const [going, go] = useState<{ to: SegmentId | null } | null>(null)
  const wide = useWide()
  const columns = useColumns()
  const stale = useStale() !== null
  useSpokenFloor()
  useSpokenList()
  const listRefused = <Refused of={listed} />
  return (
    <div className={styles.page} ref={columns}>
      <SessionBar>
        <SessionMenu onGo={() => go({ to: null })} />
      </SessionBar>
      <ConnectionNotice />
      <AgendaBand onGo={(to) => go({ to })} />
      <main className={classes(styles.stage, stale && styles.stale)}>
        <div className={styles.column} data-column>
          <PointAlert />
          <ChairFloor />
          <div className={styles.actions}>
            <FloorNext />
            <FloorControls cue={<AskToConclude />} />
            <LastAct />
          </div>
        </div>
        {wide ? (
          <>
            <div className={styles.column} data-column>
              <FloorListCard variant="chair" className={styles.fill} refused={listRefused} />
            </div>
            <div className={styles.column} data-column>
              <QuestionsCard className={styles.fill} />
              <BalanceCard />
            </div>
          </>
        ) : (
          <div className={styles.column} data-column>
            <Listen refused={listRefused} />
          </div>
        )}
      </main>
      {going === null ? null : <GoDialog to={going.to} onClose={() => go(null)} />}
    </div>
  )
}
