import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { stopRepeats } from './ignore-key-repeat.ts'
import styles from './primary-button.module.css'

type MainButtonProps = {
  icon?: IconName | undefined
  /** floor: white on the block. wait: something saved that has not been sent. */
  look?: 'accent' | 'floor' | 'wait' | undefined
  disabled?: boolean | undefined
  type?: 'button' | 'submit' | undefined
  describedBy?: string | undefined
  /** The id of the form that it sends, where it stands outside. */
  form?: string | undefined
  onPress?: (() => void) | undefined
  children: ReactNode
}

/** The phone's one button, at the thumb. */
export const MainButton = ({
  icon,
  look = 'accent',
  disabled = false,
  type = 'button',
  describedBy,
  form,
  onPress,
  children,
}: MainButtonProps) => (
  <button
    type={type}
    form={form}
    className={classes(styles.main, look !== 'accent' && styles[look])}
    aria-disabled={disabled || undefined}
    aria-describedby={describedBy}
    onKeyDown={stopRepeats}
    onClick={(event) => {
      if (disabled) event.preventDefault()
      else onPress?.()
    }}
  >
    {icon === undefined ? null : <Icon name={icon} className={styles.icon} />}
    {children}
  </button>
)
