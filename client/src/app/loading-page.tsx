import { useText } from '../text/use-text.tsx'
import styles from './loading-page.module.css'

/** Quiet for a moment, so that a fast page shows nothing but itself. */
export const Loading = () => {
  const { t } = useText()
  return (
    <main className={styles.page} aria-busy="true">
      <p className={styles.words} role="status">
        {t('app.loading')}
      </p>
    </main>
  )
}
