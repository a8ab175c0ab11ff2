import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './live-state.module.css'

/** Connected or not, as a word with a round or square mark. */
export const LiveState = ({ live, children, className }: { live: boolean; children: ReactNode; className?: string | undefined }) => (
  <span className={classes(styles.live, !live && styles.stale, className)} role="status">
    {children}
  </span>
)
