/** The announcements that stand, for those who can take them down. */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './announcements.module.css'

/** With so many the next one takes the place of the oldest. */
const full = 5

export const StandingNotices = () => {
  const { t } = useText()
  const send = useSend()
  const zone = useView(({ session }) => session.timeZone)
  const notices = useView((view) => view.notices)
  const busy = usePending('cues.take-down') !== undefined
  return (
    <section className={styles.standing} aria-labelledby="announce-standing">
      <h3 id="announce-standing">{t('announce.standing')}</h3>
      {notices.length === 0 ? <p className="muted">{t('announce.none')}</p> : null}
      {notices.length < full ? null : <p className="muted">{t('announce.full', { n: notices.length })}</p>}
      <ul className={styles.list}>
        {[...notices].reverse().map(({ id, text, at, to }) => (
          <li key={id}>
            <p>
              <span dir="auto">{text}</span>
              <small>{to === undefined ? null : t('announce.toAt', { to: t(`announce.to.${to}`), time: timeOfDay(at, zone) })}</small>
            </p>
            <Button
              size="small"
              disabled={busy}
              aria-label={t('announce.takeDownOf', { text })}
              onClick={() => void send({ type: 'cues.take-down', data: { announcement: id } })}
            >
              {t('announce.takeDown')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
