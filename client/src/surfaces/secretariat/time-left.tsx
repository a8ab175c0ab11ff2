import { meets } from '@rostrum/shared/contract/enums'
import { useNow, useView } from '../../session/hooks.tsx'
import { timeOfDay, wholeMinutes } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import styles from './secretariat.module.css'

/** What time it is in the hall, and how long the session still has. */
export const TimeLeft = () => {
  const { t } = useText()
  const { timeZone, endsAt, phase } = useView(({ session }) => session)
  const now = useNow(1000)
  return (
    <p className={styles.time}>
      <strong className="num">{timeOfDay(now, timeZone)}</strong>
      {meets(phase) ? <span>{t('time.minutesLeft', { n: wholeMinutes(endsAt - now) })}</span> : null}
    </p>
  )
}
