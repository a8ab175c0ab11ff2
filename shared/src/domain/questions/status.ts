/** Groups of question statuses, and the guards that require one. */

import type { QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionStatus } from '../../contract/questions.ts'
import type { EventDecision, State } from '../../contract/registry.ts'
import { reject } from '../../kernel/decision.ts'

export const awaitingModeration: readonly QuestionStatus[] = ['pending', 'on-hold']
/** Waiting for moderation, or published and not yet shown. */
export const openStatuses: readonly QuestionStatus[] = [...awaitingModeration, 'approved']
export const unansweredStatuses: readonly QuestionStatus[] = [...openStatuses, 'answering']

export const withQuestion = (state: State, question: QuestionId, decide: (found: Question) => EventDecision): EventDecision => {
  const existing = state.questions.all.get(question)
  return existing ? decide(existing) : reject('no-such-question')
}

export const requireStatus = (
  state: State,
  question: QuestionId,
  allowed: readonly QuestionStatus[],
  decide: (found: Question) => EventDecision,
): EventDecision =>
  withQuestion(state, question, (existing) => (allowed.includes(existing.status) ? decide(existing) : reject('wrong-status')))
