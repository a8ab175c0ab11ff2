import { useEffect, useState } from 'react'
import { usePhoneText } from '../text/use-text.tsx'
import styles from './loading-page.module.css'

/** After this time without a first view, the network most likely blocks WebSockets. */
const blockedAfterMs = 5000

export const LoadingPage = () => <WaitingPage text={usePhoneText().t('app.loading')} />

/** Everything else has loaded, so a long wait is due to the network, and the page tells the person. It keeps trying. */
export const ConnectingPage = () => {
  const { t } = usePhoneText()
  const isBlocked = useElapsed(blockedAfterMs)
  return <WaitingPage text={t(isBlocked ? 'app.blocked' : 'app.loading')} />
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
