import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './cue-card.module.css'

/** `texts`: the requests, the most important first. */
type CueCardProps = { texts: readonly string[]; on: 'page' | 'floor'; children?: ReactNode }

/** A request to the speaker, readable at a glance, with the button that confirms it was read. The page's announcer speaks it. */
export const CueCard = ({ texts: [first, ...more], on, children }: CueCardProps) => (
  <div className={classNames(styles.card, styles[on])}>
    <p className={styles.words}>
      {first}
      {more.map((text) => (
        <span key={text} className={styles.more}>
          {text}
        </span>
      ))}
    </p>
    {children}
  </div>
)
