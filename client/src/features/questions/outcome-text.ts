/** The outcome of a question, in a few words: "Declined: off topic", "Answered in writing", "Published". */
import { isDeclined } from '@rostrum/shared/contract/question-statuses'
import type { Translate } from '../../text/messages.ts'
import type { ListedQuestion } from './question-lists.ts'

export const getOutcomeText = (t: Translate, row: Pick<ListedQuestion, 'status' | 'answer' | 'staff'>): string => {
  const { status, answer, staff } = row
  if (isDeclined(row) && staff?.reason) return t('questions.moderation.declinedFor', { reason: t(`questions.decline.${staff.reason}`) })
  return answer ? t(`questions.answer.${answer}`) : t(`questions.status.${status}`)
}
