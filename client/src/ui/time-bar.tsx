import { classes } from './class-names.ts'
import styles from './time-bar.module.css'

const percent = (part: number) => `${Math.min(1, Math.max(0, part)) * 100}%`

/** The part of the limit that is used, from 0 to 1, with a notch where each warning begins. The clock says it in words. */
export const Bar = ({ used, notches = [], className }: { used: number; notches?: readonly number[]; className?: string | undefined }) => (
  <div className={classes(styles.bar, className)} aria-hidden="true">
    <span className={styles.used} style={{ inlineSize: percent(used) }} />
    {notches.map((at) => (
      <i key={at} className={styles.notch} style={{ insetInlineStart: percent(at) }} />
    ))}
  </div>
)
