import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './support-button.module.css'

type SupportButtonProps = {
  count: ReactNode
  /** Contains the number and the count: "Support Q09, 31 supporters". */
  label: string
  pressed: boolean
  /** True if the button was pressed and there is no answer yet. The button shows a mark, and `label` names it. */
  sending?: boolean | undefined
  disabled?: boolean | undefined
  onPress: () => void
}

export const SupportButton = ({ count, label, pressed, sending = false, disabled = false, onPress }: SupportButtonProps) => (
  <button
    type="button"
    className={styles.support}
    aria-pressed={pressed}
    aria-label={label}
    aria-disabled={disabled || undefined}
    aria-busy={sending || undefined}
    onClick={() => {
      if (!disabled) onPress()
    }}
  >
    <Icon name={sending ? 'clock' : 'up'} className={styles.icon} />
    <span className="num">{count}</span>
  </button>
)
