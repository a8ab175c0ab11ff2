import { classes } from './class-names.ts'
import styles from './pips.module.css'

const most = 60

/** One pip per waiting speaker, filled for those who will be heard. The sentence beside it says the same. */
export const Pips = ({ heard, waiting }: { heard: number; waiting: number }) => {
  // Very long lists keep the proportion instead of one pip each.
  const scale = Math.max(1, waiting / most)
  const drawn = Math.round(waiting / scale)
  const filled = Math.min(drawn, Math.max(heard > 0 ? 1 : 0, Math.floor(heard / scale)))
  return (
    <div className={classes(styles.pips, drawn > 30 && styles.tight)} aria-hidden="true">
      {Array.from({ length: drawn }, (_, index) => (
        <i key={index} className={classes(styles.pip, index >= filled && styles.not)} />
      ))}
    </div>
  )
}
