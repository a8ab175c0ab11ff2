/** Whether somebody can be reached: on the line, in the room, gone since, or not there yet. */
import { useNow } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { classes } from '../../../ui/class-names.ts'
import type { Reached } from './member-status.ts'
import styles from './people.module.css'

export const Attendance = ({ reached }: { reached: Reached }) => {
  const { t } = useText()
  switch (reached.kind) {
    case 'ended':
      return <Chip>{t('people.ended')}</Chip>
    case 'away':
      return <NoSignal since={reached.since} />
    case 'connected':
      return <span className={styles.connected}>{t('people.connected')}</span>
    case 'arrived':
      return <span className={styles.arrived}>{t('people.inRoom')}</span>
    case 'desk':
      return <span className={classes('muted', styles.whole)}>{t('people.deskEnters')}</span>
    case 'absent':
      return <span className={classes('muted', styles.whole)}>{t('people.absent')}</span>
  }
}

/** Counted in steps of ten, so that it informs and does not fidget; from two minutes on in minutes. */
const NoSignal = ({ since }: { since: number }) => {
  const { t } = useText()
  const now = useNow(5000)
  const n = Math.max(0, Math.round((now - since) / 10_000) * 10)
  return <span className={styles.away}>{n < 120 ? t('queue.noSignal', { n }) : t('people.noSignal', { n: Math.round(n / 60) })}</span>
}
