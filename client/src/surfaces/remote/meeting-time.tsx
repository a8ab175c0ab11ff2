/** The time of the meeting with its zone, and the time where the reader is if that differs. All times of the page are the meeting's. */
import { useNow, useView } from '../../session/hooks.tsx'
import { getPlaceName } from '../../text/place-name.ts'
import { formatTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import styles from './remote.module.css'

const refreshMs = 1000

export const MeetingTime = () => {
  const { t } = useText()
  const { timeZone, place } = useView(({ session }) => session)
  const now = useNow(refreshMs)
  const time = formatTime(now, timeZone)
  const own = formatTime(now, Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <p className={styles.time}>
      <strong>{t('remote.time', { time, zone: t('time.zone', { place: getPlaceName(t, place) }) })}</strong>
      {own === time ? null : <small>{t('remote.ownTime', { time: own })}</small>}
    </p>
  )
}
