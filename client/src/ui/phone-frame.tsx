/** The phone's page: a head that stays, the body, what is at the thumb, and the tabs. */
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './phone-frame.module.css'

type PhoneFrameProps = {
  /** Left out where the page has none, as before the session is known. */
  head?: { title: ReactNode; tools: ReactNode } | undefined
  notice?: ReactNode
  foot?: ReactNode
  /** The foot follows the body and scrolls with it, where what is read matters more than what is pressed. */
  footFollows?: boolean | undefined
  tabs?: ReactNode
  bodyClassName?: string | undefined
  children: ReactNode
}

export const PhoneFrame = ({ head, notice, foot, footFollows = false, tabs, bodyClassName, children }: PhoneFrameProps) => (
  <div className={styles.phone}>
    {head === undefined ? null : (
      <header className={styles.head}>
        <h1 className={styles.title}>{head.title}</h1>
        {head.tools}
      </header>
    )}
    {notice}
    <main className={styles.main}>
      <div className={classes(styles.body, bodyClassName)}>{children}</div>
      {foot === undefined && tabs === undefined ? null : (
        <div className={classes(styles.bottom, footFollows && styles.follows)}>
          {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
          {tabs}
        </div>
      )}
    </main>
  </div>
)

type PhoneTabsProps<T extends string> = {
  label: string
  tabs: readonly { id: T; icon: IconName; label: ReactNode }[]
  current: T
  onChange: (id: T) => void
}

export const PhoneTabs = <T extends string>({ label, tabs, current, onChange }: PhoneTabsProps<T>) => (
  <nav className={styles.tabs} aria-label={label}>
    {tabs.map((tab) => (
      <button
        key={tab.id}
        type="button"
        className={styles.tab}
        aria-current={tab.id === current ? 'page' : undefined}
        onClick={() => onChange(tab.id)}
      >
        <Icon name={tab.icon} className={styles.icon} />
        {tab.label}
      </button>
    ))}
  </nav>
)
