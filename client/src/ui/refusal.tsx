import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './refusal.module.css'

/** Why what was pressed could not be done. The announcer speaks it. */
export const Refusal = ({ children }: { children: ReactNode }) => (
  <span className={styles.refusal}>
    <Icon name="octagon" />
    <span>{children}</span>
  </span>
)
