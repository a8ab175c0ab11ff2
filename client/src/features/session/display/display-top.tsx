import { isInSession } from '@rostrum/shared/contract/enums'
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from './display-parts.module.css'

/** The head of the room screen: the session, the time, and when it ends. */
export const DisplayTop = () => {
  const { t } = useText()
  const { phase, title, series, endsAt, timeZone, rehearsal } = useView(({ session }) => session)
  const now = useNow(1000)
  return (
    <header className={styles.top}>
      <p className={styles.title} dir="auto">
        {phase === 'planned' ? (series ?? title) : title}
      </p>
      {rehearsal ? <p className={styles.rehearsal}>{t('session.rehearsalShort')}</p> : null}
      <p className={styles.clock}>
        <span className="num">{formatTime(now, timeZone)}</span>
        {isInSession(phase) ? <small>{t('session.ends', { time: formatTime(endsAt, timeZone) })}</small> : null}
      </p>
    </header>
  )
}
