import { classNames } from './class-names.ts'
import styles from './time-bar.module.css'

const toPercent = (part: number) => `${Math.min(1, Math.max(0, part)) * 100}%`

/** The used part of the limit, from 0 to 1, with a notch where each warning begins. The clock shows the same as text. */
export const TimeBar = ({
  used,
  notches = [],
  className,
}: {
  used: number
  notches?: readonly number[]
  className?: string | undefined
}) => (
  <div className={classNames(styles.bar, className)} aria-hidden="true">
    <span className={styles.used} style={{ inlineSize: toPercent(used) }} />
    {notches.map((at) => (
      <i key={at} className={styles.notch} style={{ insetInlineStart: toPercent(at) }} />
    ))}
  </div>
)
