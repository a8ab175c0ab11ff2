import type { ReactNode } from 'react'
import styles from './agenda-list.module.css'
import { classNames } from './class-names.ts'

export type AgendaItem = {
  id: string
  time: ReactNode
  title: ReactNode
  note?: ReactNode
  more?: ReactNode
  state: 'done' | 'current' | 'ahead'
}

/** The agenda as a vertical list: planned times, and likely times in a second line. */
export const AgendaList = ({ label, items }: { label: string; items: readonly AgendaItem[] }) => (
  <ol className={styles.list} aria-label={label}>
    {items.map((item) => (
      <li
        key={item.id}
        className={classNames(styles.part, item.state === 'done' && styles.done)}
        aria-current={item.state === 'current' ? 'step' : undefined}
      >
        <span className={classNames('num', styles.time)}>{item.time}</span>
        <div>
          <strong>{item.title}</strong>
          {item.note === undefined ? null : <small>{item.note}</small>}
          {item.more}
        </div>
      </li>
    ))}
  </ol>
)
