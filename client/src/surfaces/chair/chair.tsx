/**
 * The Chair's screen: the band, the column in which the Chair acts, the list, and questions in a third column when there are any. Alerts are over the
 * list, so that nothing moves that the Chair is about to press.
 */

import { findOpenTurn } from '@rostrum/shared/contract/ruling'
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
import { ScriptCard, useIsScriptHidden, useScriptEntry } from '../../features/script/script-card.tsx'
import { ComposePanel } from '../../features/sense/staff/compose-panel.tsx'
import { NotReachedCard } from '../../features/statements/secretariat/not-reached-card.tsx'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import { useLoadTypedNames } from '../../session/typed-names.ts'
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { GuardedPage } from '../../ui/guarded-page.tsx'
import { SkipButton } from '../../ui/skip-button.tsx'
import { AlertCard } from '../staff/staff-alerts.tsx'
import { TurnControls } from '../staff/turn-controls.tsx'
import { useStaffDialogs } from '../staff/use-staff-dialogs.tsx'
import styles from './chair.module.css'
import { ChairHead } from './chair-head.tsx'
import { SideButton } from './side-button.tsx'
import { SideCards } from './side-cards.tsx'
import { useColumnKeys } from './use-column-keys.ts'
import { useSide } from './use-side.ts'

/**
 * The two states in which the floor is lower and the sentence higher: a question to be read, and nobody has the floor. A turn that waits for
 * the ruling keeps its place and its clock.
 */
const useFolding = () =>
  useView(({ floor }) => {
    const turn = findOpenTurn(floor)
    return turn === null ? 'empty' : turn.question !== null && turn.startedAt === null ? 'question' : 'turn'
  })

export const Chair = () => (
  <GuardedPage>
    <ChairPage />
  </GuardedPage>
)

const ChairPage = () => {
  const { t } = useText()
  const [panel, setPanel] = useState<'review' | 'compose' | null>(null)
  const review = () => setPanel('review')
  const close = () => setPanel(null)
  const dialogs = useStaffDialogs([
    { id: 'review', label: t('questions.toReviewOf.open'), act: review },
    { id: 'sense', label: t('sense.compose'), act: () => setPanel('compose') },
    useScriptEntry(),
  ])
  const side = useSide()
  const columns = useColumnKeys()
  const isStale = useStaleSince() !== null
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const isSilent = useIsScriptHidden()
  const folding = useFolding()
  useShortcuts()
  useSpokenFloor()
  useLoadTypedNames()
  useSpokenQueue()
  const sideButton = side.toggle && <SideButton isList={side.shown === 'instead'} newCount={side.newCount} onPress={side.toggle} />
  const list = isClosed ? (
    <NotReachedCard className={styles.fill} />
  ) : (
    <QueueCard
      variant="chair"
      className={styles.fill}
      onCallLast={() => dialogs.open({ kind: 'call-last' })}
      whenEmpty={<NextChoices steps={dialogs.steps} onOpen={dialogs.open} />}
    >
      {sideButton}
    </QueueCard>
  )
  const hasSide = panel === null && side.shown === 'third'
  return (
    <div className={styles.page} ref={columns}>
      <SkipButton to="[data-box=main]">{t('control.toMain')}</SkipButton>
      <ChairHead onGo={(to) => dialogs.open({ kind: 'go', to })}>{dialogs.menu}</ChairHead>
      <main className={classNames(styles.stage, hasSide && styles.withSide, isStale && styles.stale)}>
        <div className={classNames(styles.act, isSilent && styles.silent)} data-column data-floor={folding}>
          <ChairFloor asked={useBoothsAsked().at(-1)?.text} />
          {isSilent ? null : <ScriptCard />}
          <FloorNextAction steps={dialogs.steps} onOpen={dialogs.open} />
          <TurnControls dialogs={dialogs} isReviewing={panel === 'review'} />
        </div>
        <AlertCard className={styles.alerts}>
          {panel !== null ? (
            <div className={classNames(styles.column, styles.wide)}>
              {panel === 'review' ? <ReviewPanel onClose={close} /> : <ComposePanel onClose={close} onPut={close} />}
            </div>
          ) : (
            <>
              {side.shown === 'instead' ? null : (
                <div className={styles.column} data-column>
                  {isClosed ? sideButton : null}
                  {list}
                </div>
              )}
              {side.shown === null ? null : (
                <div className={styles.column} data-column>
                  {side.shown === 'instead' ? sideButton : null}
                  <SideCards onReview={review} onClose={side.close} />
                </div>
              )}
            </>
          )}
        </AlertCard>
      </main>
      {dialogs.dialog}
    </div>
  )
}
