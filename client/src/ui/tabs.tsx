import type { KeyboardEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { Chip } from './chip.tsx'
import styles from './tabs.module.css'
import { isRightToLeft } from './text-direction.ts'

type Tab<T extends string> = { id: T; label: ReactNode; count?: ReactNode }

type TabsProps<T extends string> = {
  /** Unique on the page. It is also the prefix of the ids that link tabs to panels. */
  name: string
  label: string
  tabs: readonly Tab<T>[]
  current: T
  onChange: (id: T) => void
}

/** Tabs over the panels of one card. One panel shows at a time, and arrow keys move between the tabs. */
export const Tabs = <T extends string>({ name, label, tabs, current, onChange }: TabsProps<T>) => {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const rightToLeft = isRightToLeft(event.currentTarget)
    const ahead = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
    const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
    const step = event.key === ahead ? 1 : event.key === back ? -1 : 0
    if (step === 0) return
    const index = tabs.findIndex((tab) => tab.id === current)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    onChange(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${name}-tab-${next.id}`)}`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${name}-tab-${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === current}
          aria-controls={tab.id === current ? `${name}-panel-${tab.id}` : undefined}
          tabIndex={tab.id === current ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.count === undefined ? null : <Chip>{tab.count}</Chip>}
        </button>
      ))}
    </div>
  )
}

type TabPanelProps = {
  name: string
  id: string
  /** The panel itself is a tab stop. For a panel that scrolls and contains nothing to press. */
  reachable?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}

export const TabPanel = ({ name, id, reachable = false, className, children }: TabPanelProps) => (
  <div
    role="tabpanel"
    id={`${name}-panel-${id}`}
    aria-labelledby={`${name}-tab-${id}`}
    tabIndex={reachable ? 0 : undefined}
    className={className}
  >
    {children}
  </div>
)
