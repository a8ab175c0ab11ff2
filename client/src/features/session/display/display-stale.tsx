import { useStale, useView } from '../../../session/hooks.tsx'
import { exactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './display-parts.module.css'

/** Across the foot of the room screen as soon as it may not be true any more. */
export const ScreenStale = () => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStale()
  if (stale === null) return null
  return (
    <p className={styles.stale} role="status">
      <Icon name="offline" />
      <span>{t('screen.stale', { time: exactTime(stale, zone) })}</span>
    </p>
  )
}
