/** The secretariat's desk: the floor in one line on top, one workplace at a time below, and the Chair's controls when they are needed. */
import { useState } from 'react'
import { useLateness } from '../../features/agenda/staff/use-lateness.ts'
import { Notices } from '../../features/cues/everyone/announcements.tsx'
import { BlankNotice } from '../../features/cues/staff/blank-display.tsx'
import { useSpokenFloor } from '../../features/floor/public/use-spoken-floor.ts'
import { SlimFloor } from '../../features/floor/staff/compact-floor.tsx'
import { PointAlert } from '../../features/floor/staff/point-alert.tsx'
import { useShortcuts } from '../../features/keyboard/use-shortcuts.ts'
import { NotesDesk } from '../../features/notes/workplace/notes-workplace.tsx'
import { PeopleDesk } from '../../features/people/roster/people-workplace.tsx'
import { QuestionDesk } from '../../features/questions/moderation/moderation-workplace.tsx'
import { AddForm } from '../../features/queue/add/add-form.tsx'
import { FloorListCard } from '../../features/queue/list/queue-card.tsx'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { Rehearsed } from '../../features/session/notices/rehearsal-banner.tsx'
import { Suspended } from '../../features/session/notices/suspension-banner.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { NotReachedCard } from '../../features/statements/secretariat/not-reached-card.tsx'
import { useStale } from '../../session/hooks.tsx'
import type { Seat } from '../../session/session-ticket.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { MaybeStale } from '../../ui/status-banner.tsx'
import { Refused } from '../../widgets/refusal-message.tsx'
import { useDriving } from '../staff/use-staff-dialogs.tsx'
import { Drive } from './chair-controls.tsx'
import styles from './secretariat.module.css'
import { TimeLeft } from './time-left.tsx'
import { useWorkplace } from './use-workplace.ts'
import { Rail } from './workplace-nav.tsx'

/** Those of the list; what the form was refused is told in the form. */
const listed = [
  'queue.open',
  'queue.close',
  'queue.last-call',
  'queue.order',
  'queue.ready',
  'queue.hold',
  'queue.return',
  'queue.remove',
  'queue.note',
  'queue.move',
  'queue.unpin',
  'queue.swap',
  'queue.merge',
  'queue.separate',
  'queue.advance-replies',
  'floor.limit',
]

export const Secretariat = ({ seat }: { seat: Seat }) => {
  const { t } = useText()
  const [place, show] = useWorkplace()
  const [drives, drive] = useState(false)
  const driving = useDriving()
  const stale = useStale() !== null
  const behind = useLateness()
  useShortcuts()
  useSpokenFloor()
  const toggle = (
    <Button look="floor" size="small" iconEnd={drives ? 'up' : 'down'} aria-expanded={drives} onClick={() => drive(!drives)}>
      {t('desk.drive')}
    </Button>
  )
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <SessionBar series={t('desk.title')} aside={<TimeLeft />}>
          {driving.menu}
        </SessionBar>
        <ConnectionNotice />
        <Rehearsed />
        <Suspended />
        <BlankNotice />
        <Notices />
      </div>
      <Rail current={place} onChange={show} />
      <main className={styles.desk}>
        <div className={styles.head}>
          <MaybeStale stale={stale}>
            <SlimFloor behind={behind} action={toggle} />
          </MaybeStale>
          {drives ? <Drive onCallOther={() => driving.open({ kind: 'call' })} /> : null}
          <PointAlert />
        </div>
        {place === 'questions' ? <QuestionDesk /> : null}
        {place === 'people' ? <PeopleDesk session={seat.session} /> : null}
        {place === 'notes' ? (
          <NotesDesk>
            <NotReachedCard />
          </NotesDesk>
        ) : null}
        {place === 'floor' ? (
          <div className={styles.floor}>
            <FloorListCard variant="desk" refused={<Refused of={listed} />} onLastWord={() => driving.open({ kind: 'last-word' })} />
            <AddForm refused={<Refused of={['queue.add']} />} />
          </div>
        ) : null}
      </main>
      {driving.dialog}
    </div>
  )
}
