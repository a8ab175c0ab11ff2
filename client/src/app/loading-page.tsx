import { useEffect, useState } from 'react'
import { useSessionStore } from '../session/store.ts'
import { usePhoneText } from '../text/use-text.tsx'
import styles from './loading-page.module.css'

/** After this time without a first view, the network most likely blocks what has failed. */
const blockedAfterMs = 5000

export const LoadingPage = () => <WaitingPage text={usePhoneText().t('app.loading')} />

/**
 * Everything else has loaded, so a long wait is due to the network. The page tells the person once every way to connect has failed, and
 * keeps trying.
 */
export const ConnectingPage = () => {
  const { t } = usePhoneText()
  const isLate = useElapsed(blockedAfterMs)
  const isBlocked = useSessionStore((store) => store.isBlocked)
  return <WaitingPage text={t(isLate && isBlocked ? 'app.blocked' : 'app.loading')} />
}

/** The text appears after a short delay, so that a fast page does not flash it. */
const WaitingPage = ({ text }: { text: string }) => (
  <main className={styles.page} aria-busy="true">
    <p className={styles.words} role="status">
      {text}
    </p>
  </main>
)

const useElapsed = (ms: number): boolean => {
  const [hasElapsed, setElapsed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return hasElapsed
}
