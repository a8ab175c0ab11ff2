import { classes } from './class-names.ts'
import styles from './clock.module.css'
import { clockText } from './clock-text.ts'

type ClockProps = {
  /** Milliseconds left; negative when over. */
  left: number
  label: string
  /** This device cannot vouch for its clock: the digits are marked as near. */
  about?: boolean | undefined
  className?: string | undefined
  /** Added from five characters on, where the digits must be smaller to fit. */
  longClassName?: string | undefined
}

/** Digits that never blink, change colour or speak by themselves. */
export const Clock = ({ left, label, about = false, className, longClassName }: ClockProps) => {
  const text = `${about ? '≈' : ''}${clockText(left)}`
  return (
    <div
      className={classes('num', styles.clock, className, text.length > 4 && longClassName)}
      role="timer"
      aria-live="off"
      aria-atomic="true"
      aria-label={label}
    >
      {text}
    </div>
  )
}
