/** What I asked and what became of it; what has not been sent says so. */
import { useCancel, usePending, useView } from '../../../session/hooks.tsx'
import type { Pending } from '../../../session/outbox.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import styles from '../questions.module.css'
import { Refusal } from '../refusal.tsx'
import { Unattributed } from './anonymous-question.tsx'
import { Mine } from './my-question-card.tsx'
import { useDeclines } from './use-declines.ts'
import { useReceipts } from './use-receipts.ts'

export const MyQuestions = () => {
  const mine = useView(({ myQuestions }) => myQuestions)
  const { kept } = useReceipts()
  const declined = useDeclines(kept)
  const unsent = usePending('questions.ask')
  const shown = [...mine].filter(({ status }) => status !== 'withdrawn').sort((a, b) => b.askedAt - a.askedAt)
  const unattributed = [...kept].filter(({ id }) => id !== (unsent?.envelope.id as string | undefined)).reverse()
  if (shown.length === 0 && unattributed.length === 0 && !unsent) return null
  return (
    <>
      {unsent ? <Unsent pending={unsent} /> : null}
      {unattributed.map((receipt) => (
        <Unattributed key={receipt.id} receipt={receipt} declined={declined.get(receipt.id)} />
      ))}
      {shown.map((question) => (
        <Mine key={question.id} question={question} />
      ))}
      <Refusal of={['questions.withdraw', 'questions.take-back']} />
    </>
  )
}

const Unsent = ({ pending }: { pending: Pending }) => {
  const { t } = useText()
  const cancel = useCancel()
  const { receipts } = useReceipts()
  const { envelope, standing } = pending
  if (envelope.type !== 'questions.ask') return null
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone="warn" icon="clock">
          {t(standing === 'waiting' ? 'app.waiting' : 'app.sending')}
        </Chip>
        {standing === 'waiting' ? (
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
      <p className={styles.text} dir="auto">
        {envelope.data.text}
      </p>
    </Card>
  )
}
