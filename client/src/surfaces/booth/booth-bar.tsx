/** The head of the booth: its language, the session, the time at the place, and the connection. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import { useNow, useView } from '../../session/hooks.tsx'
import { formatLanguageName } from '../../text/language-name.ts'
import { getPlaceName } from '../../text/place-name.ts'
import { formatTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './booth.module.css'

export const BoothBar = () => {
  const { t, language } = useText()
  const { title, short, timeZone, place } = useView(({ session }) => session)
  const booth = useView(({ me }) => me.booth) ?? ''
  const now = useNow(1000)
  return (
    <TopBar
      title={
        <>
          {t('booth.into', { language: formatLanguageName(language.id, booth) })}
          <span className={styles.session}>
            {' · '}
            <SessionText of={short} />
          </span>
        </>
      }
      wholeTitle={pickWording(title, language.id)}
      aside={
        <span className={styles.time}>
          <strong>{formatTime(now, timeZone)}</strong> <span>{t('time.zone', { place: getPlaceName(t, place) })}</span>
        </span>
      }
      live={<ConnectionState />}
    >
      <PageTools />
    </TopBar>
  )
}
