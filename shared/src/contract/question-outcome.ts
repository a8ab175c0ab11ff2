/** The outcome of a question so far. Each question has one outcome, so their counts add up. */
import type { AnswerKind, DeclineReason } from './enums.ts'
import type { CountedOutcome, Question } from './questions.ts'

export const getOutcome = ({ status, reason, answer }: Question): CountedOutcome => {
  if (status === 'declined') return `declined ${reason as DeclineReason}`
  return status === 'answered' ? `answered ${answer as AnswerKind}` : status
}
