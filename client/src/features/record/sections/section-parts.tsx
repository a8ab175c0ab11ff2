/** Pieces that every part of the record page is made of. */
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import type { Group } from '../figures/record-rows.ts'
import type { Words } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import tables from './tables.module.css'

type PartProps = { id: string; title: ReactNode /** What can be done about it. */; action?: ReactNode; children: ReactNode }

export const Part = ({ id, title, action, children }: PartProps) => (
  <section className={styles.part} aria-labelledby={id}>
    <div className={styles.top}>
      <h2 id={id}>{title}</h2>
      {action}
    </div>
    {children}
  </section>
)

/** A table that is wider than its place can be pushed aside, by keyboard too. */
export const Wide = ({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
  <div role="group" className={className ?? tables.wide} aria-label={label} tabIndex={0}>
    {children}
  </div>
)

export const GroupCell = ({ group, words }: { group: Group | null; words: Words }) =>
  group === null ? words.groupName(null) : <GroupMark mark={group.mark}>{words.groupName(group)}</GroupMark>

/** The figures under a drawing. */
export const AsTable = ({ children }: { children: ReactNode }) => {
  const { t } = useText()
  return (
    <details className={tables.asTable}>
      <summary>{t('record.table')}</summary>
      {children}
    </details>
  )
}

export const Num = ({ children }: { children: ReactNode }) => <span className="num">{children}</span>
