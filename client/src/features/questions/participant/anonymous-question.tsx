/** My anonymous question. This device follows it by its id, and only this device can withdraw it. */

import { type DeclineReason, isInSession } from '@rostrum/shared/contract/enums'
import { awaitsAnswer } from '@rostrum/shared/contract/question-statuses'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { formatTime } from '../../../text/times.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from '../questions.module.css'
import { OriginalText } from './my-question-card.tsx'
import { formatDecline, formatMyQuestionStatus } from './my-question-text.ts'
import { getReceiptStatus, type QuestionReceipt } from './receipts.ts'

/** `declined`: the reason, if the question was declined. */
type AnonymousQuestionProps = { receipt: QuestionReceipt; declined?: DeclineReason | undefined }

export const AnonymousQuestion = ({ receipt, declined }: AnonymousQuestionProps) => {
  const { t } = useAskedText()
  const send = useSend('own-questions')
  const { timeZone, phase } = useView(({ session }) => session)
  const row = useView(({ questions }) => questions[receipt.id])
  const status = useSessionStore((screen) => getReceiptStatus(receipt, screen))
  const busy = usePending('questions.withdraw-with-receipt') !== undefined
  const open = isInSession(phase)
  const isWaiting = status === 'waiting' && open && declined === undefined
  const isClosed = row !== undefined && !awaitsAnswer(row)
  const getText = () => {
    if (row) return formatMyQuestionStatus(t, { ...row, mergedInto: null })
    if (declined) return t('questions.status.declined')
    if (status === 'gone') return t('questions.gone')
    if (status === 'unsure') return t('questions.mine.unsure')
    return t(open ? 'questions.status.pending' : 'questions.mine.unpublished')
  }
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone={row ? 'good' : isWaiting ? 'warn' : 'plain'} icon={isWaiting ? 'clock' : undefined}>
          {getText()}
        </Chip>
        {open && status !== 'gone' && !isClosed && !declined ? (
          <Button
            look="quiet"
            size="inline"
            disabled={busy}
            onClick={() => void send({ type: 'questions.withdraw-with-receipt', data: { question: receipt.id, receipt: receipt.receipt } })}
          >
            {t('questions.mine.takeBack')}
          </Button>
        ) : null}
      </div>
      <Written className={styles.text}>{row?.text ?? receipt.text}</Written>
      {declined && !row ? <p className="quiet">{formatDecline(t, open, declined)}</p> : null}
      {row?.edited ? <OriginalText text={receipt.text} /> : null}
      <p className="quiet">
        {status === 'unsure'
          ? t('questions.mine.unsureHelp')
          : t('questions.mine.anonymous', { time: formatTime(receipt.askedAt, timeZone) })}
      </p>
    </Card>
  )
}
