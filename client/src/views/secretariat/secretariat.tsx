/** The secretariat's desk: the floor in one line on top, one workplace at a time below, and the Chair's controls when they are needed. */
import type { SegmentId } from '@rostrum/shared/kernel/ids'
import { useState } from 'react'
import { GoDialog } from '../../features/agenda/go-dialog.tsx'
import { useLateness } from '../../features/agenda/use-lateness.ts'
import { PointAlert } from '../../features/floor/point-alert.tsx'
import { SlimFloor } from '../../features/floor/slim-floor.tsx'
import { useSpokenFloor } from '../../features/floor/use-spoken-floor.ts'
import { QuestionDesk } from '../../features/questions/question-desk.tsx'
import { AddForm } from '../../features/queue/add-form.tsx'
import { FloorListCard } from '../../features/queue/floor-list-card.tsx'
import { ConnectionNotice } from '../../features/session/connection-notice.tsx'
import { Refused } from '../../features/session/refused.tsx'
import { SessionBar } from '../../features/session/session-bar.tsx'
import { SessionMenu } from '../../features/session/session-menu.tsx'
import { useStale } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { MaybeStale } from '../../ui/notice.tsx'
import { Drive } from './drive.tsx'
import { Rail, type Workplace } from './rail.tsx'
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
  'floor.limit',
]

export const Secretariat = () => {
  const { t } = useText()
  const [place, show] = useState<Workplace>('questions')
  const [driving, drive] = useState(false)
  const [going, go] = useState<{ to: SegmentId | null } | null>(null)
  const stale = useStale() !== null
  const behind = useLateness()
  useSpokenFloor()
  const toggle = (
    <Button look="floor" size="small" iconEnd={driving ? 'up' : 'down'} aria-expanded={driving} onClick={() => drive(!driving)}>
      {t('desk.drive')}
    </Button>
  )
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <SessionBar series={t('desk.title')} aside={<TimeLeft />}>
          <SessionMenu onGo={() => go({ to: null })} />
        </SessionBar>
        <ConnectionNotice />
      </div>
      <Rail current={place} onChange={show} />
      <main className={styles.desk}>
        <div className={styles.head}>
          <MaybeStale stale={stale}>
            <SlimFloor behind={behind} action={toggle} />
          </MaybeStale>
          {driving ? <Drive /> : null}
          <PointAlert />
        </div>
        {place === 'questions' ? <QuestionDesk /> : null}
        {place === 'floor' ? (
          <div className={styles.floor}>
            <FloorListCard variant="desk" refused={<Refused of={listed} />} />
            <AddForm refused={<Refused of={['queue.add']} />} />
          </div>
        ) : null}
      </main>
      {going === null ? null : <GoDialog to={going.to} onClose={() => go(null)} />}
    </div>
  )
}
