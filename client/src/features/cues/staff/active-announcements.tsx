/** The active announcements, for the staff, who can remove them. */
import { maxAnnouncements } from '@rostrum/shared/contract/lengths'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './announcements.module.css'

export const ActiveAnnouncements = () => {
  const { t } = useText()
  const send = useSend('announcement')
  const zone = useView(({ session }) => session.timeZone)
  const announcements = useView((view) => view.announcements)
  const busy = usePending('cues.take-down') !== undefined
  return (
    <section className={styles.standing} aria-labelledby="announce-standing">
      <h3 id="announce-standing">{t('announce.active')}</h3>
      {announcements.length === 0 ? <p className="muted">{t('announce.none')}</p> : null}
      {announcements.length < maxAnnouncements ? null : <p className="muted">{t('announce.full', { n: announcements.length })}</p>}
      <ul className={styles.list}>
        {[...announcements].reverse().map(({ id, text, at, to }) => (
          <li key={id}>
            <p>
              <SessionText as="span" of={text} />
              <small>{to === undefined ? null : t('announce.toAt', { to: t(`announce.to.${to}`), time: formatTime(at, zone) })}</small>
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
