import { isInSession } from '@rostrum/shared/contract/enums'
import { useStaleSince, useView } from '../../../session/hooks.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './display-parts.module.css'

/** A notice below the foot of the room screen while its content may be out of date. The Chair is there to follow only during the session. */
export const DisplayStale = () => {
  const { t } = useText()
  const { timeZone, phase } = useView(({ session }) => session)
  const stale = useStaleSince()
  if (stale === null) return null
  return (
    <p className={styles.stale} role="status">
      <Icon name="offline" />
      <span>{t(isInSession(phase) ? 'display.stale' : 'script.stale', { time: formatExactTime(stale, timeZone) })}</span>
    </p>
  )
}
