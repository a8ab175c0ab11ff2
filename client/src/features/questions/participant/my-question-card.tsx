/** One of my questions, in words: its status, the changes to it, and why. */
import { type DeclineReason, isInSession } from '@rostrum/shared/contract/enums'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import type { PhoneTranslate } from '../../../text/messages.ts'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip, type ChipTone } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from '../questions.module.css'

const statusTones: Readonly<Partial<Record<QuestionStatus, ChipTone>>> = {
  pending: 'warn',
  'on-hold': 'warn',
  approved: 'good',
  answering: 'accent',
  answered: 'good',
  merged: 'accent',
  'moved-to-queue': 'accent',
}

const awaitingStatuses: readonly QuestionStatus[] = ['pending', 'on-hold']
const withdrawableStatuses: readonly QuestionStatus[] = [...awaitingStatuses, 'approved', 'merged']

/** In a few words. A merged question shares the answer of the other one. */
export const formatMyQuestionStatus = (
  t: PhoneTranslate,
  { status, answer, mergedInto }: Pick<MyQuestion, 'status' | 'answer' | 'mergedInto'>,
): string => {
  if (answer !== null) return t(`questions.answer.${answer}`)
  return status === 'merged' && mergedInto !== null && mergedInto > 0
    ? t('questions.mine.with', { number: formatQuestionLabel(t, mergedInto) })
    : t(`questions.status.${status}`)
}

export const MyQuestionCard = ({ question }: { question: MyQuestion }) => {
  const { t } = usePhoneText()
  const send = useSend('own-questions')
  const withdrawing = usePending('questions.withdraw')
  const { id, text, original, status, answer } = question
  const isWaiting = awaitingStatuses.includes(status)
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone={statusTones[status] ?? 'plain'} icon={isWaiting ? 'clock' : undefined}>
          {formatMyQuestionStatus(t, question)}
        </Chip>
        {withdrawableStatuses.includes(status) && answer === null ? (
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
      <Written className={styles.text}>{text}</Written>
      {original === null ? null : <OriginalText text={original} />}
      <MyQuestionOutcome question={question} />
    </Card>
  )
}

/** Explains why it was declined. While the session is in progress, it also mentions that it can be asked again. */
export const formatDecline = (t: PhoneTranslate, inSession: boolean, reason: DeclineReason): string =>
  t(inSession ? 'questions.declinedWhy' : 'questions.mine.declined', { reason: t(`questions.because.${reason}`) })

/** The author's own text, if a moderator has changed it. */
export const OriginalText = ({ text }: { text: string }) => {
  const { t } = usePhoneText()
  return (
    <div className={styles.asAsked}>
      <p className={styles.small}>{t('questions.mine.asked')}</p>
      <Written className={styles.text}>{text}</Written>
    </div>
  )
}

const MyQuestionOutcome = ({ question: { status, reason, answer, mergedInto, askedAt } }: { question: MyQuestion }) => {
  const { t } = usePhoneText()
  const { timeZone, phase } = useView(({ session }) => session)
  const time = formatTime(askedAt, timeZone)
  const getText = () => {
    if (status === 'declined' && reason !== null) return formatDecline(t, isInSession(phase), reason)
    if (status === 'moved-to-queue') return t('questions.mine.floor')
    if (status === 'merged' && answer !== null && mergedInto !== null && mergedInto > 0)
      return t('questions.mine.with', { number: formatQuestionLabel(t, mergedInto) })
    return t(awaitingStatuses.includes(status) ? 'questions.yours' : 'questions.yoursShort', { time })
  }
  return <p className={styles.small}>{getText()}</p>
}
