/** One decision on many questions. Those that somebody else has decided on in the meantime are left as they are. */

import type { QuestionId } from '../../contract/ids.ts'
import { canBeHeld, isInReview, isOpenQuestion } from '../../contract/question-statuses.ts'
import type { Question, questionCommands } from '../../contract/questions.ts'
import type { CommandData, Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { toPersonId } from '../actor.ts'
import { makeApproval, makeDecline } from './moderate.ts'
import { requireStatus } from './status.ts'

export const bulkDeciders: Pick<Deciders<typeof questionCommands>, 'questions.decide-all'> = {
  'questions.decide-all': (state, { questions, decision }, { actor }) => {
    const waiting = [...new Set(questions)].filter((id) => has(state, id, isInReview))
    return waiting.length === 0 ? reject('wrong-status') : decide(state, waiting, decision, actor)
  },
}

type Decision = CommandData<'questions.decide-all'>['decision']

function decide(state: State, waiting: readonly QuestionId[], decision: Decision, actor: Actor): EventDecision {
  const by = toPersonId(actor)
  const find = (question: QuestionId) => state.questions.all.get(question)
  switch (decision.kind) {
    case 'approve':
      return accept(...waiting.map((question) => makeApproval(question, actor)))
    case 'hold': {
      const pending = waiting.filter((question) => has(state, question, canBeHeld))
      return acceptSome(pending.map((question) => ({ type: 'questions.held', data: { question, by } })))
    }
    case 'decline':
      return accept(...waiting.flatMap((question) => makeDecline(state, question, decision.reason, actor)))
    case 'about': {
      const { segment } = decision
      if (segment !== null && !state.agenda.segments.some(({ id }) => id === segment)) return reject('no-such-segment')
      const others = waiting.filter((question) => find(question)?.segment !== segment)
      return acceptSome(
        others.map((question) => ({ type: 'questions.labelled', data: { question, segment, tags: find(question)?.tags ?? [] } })),
      )
    }
    case 'merge': {
      const { into } = decision
      const others = waiting.filter((question) => question !== into)
      return requireStatus(state, into, isOpenQuestion, () =>
        acceptSome(others.map((question) => ({ type: 'questions.merged', data: { into, question, by } }))),
      )
    }
  }
}

/** True if the question exists and is as asked. */
const has = ({ questions }: State, id: QuestionId, is: (found: Question) => boolean): boolean => {
  const found = questions.all.get(id)
  return found !== undefined && is(found)
}

const acceptSome = (events: readonly Event[]): EventDecision => (events.length === 0 ? noChange : accept(...events))
