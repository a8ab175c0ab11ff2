/** One of my questions, in words: its status, the changes to it, and why. */

import { isInSession } from '@rostrum/shared/contract/enums'
import {
  isDeclined,
  isInReview,
  isMerged,
  isMovedToQueue,
  isOpenQuestion,
  type QuestionStatus,
} from '@rostrum/shared/contract/question-statuses'
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { formatTime } from '../../../text/times.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip, type ChipTone } from '../../../ui/chip.tsx'
import { Place } from '../../../ui/place.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from '../questions.module.css'
import { formatDecline, formatMyQuestionStatus } from './my-question-text.ts'

const statusTones: Readonly<Record<QuestionStatus, ChipTone>> = {
  pending: 'warn',
  'on-hold': 'warn',
  approved: 'good',
  answering: 'accent',
  answered: 'good',
  merged: 'accent',
  'moved-to-queue': 'accent',
  declined: 'plain',
  withdrawn: 'plain',
  'not-reached': 'plain',
}

export const MyQuestionCard = ({ question }: { question: MyQuestion }) => {
  const { t } = useAskedText()
  const send = useSend('own-questions')
  const withdrawing = usePending('questions.withdraw')
  const { id, text, original, status, answer } = question
  const isWaiting = isInReview(question)
  const canWithdraw = (isOpenQuestion(question) || isMerged(question)) && answer === null
  const [isAsking, ask] = useState(false)
  return (
    <Card padded className={styles.mine}>
      <div className={styles.between}>
        <Chip tone={statusTones[status]} icon={isWaiting ? 'clock' : undefined}>
          {formatMyQuestionStatus(t, question)}
        </Chip>
        {canWithdraw ? (
          <Button look="quiet" size="inline" disabled={withdrawing !== undefined} aria-expanded={isAsking} onClick={() => ask(!isAsking)}>
            {t('questions.withdraw')}
          </Button>
        ) : null}
      </div>
      <Place means={String(isAsking && canWithdraw)}>
        {isAsking && canWithdraw ? (
          <>
            <p>{t(isWaiting ? 'questions.withdrawAskUnread' : 'questions.withdrawAsk')}</p>
            <div className="pair">
              <Button onClick={() => ask(false)}>{t('app.cancel')}</Button>
              <Button
                look="danger"
                disabled={withdrawing !== undefined}
                onClick={() => void send({ type: 'questions.withdraw', data: { question: id } })}
              >
                {t('questions.mine.takeBack')}
              </Button>
            </div>
          </>
        ) : null}
      </Place>
      <Written className={styles.text}>{text}</Written>
      {original === null ? null : <OriginalText text={original} />}
      <MyQuestionOutcome question={question} />
    </Card>
  )
}

/** The author's own text, if a moderator has changed it. */
export const OriginalText = ({ text }: { text: string }) => {
  const { t } = useAskedText()
  return (
    <div className={styles.asAsked}>
      <p className="quiet">{t('questions.mine.asked')}</p>
      <Written className={styles.text}>{text}</Written>
    </div>
  )
}

const MyQuestionOutcome = ({ question }: { question: MyQuestion }) => {
  const { reason, answer, mergedInto, askedAt } = question
  const { t } = useAskedText()
  const { timeZone, phase } = useView(({ session }) => session)
  const time = formatTime(askedAt, timeZone)
  const getText = () => {
    if (isDeclined(question) && reason !== null) return formatDecline(t, isInSession(phase), reason)
    if (isMovedToQueue(question)) return t('questions.mine.floor')
    if (isMerged(question) && answer !== null && mergedInto !== null && mergedInto > 0)
      return t('questions.mine.with', { number: formatQuestionLabel(t, mergedInto) })
    return t(isInReview(question) ? 'questions.yours' : 'questions.yoursShort', { time })
  }
  return <p className="quiet">{getText()}</p>
}
