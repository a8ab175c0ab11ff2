/** Support: once for each person, not for one's own question, and only while the question can still be answered. */

import type { GroupId, PersonId, QuestionId } from '../../contract/ids.ts'
import { isSupportable } from '../../contract/question-statuses.ts'
import type { Question, questionCommands } from '../../contract/questions.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'

export const supportDeciders: Pick<Deciders<typeof questionCommands>, 'questions.support' | 'questions.unsupport'> = {
  'questions.support': (state, { question }, { actor }) =>
    requireSupportable(state, question, actor, ({ author }, person, group) => {
      if (author?.person === person) return reject('own-question')
      return isSupporting(state, person, question)
        ? noChange
        : accept<Event>({ type: 'questions.supported', data: { question, person, group } })
    }),

  'questions.unsupport': (state, { question }, { actor }) =>
    requireSupportable(state, question, actor, (_, person, group) =>
      isSupporting(state, person, question)
        ? accept<Event>({ type: 'questions.unsupported', data: { question, person, group } })
        : noChange,
    ),
}

/** A question that was never published gets the same answer as one that does not exist. */
const requireSupportable = (
  state: State,
  question: QuestionId,
  actor: Actor,
  decide: (found: Question, person: PersonId, group: GroupId | null) => EventDecision,
): EventDecision => {
  const existing = state.questions.all.get(question)
  if (!existing || existing.number === 0) return reject('no-such-question')
  if (!isSupportable(existing)) return reject('not-published')
  const person = actor.person as PersonId
  return decide(existing, person, state.people.all.get(person)?.group ?? null)
}

const isSupporting = ({ questions }: State, person: PersonId, question: QuestionId): boolean =>
  questions.supporters.get(question)?.has(person) ?? false
