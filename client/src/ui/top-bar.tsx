import type { ReactNode } from 'react'
import { Brand } from './brand.tsx'
import { Channel } from './channel-label.tsx'
import styles from './top-bar.module.css'

type TopBarProps = {
  home?: string | undefined
  /** What stands before the title and goes first where there is no room: series or view. Without a title the page has its own. */
  series?: ReactNode
  title?: ReactNode
  /** Counts or time, before the tools. */
  aside?: ReactNode
  /** A LiveState. */
  live?: ReactNode
  /** LanguageSelect, ThemeButton, menu. */
  children: ReactNode
}

export const TopBar = ({ home, series, title, aside, live, children }: TopBarProps) => {
  const Heading = title === undefined ? 'p' : 'h1'
  return (
    <header className={styles.bar}>
      <Brand href={home} />
      <Heading className={styles.title}>
        {series === undefined ? null : <span className={styles.series}>{series} </span>}
        {title === undefined ? null : <strong>{title}</strong>}
      </Heading>
      {aside}
      {live}
      <div className={styles.tools}>{children}</div>
    </header>
  )
}

/** How many are in the room and how many remote, in words. */
export const Presence = ({ room, remote }: { room: ReactNode; remote: ReactNode }) => (
  <p className={styles.presence}>
    <Channel from="room">{room}</Channel>
    <Channel from="remote">{remote}</Channel>
  </p>
)
