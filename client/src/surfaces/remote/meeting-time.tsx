/** The time of the meeting with its zone, and the time where the reader is if that differs. All times of the page are the meeting's. */
import { useNow, useView } from '../../session/hooks.tsx'
import { getPlaceName } from '../../text/place-name.ts'
import { formatTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import styles from './remote.module.css'

const refreshMs = 1000

/** Returns how a time of the meeting is said to somebody who may be in another zone: with whose time it is. */
export const useTimeWithZone = (): typeof formatTime => {
  const { t } = useText()
  const place = useView(({ session }) => session.place)
  return (at, timeZone) => t('remote.time', { time: formatTime(at, timeZone), zone: t('time.zone', { place: getPlaceName(t, place) }) })
}

export const MeetingTime = () => {
  const { t } = useText()
  const { timeZone } = useView(({ session }) => session)
  const now = useNow(refreshMs)
  const format = useTimeWithZone()
  const time = formatTime(now, timeZone)
  const own = formatTime(now, Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <p className={styles.time}>
      <strong>{format(now, timeZone)}</strong>
      {own === time ? null : <small>{t('remote.ownTime', { time: own })}</small>}
    </p>
  )
}
