import type { ReactNode } from 'react'
import { Logo } from './logo.tsx'
import styles from './top-bar.module.css'

type TopBarProps = {
  home?: string | undefined
  /**
   * Shown before the title: the series or the surface. Hidden first if there is no space. Without `title` the page has a title of its own.
   */
  series?: ReactNode
  title?: ReactNode
  /** The title as text. It is shortened if there is no space. */
  wholeTitle?: string | undefined
  /** Counts or time, before the tools. */
  aside?: ReactNode
  /** A ConnectionState. */
  live?: ReactNode
  /** LanguageSelect, ThemeButton, menu. */
  children: ReactNode
}

export const TopBar = ({ home, series, title, wholeTitle, aside, live, children }: TopBarProps) => {
  const Heading = title === undefined ? 'p' : 'h1'
  return (
    <header className={styles.bar}>
      <Logo href={home} />
      <Heading className={styles.title} title={wholeTitle}>
        {series === undefined ? null : <span className={styles.series}>{series} </span>}
        {title === undefined ? null : <strong>{title}</strong>}
      </Heading>
      {aside}
      {live}
      <div className={styles.tools}>{children}</div>
    </header>
  )
}

/** How many people are present, as one IconLabel for each channel. */
export const PresenceCounts = ({ children }: { children: ReactNode }) => <p className={styles.presence}>{children}</p>
