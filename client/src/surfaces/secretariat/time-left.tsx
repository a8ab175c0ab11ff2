import { isInSession } from '@rostrum/shared/contract/enums'
import { useNow, useView } from '../../session/hooks.tsx'
import { formatTime, roundToMinutes } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import styles from './secretariat.module.css'

/** The time in the room, the time that the session has left, and whether it is a rehearsal. */
export const TimeLeft = () => {
  const { t } = useText()
  const { timeZone, endsAt, phase, rehearsal } = useView(({ session }) => session)
  const now = useNow(1000)
  return (
    <p className={styles.time}>
      {rehearsal ? (
        <span title={t('session.rehearsal')}>
          <Chip tone="accent">{t('alert.rehearsal')}</Chip>
        </span>
      ) : null}
      <strong className="num">{formatTime(now, timeZone)}</strong>
      {isInSession(phase) ? <span>{t('time.minutesLeft', { n: roundToMinutes(endsAt - now) })}</span> : null}
    </p>
  )
}
