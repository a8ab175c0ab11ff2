/** The room screen while the session is not open: what it will be, or what it was. */
import { useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from './display-parts.module.css'

export const ScreenWelcome = () => {
  const { t, rich } = useText()
  const session = useView((view) => view.session)
  const unreached = useView((view) => view.unreached ?? 0)
  const tally = Object.values(useView((view) => view.tally))
  if (session.phase === 'closed') {
    const heard = tally.reduce((total, { spoke }) => total + spoke, 0)
    const answered = tally.reduce((total, { answered: one }) => total + one, 0)
    return (
      <div className={styles.welcome}>
        <h1>{t('session.closed')}</h1>
        <p>{rich('screen.heard', { heard, answered })}</p>
        {unreached > 0 ? <p>{t('screen.invited', { n: unreached })}</p> : null}
        {session.everybodyWrites ? <p>{t('screen.everybodyWrites')}</p> : null}
      </div>
    )
  }
  return (
    <div className={styles.welcome}>
      <h1 className={styles.name} dir="auto">
        {session.title}
      </h1>
      <p>{rich('screen.startsAt', { time: timeOfDay(session.startsAt, session.timeZone) })}</p>
    </div>
  )
}
