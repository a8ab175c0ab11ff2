/** Support: one a person, not on one's own, as long as the question can still be answered. */

import type { GroupId, PersonId, QuestionId } from '../../contract/ids.ts'
import type { Question, questionCommands } from '../../contract/questions.ts'
import type { Decide, Event, State } from '../../contract/registry.ts'
import type { Actor } from '../../contract/roles.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'

export const supportDecide: Pick<Decide<typeof questionCommands>, 'questions.support' | 'questions.unsupport'> = {
  'questions.support': (state, { question }, { actor }) =>
    supportable(state, question, actor, ({ author }, person, group) => {
      if (author?.person === person) return reject('own-question')
      return supports(state, person, question) ? nothing : accept<Event>({ type: 'questions.supported', data: { question, person, group } })
    }),

  'questions.unsupport': (state, { question }, { actor }) =>
    supportable(state, question, actor, (_, person, group) =>
      supports(state, person, question) ? accept<Event>({ type: 'questions.unsupported', data: { question, person, group } }) : nothing,
    ),
}

/** To whoever may not know of it, a question that is not published does not exist. */
const supportable = (
  state: State,
  question: QuestionId,
  actor: Actor,
  decide: (found: Question, person: PersonId, group: GroupId | null) => Decision<Event>,
): Decision<Event> => {
  const there = state.questions.all.get(question)
  if (!there || there.number === 0) return reject('no-such-question')
  if (there.status !== 'approved' && there.status !== 'answering') return reject('not-published')
  const person = actor.person as PersonId
  return decide(there, person, state.people.all.get(person)?.group ?? null)
}

const supports = ({ questions }: State, person: PersonId, question: QuestionId): boolean =>
  questions.supporters.get(question)?.has(person) ?? false
