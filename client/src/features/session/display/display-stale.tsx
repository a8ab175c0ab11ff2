import { useStaleSince, useView } from '../../../session/hooks.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './display-parts.module.css'

/** A notice across the bottom of the room screen while its content may be out of date. */
export const DisplayStale = () => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStaleSince()
  if (stale === null) return null
  return (
    <p className={styles.stale} role="status">
      <Icon name="offline" />
      <span>{t('display.stale', { time: formatExactTime(stale, zone) })}</span>
    </p>
  )
}
