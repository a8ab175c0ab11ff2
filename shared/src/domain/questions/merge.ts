/** Duplicates are asked with one of them, in one flat group, and can be separated again exactly as they were. */

import type { PersonId, QuestionId } from '../../contract/ids.ts'
import type { Question, QuestionsState, questionCommands } from '../../contract/questions.ts'
import type { Decide, Event, State } from '../../contract/registry.ts'
import { accept, reject } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { whileMeeting } from '../phase-guards.ts'
import { inStatus, open } from './status.ts'

export const mergeDecide: Pick<Decide<typeof questionCommands>, 'questions.merge' | 'questions.unmerge'> = {
  'questions.merge': (state, { into, question }, { actor }) =>
    inStatus(state, into, open, () =>
      inStatus(state, question, open, () =>
        into === question
          ? reject('not-decided-here')
          : accept<Event>({ type: 'questions.merged', data: { into, question, by: actor.person as PersonId } }),
      ),
    ),

  'questions.unmerge': (state, { question }) =>
    whileMeeting(state, () => inStatus(state, question, ['merged'], () => accept(separation(question)))),
}

const separation = (question: QuestionId): Event => ({ type: 'questions.unmerged', data: { question } })

/** Before a question leaves: those that are asked with it come back, each with those that came with it. */
export const withItsOwn = ({ questions }: State, host: QuestionId): readonly Event[] => {
  if (questions.all.get(host)?.status === 'merged') return []
  const all = namesIn(questions, host)
  const brought = new Set(all.flatMap((id) => namesIn(questions, id)))
  return all.filter((id) => !brought.has(id)).map(separation)
}

const namesIn = ({ merged }: QuestionsState, host: QuestionId): readonly QuestionId[] => merged.get(host) ?? []

const changed = (questions: QuestionsState, ids: readonly QuestionId[], how: (was: Question) => Partial<Question>): QuestionsState['all'] =>
  questions.all.withMutations((all) => {
    for (const id of ids) {
      const was = all.get(id)
      if (was) all.set(id, { ...was, ...how(was) })
    }
  })

export const mergedInto = (
  questions: QuestionsState,
  into: QuestionId,
  question: QuestionId,
  by: PersonId,
  at: Instant,
): QuestionsState => {
  const brought = namesIn(questions, question)
  const going = { ...questions, all: changed(questions, brought, () => ({ into })) }
  return {
    ...questions,
    all: changed(going, [question], ({ status }) => ({ status: 'merged', into, before: status, decided: { what: 'merged', by, at } })),
    merged: questions.merged.set(into, [...namesIn(questions, into), question, ...brought]),
    next: questions.next === question ? null : questions.next,
  }
}

/** As it was before, and with it those that it had brought. */
export const separatedFrom = (questions: QuestionsState, question: QuestionId): QuestionsState => {
  const brought = namesIn(questions, question)
  const back = { ...questions, all: changed(questions, brought, () => ({ into: question })) }
  return {
    ...questions,
    all: changed(back, [question], ({ before }) => ({ status: before ?? 'pending', into: null, before: null, decided: null })),
    merged: without(questions, question, [question, ...brought]),
  }
}

/** It leaves alone; whatever it had brought stays with the host. */
export const gone = (questions: QuestionsState, question: QuestionId): QuestionsState => ({
  ...questions,
  all: changed(questions, [question], () => ({ into: null, before: null })),
  merged: without(questions, question, [question]).delete(question),
})

/** Neither its host nor anybody else in the group counts these among theirs. */
const without = (questions: QuestionsState, question: QuestionId, leaving: readonly QuestionId[]): QuestionsState['merged'] => {
  const host = questions.all.get(question)?.into
  if (!host) return questions.merged
  return questions.merged.withMutations((merged) => {
    for (const holder of [host, ...namesIn(questions, host)]) {
      const names = merged.get(holder)
      if (!names || leaving.includes(holder)) continue
      const left = names.filter((name) => !leaving.includes(name))
      if (left.length === 0) merged.delete(holder)
      else if (left.length < names.length) merged.set(holder, left)
    }
  })
}
