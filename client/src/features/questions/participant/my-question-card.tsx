/** One question of mine, in words: where it stands, what was changed in it, and why. */
import { type Decline, meets } from '@rostrum/shared/contract/enums'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { questionLabel } from '../../../text/labels.ts'
import type { Speak } from '../../../text/messages.ts'
import type { Language } from '../../../text/text.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import styles from '../questions.module.css'

const tones: Readonly<Partial<Record<QuestionStatus, Tone>>> = {
  pending: 'warn',
  'on-hold': 'warn',
  approved: 'good',
  answering: 'accent',
  answered: 'good',
  merged: 'accent',
  'to-floor': 'accent',
}

const undecided: readonly QuestionStatus[] = ['pending', 'on-hold']
const withdrawable: readonly QuestionStatus[] = [...undecided, 'approved', 'merged']

/** In a few words; one that is asked with another shares its answer. */
export const stateWords = (t: Speak, { status, answer, into }: Pick<MyQuestion, 'status' | 'answer' | 'into'>): string => {
  if (answer !== null) return t(`questions.answer.${answer}`)
  return status === 'merged' && into !== null && into > 0
    ? t('questions.mine.with', { number: questionLabel(t, into) })
    : t(`questions.status.${status}`)
}

export const Mine = ({ question }: { question: MyQuestion }) => {
  const { t } = useText()
  const send = useSend()
  const withdrawing = usePending('questions.withdraw')
  const { id, text, original, status, answer } = question
  const waits = undecided.includes(status)
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone={tones[status] ?? 'plain'} icon={waits ? 'clock' : undefined}>
          {stateWords(t, question)}
        </Chip>
        {withdrawable.includes(status) && answer === null ? (
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
      <p className={styles.text} dir="auto">
        {text}
      </p>
      {original === null ? null : <AsAsked text={original} />}
      <Outcome question={question} />
    </Card>
  )
}

/** Why it was declined; while the session meets, also that it can be asked again. */
export const declineWords = (t: Speak, language: Language, open: boolean, reason: Decline): string =>
  t(open ? 'questions.declinedWhy' : 'questions.mine.declined', {
    reason: t(`questions.decline.${reason}`).toLocaleLowerCase(language.id),
  })

/** The author's own words, where a moderator has changed them. */
export const AsAsked = ({ text }: { text: string }) => {
  const { t } = useText()
  return (
    <div className={styles.asAsked}>
      <p className={styles.small}>
        {t('questions.edited')}. {t('questions.mine.asked')}
      </p>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </div>
  )
}

const Outcome = ({ question: { status, reason, answer, into, askedAt } }: { question: MyQuestion }) => {
  const { t, language } = useText()
  const { timeZone, phase } = useView(({ session }) => session)
  const time = timeOfDay(askedAt, timeZone)
  const words = () => {
    if (status === 'declined' && reason !== null) return declineWords(t, language, meets(phase), reason)
    if (status === 'to-floor') return t('questions.mine.floor')
    if (status === 'merged' && answer !== null && into !== null && into > 0)
      return t('questions.mine.with', { number: questionLabel(t, into) })
    return t(undecided.includes(status) ? 'questions.yours' : 'questions.yoursShort', { time })
  }
  return <p className={styles.small}>{words()}</p>
}
