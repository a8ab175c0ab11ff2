/** The status of one of my questions in words, for its card and for screen readers. Apart from the card, which a phone loads later. */

import type { DeclineReason } from '@rostrum/shared/contract/enums'
import { isMerged } from '@rostrum/shared/contract/question-statuses'
import type { MyQuestion } from '@rostrum/shared/projection/questions/mine'
import { formatQuestionLabel } from '../../../text/labels.ts'
import type { PhoneTranslate } from '../../../text/messages.ts'

/** In a few words. A merged question shares the answer of the other one. */
export const formatMyQuestionStatus = (t: PhoneTranslate, question: Pick<MyQuestion, 'status' | 'answer' | 'mergedInto'>): string => {
  const { status, answer, mergedInto } = question
  if (answer !== null) return t(`questions.answer.${answer}`)
  return isMerged(question) && mergedInto !== null && mergedInto > 0
    ? t('questions.mine.with', { number: formatQuestionLabel(t, mergedInto) })
    : t(`questions.status.${status}`)
}

/** Explains why it was declined. While the session is in progress, it also mentions that it can be asked again. */
export const formatDecline = (t: PhoneTranslate, inSession: boolean, reason: DeclineReason): string =>
  t(inSession ? 'questions.declinedWhy' : 'questions.mine.declined', { reason: t(`questions.because.${reason}`) })
