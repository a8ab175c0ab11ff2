/** Questions by the state they are in: what is still to be decided, what is open, and what comes of acting on any other. */

import type { QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionStatus } from '../../contract/questions.ts'
import type { Event, State } from '../../contract/registry.ts'
import { type Decision, reject } from '../../kernel/decision.ts'

export const undecided: readonly QuestionStatus[] = ['pending', 'on-hold']
/** Not answered, and not being answered. */
export const open: readonly QuestionStatus[] = [...undecided, 'approved']
export const unsettled: readonly QuestionStatus[] = [...open, 'answering']

export const found = (state: State, question: QuestionId, decide: (found: Question) => Decision<Event>): Decision<Event> => {
  const there = state.questions.all.get(question)
  return there ? decide(there) : reject('no-such-question')
}

export const inStatus = (
  state: State,
  question: QuestionId,
  allowed: readonly QuestionStatus[],
  decide: (found: Question) => Decision<Event>,
): Decision<Event> => found(state, question, (there) => (allowed.includes(there.status) ? decide(there) : reject('not-decided-here')))
