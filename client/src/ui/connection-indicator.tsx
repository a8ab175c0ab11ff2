import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './connection-indicator.module.css'

/** Connected or not, as a word with a round or square mark. */
export const LiveState = ({ live, children, className }: { live: boolean; children: ReactNode; className?: string | undefined }) => (
  <span className={classes(styles.live, !live && styles.stale, className)} role="status">
    {children}
  </span>
)
