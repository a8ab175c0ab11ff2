import type { PromptView } from '@rostrum/shared/projection/sense'
import { useClockTrusted, useNow } from '../../session/hooks.tsx'
import { useAskedText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { formatRemaining } from '../../ui/clock.tsx'
import styles from './sense.module.css'

/** Returns the milliseconds until the prompt closes, at least 0. */
export const useLeft = (prompt: PromptView): number => Math.max(0, prompt.closesAt - useNow(500))

/** The countdown, which screen readers do not speak. `isSmall`: as large as the text around it. */
export const Left = ({ prompt, isSmall = false }: { prompt: PromptView; isSmall?: boolean }) => {
  const { t } = useAskedText()
  const left = useLeft(prompt)
  const about = useClockTrusted() ? '' : '≈'
  return (
    <span className={classNames('num', !isSmall && styles.clock, prompt.lastCall && styles.last)} role="timer" aria-live="off">
      {prompt.status === 'open' ? `${about}${formatRemaining(left)}` : t('sense.closed')}
    </span>
  )
}
