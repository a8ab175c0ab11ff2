import { useText } from '../text/use-text.tsx'
import styles from './loading-page.module.css'

/** The text appears after a short delay, so that a fast page does not flash it. */
export const LoadingPage = () => {
  const { t } = useText()
  return (
    <main className={styles.page} aria-busy="true">
      <p className={styles.words} role="status">
        {t('app.loading')}
      </p>
    </main>
  )
}
