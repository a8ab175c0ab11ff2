import { memo } from 'react'
import { classNames } from './class-names.ts'
import styles from './pips.module.css'

const maxPips = 60

/** One pip for each waiting speaker, filled for those who will be reached. The sentence next to it gives the same numbers. */
export const Pips = memo(({ reached, waiting }: { reached: number; waiting: number }) => {
  // A very long list shows the proportion instead of one pip for each speaker.
  const scale = Math.max(1, waiting / maxPips)
  const drawn = Math.round(waiting / scale)
  const filled = Math.min(drawn, Math.max(reached > 0 ? 1 : 0, Math.floor(reached / scale)))
  return (
    <div className={classNames(styles.pips, drawn > 30 && styles.tight)} aria-hidden="true">
      {Array.from({ length: drawn }, (_, index) => (
        <i key={index} className={classNames(styles.pip, index >= filled && styles.not)} />
      ))}
    </div>
  )
})
