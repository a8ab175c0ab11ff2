/** The guards that require a question, or one with a certain status. */

import type { QuestionId } from '../../contract/ids.ts'
import type { Question } from '../../contract/questions.ts'
import type { EventDecision, State } from '../../contract/registry.ts'
import { reject } from '../../kernel/decision.ts'

export const withQuestion = (state: State, question: QuestionId, decide: (found: Question) => EventDecision): EventDecision => {
  const existing = state.questions.all.get(question)
  return existing ? decide(existing) : reject('no-such-question')
}

export const requireStatus = (
  state: State,
  question: QuestionId,
  isAllowed: (found: Question) => boolean,
  decide: (found: Question) => EventDecision,
): EventDecision => withQuestion(state, question, (existing) => (isAllowed(existing) ? decide(existing) : reject('wrong-status')))
