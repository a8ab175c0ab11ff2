/** Whether a member can be reached: connected, in the room, away, or not there yet. */
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useNoSignalText } from '../../../widgets/no-signal.tsx'
import type { MemberStatus } from './member-status.ts'
import styles from './people.module.css'

export const Attendance = ({ status }: { status: MemberStatus }) => {
  const { t } = useText()
  switch (status.kind) {
    case 'ended':
      return <Chip>{t('people.ended')}</Chip>
    case 'away':
      return <NoSignal since={status.since} />
    case 'connected':
      return <span className={styles.connected}>{t('people.connected')}</span>
    case 'checked-in':
      return <span className={styles.arrived}>{t('people.inRoom')}</span>
    case 'added-by-secretariat':
      return <span className={classNames('muted', styles.whole)}>{t('people.secretariatEnters')}</span>
    case 'absent':
      return <span className={classNames('muted', styles.whole)}>{t('people.absent')}</span>
  }
}

const NoSignal = ({ since }: { since: number }) => <span className={styles.away}>{useNoSignalText(since)}</span>
