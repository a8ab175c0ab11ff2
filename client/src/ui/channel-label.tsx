import type { ReactNode } from 'react'
import styles from './channel-label.module.css'
import { Icon } from './icon.tsx'

/** The channel of a speaker, as an icon and a word: a building for the room, a laptop for remote, a sheet for paper. */
export const ChannelLabel = ({ from, children }: { from: 'room' | 'remote' | 'paper'; children: ReactNode }) => (
  <span className={styles.channel}>
    <Icon name={from} />
    <span>{children}</span>
  </span>
)
