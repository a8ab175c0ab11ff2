import type { ReactNode } from 'react'
import styles from './channel-label.module.css'
import { Icon } from './icon.tsx'

/** Where somebody speaks from: a building for the room, a laptop for remote, a sheet for paper, and the word. */
export const Channel = ({ from, children }: { from: 'room' | 'remote' | 'paper'; children: ReactNode }) => (
  <span className={styles.channel}>
    <Icon name={from} />
    <span>{children}</span>
  </span>
)
