/** The current and the next question, each with its actions. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { type ReactNode, useId } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import type { RefusalArea } from '../../../session/refusal-areas.ts'
import { formatAuthors, formatEntity, formatQuestionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Written } from '../../../ui/written.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import styles from './questions-card.module.css'
import { useAssignee } from './use-assignee.ts'

const useIsSending = (): boolean =>
  [usePending('questions.show'), usePending('questions.unshow'), usePending('questions.mark-answered')].some(Boolean)

export const OnScreen = ({ row: { id, text, from, alsoAsked, number, support, staff } }: { row: ListedQuestion }) => {
  const { t } = useText()
  const send = useSend('question-on-screen')
  const busy = useIsSending()
  const assignee = useAssignee(staff?.assignee ?? null)
  const total = useView(({ session }) => session.groups.length)
  const supportValues = { number: formatQuestionLabel(t, number), n: support.total, groups: support.groups.length, total }
  return (
    <QuestionBlock eyebrow={t('questions.onScreen')} area="question-on-screen">
      <Written className={styles.words}>{text}</Written>
      {from ? <p className="quiet">{formatAuthors(t, formatEntity(t, from), alsoAsked)}</p> : null}
      <p className="quiet">{t('questions.supportIn', supportValues)}</p>
      {assignee === null ? null : <p className="quiet">{t('questions.assignedTo', { who: assignee })}</p>}
      <Button block disabled={busy} onClick={() => void send({ type: 'questions.unshow', data: { question: id } })}>
        {t('questions.takeOff')}
      </Button>
    </QuestionBlock>
  )
}

/** While another question is on the screen, showing this one marks the other as answered. Until then it is `small`, below the other. */
export const NextToAnswer = ({ row, small }: { row: ListedQuestion; small: boolean }) => {
  const { t } = useText()
  const send = useSend('question-next')
  const busy = useIsSending()
  const isSetting = usePending('questions.set-next') !== undefined
  const inSession = useView(({ session }) => isInSession(session.phase))
  const assignee = useAssignee(row.staff?.assignee ?? null)
  const open = useView(({ session }) => session.phase === 'open')
  const current = useView(({ answering }) => answering.current)
  const floorTaken = useView(({ floor }) => floor.interrupted !== null || (floor.current !== null && !isAnswer(floor.current.kind)))
  const reason = useId()
  return (
    <QuestionBlock eyebrow={t('questions.next')} area="question-next">
      <Written className={small ? styles.words : styles.text}>{row.text}</Written>
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} groups={!small}>
        <Button
          look="quiet"
          className={styles.end}
          disabled={busy || isSetting || !inSession}
          onClick={() => void send({ type: 'questions.set-next', data: { question: null } })}
        >
          {t('questions.notNext')}
          <span className="sr"> {formatQuestionLabel(t, row.number)}</span>
        </Button>
      </QuestionMeta>
      {assignee === null ? null : <p className="quiet">{t('questions.assignedTo', { who: assignee })}</p>}
      <Button
        block
        icon="screen"
        disabled={busy || !open || floorTaken}
        aria-describedby={floorTaken ? reason : undefined}
        onClick={() => void send({ type: 'questions.show', data: { question: row.id, expectedCurrent: current } })}
      >
        {t('questions.show')}
      </Button>
      {floorTaken ? (
        <p id={reason} className="quiet">
          {t('refusal.floor-taken')}
        </p>
      ) : null}
    </QuestionBlock>
  )
}

type QuestionBlockProps = { eyebrow: ReactNode; area: RefusalArea; children: ReactNode }

const QuestionBlock = ({ eyebrow, area, children }: QuestionBlockProps) => (
  <div className={styles.ahead}>
    <h3 className="eyebrow">{eyebrow}</h3>
    {children}
    <RefusalMessage area={area} />
  </div>
)
