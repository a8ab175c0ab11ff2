import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './cue-card.module.css'

type CueCardProps = { text: string; on: 'page' | 'floor'; children?: ReactNode }

/** A cue to the speaker, readable at a glance, with the button that confirms it was read. The page's announcer speaks it. */
export const CueCard = ({ text, on, children }: CueCardProps) => (
  <div className={classNames(styles.card, styles[on])}>
    <p className={styles.words}>{text}</p>
    {children}
  </div>
)
