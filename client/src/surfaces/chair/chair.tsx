/**
 * The Chair's screen: the head, one place for alerts, and floor, queue and questions side by side. On a tablet, queue and questions share
 * one panel with tabs.
 */

import { useState } from 'react'
import { useBoothsAsked } from '../../features/cues/staff/use-booths-asked.ts'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { ChairFloor } from '../../features/floor/staff/chair-floor.tsx'
import { FloorNextAction } from '../../features/floor/staff/next-action.tsx'
import { NextChoices } from '../../features/floor/staff/next-choices.tsx'
import { useShortcuts } from '../../features/keyboard/use-shortcuts.ts'
import { ReviewPanel } from '../../features/questions/chair/review-panel.tsx'
import { QueueCard } from '../../features/queue/list/queue-card.tsx'
import { useSpokenQueue } from '../../features/queue/list/use-spoken-queue.ts'
import { ScriptCard } from '../../features/script/script-card.tsx'
import { ComposePanel } from '../../features/sense/staff/compose-panel.tsx'
import { NotReachedCard } from '../../features/statements/secretariat/not-reached-card.tsx'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import { useLoadTypedNames } from '../../session/typed-names.ts'
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SkipButton } from '../../ui/skip-button.tsx'
import { StaffAlerts } from '../staff/staff-alerts.tsx'
import { TurnControls } from '../staff/turn-controls.tsx'
import { useStaffDialogs } from '../staff/use-staff-dialogs.tsx'
import styles from './chair.module.css'
import { ChairHead } from './chair-head.tsx'
import { SideCards } from './side-cards.tsx'
import { SidePanels } from './side-panels.tsx'
import { useColumnKeys } from './use-column-keys.ts'
import { useWide } from './use-wide.ts'

export const Chair = () => {
  const { t } = useText()
  const [panel, setPanel] = useState<'review' | 'compose' | null>(null)
  const review = () => setPanel('review')
  const close = () => setPanel(null)
  const dialogs = useStaffDialogs([
    { id: 'review', label: t('questions.toReviewOf.open'), act: review },
    { id: 'sense', label: t('sense.compose'), act: () => setPanel('compose') },
  ])
  const isWide = useWide()
  const columns = useColumnKeys()
  const isStale = useStaleSince() !== null
  const isClosed = useView(({ session }) => session.phase === 'closed')
  useShortcuts()
  useSpokenFloor()
  useLoadTypedNames()
  useSpokenQueue()
  const openCallLast = () => dialogs.open({ kind: 'call-last' })
  const whenEmpty = <NextChoices steps={dialogs.steps} onOpen={dialogs.open} />
  return (
    <div className={styles.page} ref={columns}>
      <SkipButton to="[data-box=main]">{t('control.toMain')}</SkipButton>
      <ChairHead onGo={(to) => dialogs.open({ kind: 'go', to })}>{dialogs.menu}</ChairHead>
      <StaffAlerts drives />
      <main className={classNames(styles.stage, isStale && styles.stale)}>
        <div className={classNames(styles.column, styles.act)} data-column>
          <ChairFloor asked={useBoothsAsked().at(-1)?.text}>
            <ScriptCard />
          </ChairFloor>
          <div className={styles.actions} data-box="actions">
            <FloorNextAction steps={dialogs.steps} onOpen={dialogs.open} />
            <TurnControls dialogs={dialogs} />
          </div>
        </div>
        {panel !== null ? (
          <div className={classNames(styles.column, styles.wide)}>
            {panel === 'review' ? <ReviewPanel onClose={close} /> : <ComposePanel onClose={close} onPut={close} />}
          </div>
        ) : isWide ? (
          <>
            <div className={styles.column} data-column>
              {isClosed ? (
                <NotReachedCard className={styles.fill} />
              ) : (
                <QueueCard variant="chair" className={styles.fill} onCallLast={openCallLast} whenEmpty={whenEmpty} />
              )}
            </div>
            <div className={styles.column} data-column>
              <SideCards onReview={review} />
            </div>
          </>
        ) : (
          <div className={styles.column} data-column>
            <SidePanels onCallLast={openCallLast} onReview={review} whenEmpty={whenEmpty} />
          </div>
        )}
      </main>
      {dialogs.dialog}
    </div>
  )
}
