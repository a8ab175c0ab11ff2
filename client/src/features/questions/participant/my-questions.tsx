/** My questions and their outcomes. A question that has not been sent is marked. */
import { isWithdrawn } from '@rostrum/shared/contract/question-statuses'
import { useCancelPending, usePending, useView } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import styles from '../questions.module.css'
import { AnonymousQuestion } from './anonymous-question.tsx'
import { MyQuestionCard } from './my-question-card.tsx'
import { useDeclines } from './use-declines.ts'
import { useReceipts } from './use-receipts.ts'

export const MyQuestions = () => {
  const mine = useView(({ myQuestions }) => myQuestions)
  const { kept } = useReceipts()
  const declined = useDeclines(kept)
  const unsent = usePending('questions.ask')
  const visible = mine.filter((one) => !isWithdrawn(one)).sort((a, b) => b.askedAt - a.askedAt)
  const anonymous = [...kept].filter(({ id }) => id !== (unsent?.envelope.id as string | undefined)).reverse()
  if (visible.length === 0 && anonymous.length === 0 && !unsent) return null
  return (
    <>
      {unsent ? <UnsentQuestion pending={unsent} /> : null}
      {anonymous.map((receipt) => (
        <AnonymousQuestion key={receipt.id} receipt={receipt} declined={declined.get(receipt.id)} />
      ))}
      {visible.map((question) => (
        <MyQuestionCard key={question.id} question={question} />
      ))}
      <RefusalMessage area="own-questions" />
    </>
  )
}

const UnsentQuestion = ({ pending }: { pending: PendingCommand }) => {
  const { t } = useAskedText()
  const cancel = useCancelPending()
  const { receipts } = useReceipts()
  const { envelope, status } = pending
  if (envelope.type !== 'questions.ask') return null
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone="warn" icon="clock">
          {t(status === 'waiting' ? 'app.waiting' : 'app.sending')}
        </Chip>
        {status === 'waiting' ? (
          <Button
            look="quiet"
            size="inline"
            onClick={() => {
              receipts.dropUnsent(envelope.id)
              cancel(pending)
            }}
          >
            {t('app.cancel')}
          </Button>
        ) : null}
      </div>
      <Written className={styles.text}>{envelope.data.text}</Written>
    </Card>
  )
}
