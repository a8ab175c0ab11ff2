import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { Icon } from './icon.tsx'

/** What is said to many, across the top of their screens. It is spoken by the announcer, so it is no live region. */
export const Banner = ({ label, children }: { label: string; children: ReactNode }) => (
  <section className={styles.banner} aria-label={label}>
    {children}
  </section>
)

type BannerLineProps = { text: string; time?: string | undefined; action?: ReactNode }

/** Somebody wrote it: it keeps its own direction, and its lines. */
export const BannerLine = ({ text, time, action }: BannerLineProps) => (
  <div className={styles.line}>
    <Icon name="bubble" className={styles.icon} />
    <p className={styles.text} dir="auto">
      {text}
    </p>
    {time === undefined ? null : <span className={styles.time}>{time}</span>}
    {action}
  </div>
)
