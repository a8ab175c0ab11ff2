import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './cue-card.module.css'

type CueCardProps = { words: string; on: 'page' | 'floor'; children?: ReactNode }

/** What is asked of whoever speaks, to be read at a glance, with the button that says it was. It is spoken by the announcer. */
export const CueCard = ({ words, on, children }: CueCardProps) => (
  <div className={classes(styles.card, styles[on])}>
    <p className={styles.words}>{words}</p>
    {children}
  </div>
)
