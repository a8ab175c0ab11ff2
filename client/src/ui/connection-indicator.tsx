import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './connection-indicator.module.css'

/** Shows with a word and a round or square mark whether the screen is connected. `note`: a sentence for people who point at it. */
export const ConnectionIndicator = ({
  isLive,
  note,
  children,
  className,
}: {
  isLive: boolean
  note?: string | undefined
  children: ReactNode
  className?: string | undefined
}) => (
  <span className={classNames(styles.live, !isLive && styles.stale, className)} role="status" title={note}>
    {children}
  </span>
)
