import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { Icon } from './icon.tsx'
import { Written } from './written.tsx'

/** An announcement across the top of the screen. The page's announcer speaks it, so it is not a live region. */
export const Banner = ({ label, children }: { label: string; children: ReactNode }) => (
  <section className={styles.banner} aria-label={label}>
    {children}
  </section>
)

type BannerLineProps = { text: string; time?: string | undefined; action?: ReactNode }

/** A person wrote the text, so it keeps its own direction and its line breaks. */
export const BannerLine = ({ text, time, action }: BannerLineProps) => (
  <div className={styles.line}>
    <Icon name="bubble" className={styles.icon} />
    <Written className={styles.text}>{text}</Written>
    {time === undefined ? null : <span className={styles.time}>{time}</span>}
    {action}
  </div>
)
