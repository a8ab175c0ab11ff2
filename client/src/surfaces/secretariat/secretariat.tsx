/**
 * The secretariat's screen: the floor in one row at the top, and one workplace at a time below. The Chair's controls appear when they are
 * needed.
 */

import type { Ticket } from '@rostrum/shared/api/tickets'
import { useState } from 'react'
import { useLateness } from '../../features/agenda/staff/use-lateness.ts'
import { CaptionsWorkplace } from '../../features/captions/staff/captions-workplace.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { CompactFloor } from '../../features/floor/staff/compact-floor.tsx'
import { useShortcuts } from '../../features/keyboard/use-shortcuts.ts'
import { NotesWorkplace } from '../../features/notes/workplace/notes-workplace.tsx'
import { PeopleWorkplace } from '../../features/people/roster/people-workplace.tsx'
import { ModerationWorkplace } from '../../features/questions/moderation/moderation-workplace.tsx'
import { AddForm } from '../../features/queue/add/add-form.tsx'
import { QueueCard } from '../../features/queue/list/queue-card.tsx'
import { ComposePanel } from '../../features/sense/staff/compose-panel.tsx'
import { SenseCard, useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { NotReachedCard } from '../../features/statements/secretariat/not-reached-card.tsx'
import { useStaleSince } from '../../session/hooks.tsx'
import { useLoadTypedNames } from '../../session/typed-names.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { GuardedPage } from '../../ui/guarded-page.tsx'
import { SkipButton } from '../../ui/skip-button.tsx'
import { StaleContent } from '../../ui/status-banner.tsx'
import { useDuty } from '../../widgets/officers.ts'
import { StaffAlerts } from '../staff/staff-alerts.tsx'
import { useStaffDialogs } from '../staff/use-staff-dialogs.tsx'
import { ChairControls } from './chair-controls.tsx'
import styles from './secretariat.module.css'
import { TimeLeft } from './time-left.tsx'
import { useWorkplace } from './use-workplace.ts'
import { WorkplaceNav } from './workplace-nav.tsx'

export const Secretariat = ({ ticket }: { ticket: Ticket }) => (
  <GuardedPage>
    <SecretariatPage ticket={ticket} />
  </GuardedPage>
)

const SecretariatPage = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useText()
  const { offered, workplace, changeWorkplace } = useWorkplace()
  const drives = useDuty('floor')
  const [showsControls, setShowsControls] = useState(false)
  const [isAsking, ask] = useState(false)
  const isSenseActive = useIsSenseActive()
  const dialogs = useStaffDialogs([{ id: 'sense', label: t('sense.compose'), act: () => ask(true) }])
  const isStale = useStaleSince() !== null
  const lateness = useLateness()
  useShortcuts()
  useSpokenFloor()
  useLoadTypedNames()
  const toggle = (
    <Button look="floor" size="small" expanded={showsControls} onClick={() => setShowsControls(!showsControls)}>
      {t('secretariat.controls')}
    </Button>
  )
  return (
    <div className={styles.page}>
      <SkipButton to="main">{t('app.skip')}</SkipButton>
      <div className={styles.top}>
        <SessionBar series={t('secretariat.title')} aside={<TimeLeft />}>
          {drives ? dialogs.menu : null}
        </SessionBar>
        <StaffAlerts drives={drives} />
      </div>
      <WorkplaceNav offered={offered} current={workplace} onChange={changeWorkplace} />
      <main className={styles.workplace} tabIndex={-1}>
        <div className={styles.head}>
          <StaleContent stale={isStale}>
            <CompactFloor lateness={lateness} action={drives ? toggle : null} />
          </StaleContent>
          {showsControls && drives ? <ChairControls dialogs={dialogs} /> : null}
        </div>
        {isAsking && drives ? (
          <div className={styles.asking}>
            {isSenseActive ? (
              <>
                <SenseCard />
                <Button onClick={() => ask(false)}>{t('app.close')}</Button>
              </>
            ) : (
              <ComposePanel onClose={() => ask(false)} onPut={() => ask(true)} />
            )}
          </div>
        ) : (
          <div className={styles.place}>
            {workplace === 'questions' ? <ModerationWorkplace /> : null}
            {workplace === 'people' ? <PeopleWorkplace session={ticket.session} /> : null}
            {workplace === 'notes' ? (
              <NotesWorkplace>
                <NotReachedCard />
              </NotesWorkplace>
            ) : null}
            {workplace === 'captions' ? <CaptionsWorkplace /> : null}
            {workplace === 'floor' ? (
              <div className={styles.floor}>
                <QueueCard variant="secretariat" onCallLast={() => dialogs.open({ kind: 'call-last' })} />
                <AddForm />
              </div>
            ) : null}
          </div>
        )}
      </main>
      {dialogs.dialog}
    </div>
  )
}
