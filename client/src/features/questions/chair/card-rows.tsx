/** The rows of the chair's card: one that can be made next, and one that is over. */
import { meets } from '@rostrum/shared/contract/enums'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { questionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Listed } from '../question-lists.ts'
import { QuestionMeta } from '../question-meta.tsx'
import styles from './questions-card.module.css'
import { usePutTo } from './use-assignee.ts'

export const ApprovedRow = ({ row }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('questions.queue') !== undefined
  const open = useView(({ session }) => meets(session.phase))
  const to = usePutTo(row.desk?.to ?? null)
  return (
    <li className={styles.quest}>
      <p className={styles.words} dir="auto">
        {row.text}
      </p>
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} groups={false}>
        {to === null ? null : <span>{t('questions.putTo', { who: to })}</span>}
        <Button
          look="quiet"
          size="inline"
          className={styles.end}
          disabled={busy || !open}
          onClick={() => void send({ type: 'questions.queue', data: { question: row.id } })}
        >
          {t('questions.makeNext')}
          <span className="sr"> {questionLabel(t, row.number)}</span>
        </Button>
      </QuestionMeta>
    </li>
  )
}

/** Whom it was put to is who answered it aloud. */
export const SettledRow = ({ row: { text, number, answer, desk } }: { row: Listed }) => {
  const { t } = useText()
  const to = usePutTo(desk?.to ?? null)
  return (
    <li className={styles.quest}>
      <p className={styles.words} dir="auto">
        {text}
      </p>
      <p className={styles.quiet}>
        <span className="num">{questionLabel(t, number)}</span>{' '}
        {to !== null && answer === 'live' ? t('questions.answeredBy', { who: to }) : t(`questions.answer.${answer ?? 'live'}`)}
      </p>
    </li>
  )
}
