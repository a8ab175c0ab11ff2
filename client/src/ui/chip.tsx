import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export type ChipTone = 'plain' | 'good' | 'warn' | 'urgent' | 'bad' | 'paused' | 'accent'

/** A status. The word carries the meaning; shape and colour only repeat it. */
export const Chip = ({ tone = 'plain', icon, children }: { tone?: ChipTone; icon?: IconName | undefined; children: ReactNode }) => (
  <span className={classNames(styles.chip, tone !== 'plain' && styles[tone])}>
    {icon === undefined ? null : <Icon name={icon} className={styles.icon} />}
    {children}
  </span>
)
