/** The page of a phone: a fixed head, the body, the foot with the main actions in reach of the thumb, and the tabs. */
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './phone-frame.module.css'

type PhoneFrameProps = {
  /** Absent where the page has no head, for example before the session is known. */
  head?: { title: ReactNode; tools: ReactNode } | undefined
  banners?: ReactNode
  foot?: ReactNode
  /** The foot scrolls with the body. For pages where reading matters more than pressing. */
  footFollows?: boolean | undefined
  tabs?: ReactNode
  bodyClassName?: string | undefined
  children: ReactNode
}

export const PhoneFrame = ({ head, banners, foot, footFollows = false, tabs, bodyClassName, children }: PhoneFrameProps) => (
  <div className={styles.phone}>
    {head === undefined ? null : (
      <header className={styles.head}>
        <h1 className={styles.title}>{head.title}</h1>
        {head.tools}
      </header>
    )}
    {banners}
    <main className={styles.main}>
      <div className={classNames(styles.body, bodyClassName)}>{children}</div>
      {foot === undefined && tabs === undefined ? null : (
        <div className={classNames(styles.bottom, footFollows && styles.follows)}>
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
