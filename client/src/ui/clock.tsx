import { classNames } from './class-names.ts'
import styles from './clock.module.css'

type ClockProps = {
  /** Milliseconds left. Negative when over time. */
  left: number
  label: string
  /** True if this device cannot be sure of the server's time. The digits are then marked with "≈". */
  isApproximate?: boolean | undefined
  className?: string | undefined
  /** Class added from `longFrom` characters on, because the digits must then be smaller. */
  longClassName?: string | undefined
  longFrom?: number | undefined
}

/** The digits never blink and never change colour, and screen readers do not speak their changes. */
export const Clock = ({ left, label, isApproximate = false, className, longClassName, longFrom = 5 }: ClockProps) => {
  const text = `${isApproximate ? '≈' : ''}${formatRemaining(left)}`
  return (
    <div
      className={classNames('num', styles.clock, className, text.length >= longFrom && longClassName)}
      role="timer"
      aria-live="off"
      aria-atomic="true"
      aria-label={label}
    >
      {text}
    </div>
  )
}

/** Shown if there is no time to show. */
export const emptyClock = '–:––'

/**
 * Formats a time as digits. Time left is rounded up, so that a full limit shows in full and 0:00 means no time left. Time over is rounded
 * down and has a plus sign.
 */
export const formatRemaining = (milliseconds: number): string => {
  const isOver = milliseconds < 0
  const total = isOver ? Math.floor(-milliseconds / 1000) : Math.ceil(milliseconds / 1000)
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const padTwo = (value: number) => String(value).padStart(2, '0')
  const digits = hours > 0 ? `${hours}:${padTwo(minutes)}:${padTwo(seconds)}` : `${minutes}:${padTwo(seconds)}`
  return isOver ? `+${digits}` : digits
}
