/** Elements that the sections of the record page share. */
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import type { RecordGroup } from '../figures/record-rows.ts'
import type { RecordText } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import tables from './tables.module.css'

type RecordSectionProps = { id: string; title: ReactNode; action?: ReactNode; children: ReactNode }

export const RecordSection = ({ id, title, action, children }: RecordSectionProps) => (
  <section className={styles.part} aria-labelledby={id}>
    <div className={styles.top}>
      <h2 id={id}>{title}</h2>
      {action}
    </div>
    {children}
  </section>
)

/** A wide table scrolls sideways, also by keyboard. */
export const WideTable = ({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
  <div role="group" className={className ?? tables.wide} aria-label={label} tabIndex={0}>
    {children}
  </div>
)

export const GroupLabel = ({ group, words }: { group: RecordGroup | null; words: RecordText }) =>
  group === null ? words.formatGroupName(null) : <GroupMark mark={group.mark}>{words.formatGroupName(group)}</GroupMark>

/** The figures below a drawing. */
export const TableDetails = ({ children }: { children: ReactNode }) => {
  const { t } = useText()
  return (
    <details className={tables.asTable}>
      <summary>{t('record.table')}</summary>
      {children}
    </details>
  )
}

export const Figure = ({ children }: { children: ReactNode }) => <span className="num">{children}</span>
