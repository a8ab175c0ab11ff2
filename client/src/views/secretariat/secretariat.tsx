/** The secretariat's desk: the floor in one line on top, one workplace at a time below, and the Chair's controls when they are needed. */
import { useState } from 'react'
import { useLateness } from '../../features/agenda/use-lateness.ts'
import { BlankNotice } from '../../features/cues/blank.tsx'
import { Notices } from '../../features/cues/notices.tsx'
import { PointAlert } from '../../features/floor/point-alert.tsx'
import { SlimFloor } from '../../features/floor/slim-floor.tsx'
import { useSpokenFloor } from '../../features/floor/use-spoken-floor.ts'
import { useShortcuts } from '../../features/keys/use-shortcuts.ts'
import { NotesDesk } from '../../features/notes/notes-desk.tsx'
import { PeopleDesk } from '../../features/people/people-desk.tsx'
import { QuestionDesk } from '../../features/questions/question-desk.tsx'
import { AddForm } from '../../features/queue/add-form.tsx'
import { FloorListCard } from '../../features/queue/floor-list-card.tsx'
import { ConnectionNotice } from '../../features/session/connection-notice.tsx'
import { Refused } from '../../features/session/refused.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { Rehearsed } from '../../features/session/rehearsed.tsx'
import { Suspended } from '../../features/session/suspended.tsx'
import { NotReachedCard } from '../../features/statements/not-reached-card.tsx'
import { useStale } from '../../session/hooks.tsx'
import type { Seat } from '../../session/seat.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { MaybeStale } from '../../ui/notice.tsx'
import { useDriving } from '../drive/use-driving.tsx'
import { Drive } from './drive.tsx'
import { Rail } from './rail.tsx'
import { useWorkplace } from './use-workplace.ts'
import styles from './secretariat.module.css'
import { TimeLeft } from './time-left.tsx'

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
