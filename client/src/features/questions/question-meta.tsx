/** The small line under a question: its number, its support, and from how many groups. */

import type { ReactNode } from 'react'
import { useView } from '../../session/hooks.tsx'
import { getGroupName } from '../../text/group-name.ts'
import { formatQuestionLabel } from '../../text/labels.ts'
import { joinNames } from '../../text/name-list.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { GroupSupport } from '../../ui/group-mark.tsx'
import type { ListedQuestion } from './question-lists.ts'
import styles from './questions.module.css'

type QuestionMetaProps = {
  row: Pick<ListedQuestion, 'number' | 'support'>
  /** "31 support", if no button shows it. */
  total?: ReactNode
  /** Also shows "4 of 5 groups" in words, next to the shapes. */
  groups?: boolean
  children?: ReactNode
}

export const QuestionMeta = ({ row, total, groups = true, children }: QuestionMetaProps) => {
  const { t, language } = useAskedText()
  const all = useView(({ session }) => session.groups)
  const supporting = all.filter(({ id }) => row.support.groups.includes(id))
  const names = joinNames(
    language,
    supporting.map((group) => getGroupName(t, group)),
  )
  return (
    <p className={styles.meta}>
      {row.number > 0 ? <span className="num">{formatQuestionLabel(t, row.number)}</span> : null}
      {total === undefined ? null : <span>{total}</span>}
      <GroupSupport
        label={supporting.length === 0 ? t('questions.supportedByNone') : t('questions.supportedBy', { groups: names })}
        groups={all.map(({ id, mark }) => ({ mark, supports: row.support.groups.includes(id) }))}
      />
      {groups ? <span>{t('questions.groups', { n: supporting.length, total: all.length })}</span> : null}
      {children}
    </p>
  )
}
