/** Rows of the Chair's card: an approved question, which can be set as next, and an answered one. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Written } from '../../../ui/written.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import styles from './questions-card.module.css'
import { useAssignee } from './use-assignee.ts'

export const ApprovedRow = ({ row }: { row: ListedQuestion }) => {
  const { t } = useText()
  const send = useSend('question-next')
  const busy = usePending('questions.set-next') !== undefined
  const open = useView(({ session }) => isInSession(session.phase))
  const assignee = useAssignee(row.staff?.assignee ?? null)
  return (
    <li className={styles.quest}>
      <Written className={styles.words}>{row.text}</Written>
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} groups={false}>
        {assignee === null ? null : <span>{t('questions.assignedTo', { who: assignee })}</span>}
        <Button
          look="quiet"
          className={styles.end}
          disabled={busy || !open}
          onClick={() => void send({ type: 'questions.set-next', data: { question: row.id } })}
        >
          {t('questions.makeNext')}
          <span className="sr"> {formatQuestionLabel(t, row.number)}</span>
        </Button>
      </QuestionMeta>
    </li>
  )
}

/** For a live answer, the assignee is shown as the person who answered. */
export const AnsweredRow = ({ row: { text, number, answer, staff } }: { row: ListedQuestion }) => {
  const { t } = useText()
  const assignee = useAssignee(staff?.assignee ?? null)
  return (
    <li className={styles.quest}>
      <Written className={styles.words}>{text}</Written>
      <p className="quiet">
        <span className="num">{formatQuestionLabel(t, number)}</span>{' '}
        {assignee !== null && answer === 'live' ? t('questions.answeredBy', { who: assignee }) : t(`questions.answer.${answer ?? 'live'}`)}
      </p>
    </li>
  )
}
