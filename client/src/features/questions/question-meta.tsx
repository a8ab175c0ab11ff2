/** The quiet line under a question: its number, how much support, and from how many groups. */
import type { ReactNode } from 'react'
import { useView } from '../../session/hooks.tsx'
import { groupName } from '../../text/group-name.ts'
import { questionLabel } from '../../text/labels.ts'
import { useText } from '../../text/use-text.tsx'
import { Breadth } from '../../ui/group-mark.tsx'
import type { Listed } from './question-lists.ts'
import styles from './questions.module.css'

type MetaProps = {
  row: Pick<Listed, 'number' | 'support'>
  /** "31 support", where no button shows it. */
  total?: ReactNode
  /** "4 of 5 groups" in words beside the shapes. */
  groups?: boolean
  children?: ReactNode
}

export const QuestionMeta = ({ row, total, groups = true, children }: MetaProps) => {
  const { t } = useText()
  const all = useView(({ session }) => session.groups)
  const supporting = all.filter(({ id }) => row.support.groups.includes(id))
  const names = supporting.map((group) => groupName(t, group)).join(', ')
  return (
    <p className={styles.meta}>
      {row.number > 0 ? <span className="num">{questionLabel(t, row.number)}</span> : null}
      {total === undefined ? null : <span>{total}</span>}
      <Breadth
        label={supporting.length === 0 ? t('questions.supportedByNone') : t('questions.supportedBy', { groups: names })}
        groups={all.map(({ id, mark }) => ({ mark, supports: row.support.groups.includes(id) }))}
      />
      {groups ? <span>{t('questions.groups', { n: supporting.length, total: all.length })}</span> : null}
      {children}
    </p>
  )
}
