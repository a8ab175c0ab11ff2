/** What became of a question, in a few words: "Declined: off topic", "Answered in writing", "Published". */
import type { Speak } from '../../text/messages.ts'
import type { Listed } from './question-lists.ts'

export const outcomeWords = (t: Speak, { status, answer, desk }: Pick<Listed, 'status' | 'answer' | 'desk'>): string => {
  if (status === 'declined' && desk?.reason) return t('questions.desk.declinedFor', { reason: t(`questions.decline.${desk.reason}`) })
  return answer ? t(`questions.answer.${answer}`) : t(`questions.status.${status}`)
}
