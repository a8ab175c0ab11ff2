import type { PromptView } from '@rostrum/shared/projection/sense'
import { useNow } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { formatClock } from '../../ui/clock.tsx'
import styles from './sense.module.css'

/** Milliseconds until it closes, never fewer than none. */
export const useLeft = (prompt: PromptView): number => Math.max(0, prompt.closesAt - useNow(500))

/** The countdown, which screen readers do not speak. */
export const Left = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useText()
  const left = useLeft(prompt)
  return (
    <span className={prompt.lastCall ? `${styles.clock} ${styles.last} num` : `${styles.clock} num`} role="timer" aria-live="off">
      {prompt.status === 'open' ? formatClock(left) : t('sense.closed')}
    </span>
  )
}
