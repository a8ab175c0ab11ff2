/** The page of a phone: the head, the body, which scrolls, the foot with the main actions in the thumb area, and the tabs. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './phone-frame.module.css'
import { useMedia } from './use-media.ts'

type PhoneFrameProps = {
  /** Absent if the page has no head, for example before the session is known. */
  head?: { title: ReactNode; tools: ReactNode } | undefined
  banners?: ReactNode
  foot?: ReactNode
  tabs?: ReactNode
  bodyClassName?: string | undefined
  /** The page that the body shows. Each begins at its top. */
  page?: string
  /** The content scrolls in itself and takes the height that is left. */
  isFilled?: boolean
  children: ReactNode
}

/** A window so low, as on a laptop at 400 %, that the head scrolls with the content. */
const lowWindow = '(max-height: 20rem)'

/** Lets the keyboard scroll the body, even if nothing in it can be pressed. */
const tabStop = { tabIndex: 0 } as const

export const PhoneFrame = ({ head, banners, foot, tabs, bodyClassName, page, isFilled = false, children }: PhoneFrameProps) => {
  const id = useId()
  const isLow = useMedia(lowWindow)
  const scroller = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
  }, [page])
  const bar =
    head === undefined ? null : (
      <header className={styles.head}>
        <h1 id={id} className={styles.title}>
          {head.title}
        </h1>
        {head.tools}
      </header>
    )
  return (
    <div className={styles.phone}>
      {isLow ? null : bar}
      <main className={styles.main}>
        <div
          ref={scroller}
          className={classNames(styles.scroller, isFilled && styles.filled)}
          {...(isFilled ? {} : tabStop)}
          {...(head && !isFilled ? { role: 'group', 'aria-labelledby': id } : {})}
        >
          {isLow && !isFilled ? bar : null}
          {banners}
          <div className={classNames(styles.body, bodyClassName)}>{children}</div>
        </div>
        {foot === undefined && tabs === undefined ? null : (
          <div className={styles.bottom}>
            {foot === undefined ? null : (
              <div className={styles.foot} data-thumb="">
                {foot}
              </div>
            )}
            {tabs}
          </div>
        )}
      </main>
    </div>
  )
}

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
