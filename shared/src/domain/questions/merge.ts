/** Merging duplicates. The merged questions of a host form one flat group. Separating restores them exactly as they were. */

import type { PersonId, QuestionId } from '../../contract/ids.ts'
import { isMerged, isOpenQuestion } from '../../contract/question-statuses.ts'
import type { QuestionsState, questionCommands } from '../../contract/questions.ts'
import type { Deciders, Event, State } from '../../contract/registry.ts'
import { accept, reject } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { requireInSession } from '../phase-guards.ts'
import { requireStatus } from './status.ts'
import { changeQuestions, recountSupport } from './tallies.ts'

export const mergeDeciders: Pick<Deciders<typeof questionCommands>, 'questions.merge' | 'questions.unmerge'> = {
  'questions.merge': (state, { into, question }, { actor }) =>
    requireStatus(state, into, isOpenQuestion, () =>
      requireStatus(state, question, isOpenQuestion, () =>
        into === question
          ? reject('wrong-status')
          : accept<Event>({ type: 'questions.merged', data: { into, question, by: actor.person as PersonId } }),
      ),
    ),

  'questions.unmerge': (state, { question }) =>
    requireInSession(state, () => requireStatus(state, question, isMerged, () => accept(makeSeparation(question)))),
}

const makeSeparation = (question: QuestionId): Event => ({ type: 'questions.unmerged', data: { question } })

/** Separates the merged questions of a host before it leaves. Questions that they had brought remain merged into them. */
export const separateMerged = ({ questions }: State, host: QuestionId): readonly Event[] => {
  const existing = questions.all.get(host)
  if (existing && isMerged(existing)) return []
  const all = getMergedIds(questions, host)
  const brought = new Set(all.flatMap((id) => getMergedIds(questions, id)))
  return all.filter((id) => !brought.has(id)).map(makeSeparation)
}

const getMergedIds = ({ merged }: QuestionsState, host: QuestionId): readonly QuestionId[] => merged.get(host) ?? []

export const mergeQuestion = (
  questions: QuestionsState,
  into: QuestionId,
  question: QuestionId,
  by: PersonId,
  at: Instant,
): QuestionsState => {
  const brought = getMergedIds(questions, question)
  const going = changeQuestions(questions, brought, () => ({ mergedInto: into }))
  const gone = changeQuestions(going, [question], ({ status }) => ({
    status: 'merged',
    mergedInto: into,
    statusBefore: status,
    lastAction: { action: 'merged', by, at },
  }))
  const merged = {
    ...gone,
    merged: questions.merged.set(into, [...getMergedIds(questions, into), question, ...brought]),
    next: questions.next === question ? null : questions.next,
  }
  return recountSupport(merged, [into, question])
}

/** Restores a question as it was before the merge, with the questions that it had brought. */
export const separateQuestion = (questions: QuestionsState, question: QuestionId): QuestionsState => {
  const brought = getMergedIds(questions, question)
  const host = questions.all.get(question)?.mergedInto
  const back = changeQuestions(questions, brought, () => ({ mergedInto: question }))
  const separated = changeQuestions(back, [question], ({ statusBefore }) => ({
    status: statusBefore ?? 'pending',
    mergedInto: null,
    statusBefore: null,
    lastAction: null,
  }))
  const left = { ...separated, merged: removeFromGroup(questions, question, [question, ...brought]) }
  return recountSupport(left, host ? [host, question] : [question])
}

/** Removes only this question from its group. The questions that it had brought stay with the host. */
export const leaveMergeGroup = (questions: QuestionsState, question: QuestionId): QuestionsState => {
  const host = questions.all.get(question)?.mergedInto
  const left = {
    ...changeQuestions(questions, [question], () => ({ mergedInto: null, statusBefore: null })),
    merged: removeFromGroup(questions, question, [question]).delete(question),
  }
  return recountSupport(left, host ? [host, question] : [question])
}

/** Removes the leaving questions from the lists of the host and of all other members of the group. */
const removeFromGroup = (questions: QuestionsState, question: QuestionId, leaving: readonly QuestionId[]): QuestionsState['merged'] => {
  const host = questions.all.get(question)?.mergedInto
  if (!host) return questions.merged
  return questions.merged.withMutations((merged) => {
    for (const holder of [host, ...getMergedIds(questions, host)]) {
      const names = merged.get(holder)
      if (!names || leaving.includes(holder)) continue
      const left = names.filter((name) => !leaving.includes(name))
      if (left.length === 0) merged.delete(holder)
      else if (left.length < names.length) merged.set(holder, left)
    }
  })
}
