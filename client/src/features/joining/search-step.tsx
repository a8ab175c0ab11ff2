/** While the session of a code that came with the address is looked for. There is nothing to type. */
import { formatJoinCode } from '../../session/join-code.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { Logo } from '../../ui/logo.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import styles from './joining.module.css'

export const SearchStep = ({ code }: { code: string }) => {
  const { t } = useAskedText()
  usePageTitle(t('join.title'))
  return (
    <div className={styles.form}>
      <PhoneFrame bodyClassName={styles.first}>
        <div>
          <Logo />
        </div>
        <div className={styles.block}>
          <h1 className={styles.title}>{t('join.title')}</h1>
          <p className="num">{formatJoinCode(code)}</p>
          <p role="status">{t('app.loading')}</p>
        </div>
      </PhoneFrame>
    </div>
  )
}
