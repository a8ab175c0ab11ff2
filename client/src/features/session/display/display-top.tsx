import { isInSession } from '@rostrum/shared/contract/enums'
import type { ReactNode } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { getPlaceName } from '../../../text/place-name.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './display-parts.module.css'

/**
 * The head of the room screen: the session, the local time with its place, and the planned end while that is ahead. The title is short
 * during the session and full after it. Before it the title is the large text, so only the series is here. `topic`: takes the place of the title
 * while the foot has captions. `isTitled`: false while the title is the large text.
 */
export const DisplayTop = ({ topic, isTitled }: { topic: ReactNode; isTitled: boolean }) => {
  const { t } = useText()
  const { phase, title, short, series, endsAt, place, timeZone, rehearsal } = useView(({ session }) => session)
  const now = useNow(1000)
  const head = phase === 'planned' ? series : !isTitled ? null : isInSession(phase) ? short : title
  return (
    <header className={styles.top}>
      {topic ??
        (head === null ? null : (
          <p className={styles.title}>
            <SessionText of={head} />
          </p>
        ))}
      {rehearsal ? <p className={styles.rehearsal}>{t('session.rehearsalShort')}</p> : null}
      <p className={styles.clock}>
        <span className="num">{formatTime(now, timeZone)}</span>
        <small>{t('time.zone', { place: getPlaceName(t, place) })}</small>
        {isInSession(phase) && now < endsAt ? <small>{t('session.ends', { time: formatTime(endsAt, timeZone) })}</small> : null}
      </p>
    </header>
  )
}
