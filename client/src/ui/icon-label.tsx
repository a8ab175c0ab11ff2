import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './icon-label.module.css'
import type { IconName } from './icon-paths.ts'

/** An icon and a word, on one line. */
export const IconLabel = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <span className={styles.label}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)
