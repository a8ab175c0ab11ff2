/** What I asked and what became of it; what has not been sent says so. */
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { MyQuestion } from '@rostrum/shared/projection/questions'
import { useCancel, usePending, useSend, useView } from '../../session/hooks.tsx'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip, type Tone } from '../../ui/chip.tsx'
import styles from './questions.module.css'
import { Refusal } from './refusal.tsx'

const tones: Readonly<Partial<Record<QuestionStatus, Tone>>> = {
  pending: 'warn',
  'on-hold': 'warn',
  approved: 'good',
  answering: 'accent',
  answered: 'good',
  declined: 'plain',
}

export const MyQuestions = () => {
  const mine = useView(({ myQuestions }) => myQuestions)
  const unsent = usePending('questions.ask')
  const shown = [...mine].filter(({ status }) => status !== 'withdrawn').sort((a, b) => b.askedAt - a.askedAt)
  if (shown.length === 0 && !unsent) return null
  return (
    <>
      {unsent ? <Unsent pending={unsent} /> : null}
      {shown.map((question) => (
        <Mine key={question.id} question={question} />
      ))}
      <Refusal of={['questions.withdraw']} />
    </>
  )
}

const Unsent = ({ pending }: { pending: NonNullable<ReturnType<typeof usePending>> }) => {
  const { t } = useText()
  const cancel = useCancel()
  const { envelope, standing } = pending
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone="warn" icon="clock">
          {t(standing === 'waiting' ? 'app.waiting' : 'app.sending')}
        </Chip>
        {standing === 'waiting' ? (
          <Button look="quiet" size="inline" onClick={() => cancel(pending)}>
            {t('app.cancel')}
          </Button>
        ) : null}
      </div>
      <p dir="auto">{envelope.type === 'questions.ask' ? envelope.data.text : null}</p>
    </Card>
  )
}

const Mine = ({ question: { id, text, status, reason, answer, askedAt } }: { question: MyQuestion }) => {
  const { t } = useText()
  const send = useSend()
  const zone = useView(({ session }) => session.timeZone)
  const withdrawing = usePending('questions.withdraw')
  const undecided = status === 'pending' || status === 'on-hold'
  const outcome =
    status === 'declined' && reason
      ? t('questions.declinedWhy', { reason: t(`questions.decline.${reason}`) })
      : t(undecided ? 'questions.yours' : 'questions.yoursShort', { time: timeOfDay(askedAt, zone) })
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone={tones[status] ?? 'plain'} icon={undecided ? 'clock' : undefined}>
          {status === 'answered' && answer ? t(`questions.answer.${answer}`) : t(`questions.status.${status}`)}
        </Chip>
        {undecided || status === 'approved' ? (
          <Button
            look="quiet"
            size="inline"
            disabled={withdrawing !== undefined}
            onClick={() => void send({ type: 'questions.withdraw', data: { question: id } })}
          >
            {t('questions.withdraw')}
          </Button>
        ) : null}
      </div>
      <p dir="auto">{text}</p>
      <p className={styles.small}>{outcome}</p>
    </Card>
  )
}
