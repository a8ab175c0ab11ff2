/** The room screen before the session opens and after it closes. */
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from './display-parts.module.css'

export const DisplayWelcome = () => {
  const { t, rich } = useText()
  const session = useView((view) => view.session)
  const notReachedCount = useView((view) => view.notReachedCount ?? 0)
  const segmentCounts = Object.values(useView((view) => view.segmentCounts))
  if (session.phase === 'closed') {
    const heard = segmentCounts.reduce((total, { interventions: spoke }) => total + spoke, 0)
    const answered = segmentCounts.reduce((total, { answers: one }) => total + one, 0)
    return (
      <div className={styles.welcome}>
        <h1>{t('session.closed')}</h1>
        <p>{rich('display.heard', { heard, answered })}</p>
        {notReachedCount > 0 ? <p>{t('display.invited', { n: notReachedCount })}</p> : null}
        {session.everybodyWrites ? <p>{t('display.everybodyWrites')}</p> : null}
      </div>
    )
  }
  return (
    <div className={styles.welcome}>
      <h1 className={styles.name} dir="auto">
        {session.title}
      </h1>
      <p>{rich('display.startsAt', { time: formatTime(session.startsAt, session.timeZone) })}</p>
    </div>
  )
}
