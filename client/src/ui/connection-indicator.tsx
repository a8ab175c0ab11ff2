import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './connection-indicator.module.css'

/** Shows with a word and a round or square mark whether the screen is connected. */
export const ConnectionIndicator = ({
  isLive,
  children,
  className,
}: {
  isLive: boolean
  children: ReactNode
  className?: string | undefined
}) => (
  <span className={classNames(styles.live, !isLive && styles.stale, className)} role="status">
    {children}
  </span>
)
