/** The question being answered, large, with its support; the next question; those assigned to me; and the others. */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { awaitsAnswer } from '@rostrum/shared/contract/question-statuses'
import type { ReactNode } from 'react'
import { QuestionAuthor } from '../../features/questions/moderation/question-origin.tsx'
import { type ListedQuestion, sortBySupport } from '../../features/questions/question-lists.ts'
import { QuestionMeta } from '../../features/questions/question-meta.tsx'
import { useQuestions } from '../../features/questions/use-questions.ts'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Name, Written } from '../../ui/written.tsx'
import styles from './podium.module.css'

/** A longer question is set smaller, so that the clock stays visible. */
const longTextLength = 160

const useQuestionRow = (id: QuestionId | null | undefined): ListedQuestion | undefined => useQuestions().find((row) => row.id === id)

export const PodiumQuestion = () => {
  const { t } = useText()
  const current = useView(({ answering }) => answering.current)
  const isMine = useView(({ assignedToMe }) => current !== null && assignedToMe.includes(current))
  const row = useQuestionRow(current)
  if (!row) return null
  const title = t(isMine ? 'podium.assignedToYou' : 'podium.question')
  return (
    <Card padded aria-label={title}>
      <h2 className={isMine ? styles.mine : 'eyebrow'}>{title}</h2>
      <Written className={classNames(styles.question, row.text.length > longTextLength && styles.long)}>{row.text}</Written>
      {row.from === null ? null : (
        <p className={styles.from}>
          <strong>
            <Name>{row.from.entity}</Name>
          </strong>
          <QuestionAuthor from={row.from} />
        </p>
      )}
      <Meta row={row} />
    </Card>
  )
}

/** Questions assigned to me that have not been on the screen yet, in the order in which they were asked. */
export const AssignedToMe = () => {
  const { t } = useText()
  const assignedIds = useView(({ assignedToMe }) => assignedToMe)
  const rows = useQuestions().filter((row) => assignedIds.includes(row.id) && awaitsAnswer(row))
  if (rows.length === 0) return null
  return (
    <SideCard title={<span className={styles.mine}>{t('podium.assignedToYou')}</span>} label={t('podium.assignedToYou')}>
      {rows.map((row) => (
        <SmallQuestion key={row.id} row={row} />
      ))}
    </SideCard>
  )
}

/** Left out if it is already among those assigned to me. */
export const NextQuestion = () => {
  const { t } = useText()
  const next = useView(({ answering }) => answering.next)
  const isMine = useView(({ assignedToMe }) => next != null && assignedToMe.includes(next))
  const row = useQuestionRow(next)
  if (!row || isMine) return null
  return (
    <SideCard title={t('podium.nextQuestion')} label={t('podium.nextQuestion')}>
      <SmallQuestion row={row} />
    </SideCard>
  )
}

/** Questions that the room can see and that have not been on the screen yet. The most supported is first. */
export const PublishedQuestions = () => {
  const { t } = useText()
  const { current, next } = useView(({ answering }) => answering)
  const assignedIds = useView(({ assignedToMe }) => assignedToMe)
  const shownElsewhere: readonly (string | null | undefined)[] = [current, next, ...assignedIds]
  const rows = sortBySupport(useQuestions().filter(awaitsAnswer)).filter(({ id }) => !shownElsewhere.includes(id))
  if (rows.length === 0) return null
  return (
    <SideCard title={t('questions.title')} label={t('questions.title')}>
      <ul className="blocks">
        {rows.map((row) => (
          <li key={row.id}>
            <SmallQuestion row={row} />
          </li>
        ))}
      </ul>
    </SideCard>
  )
}

const SideCard = ({ title, label, children }: { title: ReactNode; label: string; children: ReactNode }) => (
  <Card padded aria-label={label}>
    <h2 className="eyebrow">{title}</h2>
    {children}
  </Card>
)

const SmallQuestion = ({ row }: { row: ListedQuestion }) => (
  <article>
    <Written className={styles.next}>{row.text}</Written>
    <Meta row={row} />
  </article>
)

const Meta = ({ row }: { row: ListedQuestion }) => {
  const { t } = useText()
  return <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} />
}
