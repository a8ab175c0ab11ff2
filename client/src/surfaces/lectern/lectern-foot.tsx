/** The time, the connection, and the choices of language and size. */
import { useScriptLanguage } from '../../features/script/use-script.ts'
import { useNow, useView } from '../../session/hooks.tsx'
import { getPlaceName } from '../../text/place-name.ts'
import { formatTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { LanguageSelect } from '../../ui/language-select.tsx'
import { ThemeButton } from '../../ui/theme-button.tsx'
import { ConnectionState } from '../../widgets/connection-state.tsx'
import styles from './lectern.module.css'
import { textSizes, useTextSize } from './use-text-size.ts'

export const LecternFoot = () => {
  const { t, languages } = useText()
  const { timeZone, place } = useView(({ session }) => session)
  const now = useNow(1000)
  const [language, chooseLanguage] = useScriptLanguage()
  const name = languages.find(({ id }) => id === language)?.name ?? language
  return (
    <footer className={styles.foot}>
      <time className="num">{formatTime(now, timeZone)}</time>
      <span className={styles.zone}>{t('time.zone', { place: getPlaceName(t, place) })}</span>
      <ConnectionState />
      <span className={styles.tools}>
        <LanguageSelect
          label={t('script.language', { name })}
          short={name}
          value={language}
          languages={languages}
          onChange={chooseLanguage}
        />
        <ThemeButton label={t('app.dark')} />
        <SizeButtons />
      </span>
    </footer>
  )
}

const SizeButtons = () => {
  const { t } = useText()
  const [size, chooseSize] = useTextSize()
  return (
    <>
      <Button bare disabled={size === textSizes[0]} onClick={() => chooseSize(size - 1)}>
        <span dir="ltr">A−</span> <span className="sr">{t('script.smaller')}</span>
      </Button>
      <Button bare disabled={size === textSizes.at(-1)} onClick={() => chooseSize(size + 1)}>
        <span dir="ltr">A+</span> <span className="sr">{t('script.larger')}</span>
      </Button>
    </>
  )
}
