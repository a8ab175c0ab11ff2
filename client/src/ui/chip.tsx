import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export type Tone = 'plain' | 'good' | 'warn' | 'urgent' | 'bad' | 'paused' | 'accent'

/** A state: word first, shape second, colour last. */
export const Chip = ({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName | undefined; children: ReactNode }) => (
  <span className={classes(styles.chip, tone !== 'plain' && styles[tone])}>
    {icon === undefined ? null : <Icon name={icon} className={styles.icon} />}
    {children}
  </span>
)
