/** The questions that an audience may see. Before publication, a question exists for its author and the staff only, whatever their duties. */

import type { QuestionRules } from '../../contract/plan.ts'
import { questionRules } from '../../contract/question-statuses.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import { type Audience, audienceRules } from '../../contract/roles.ts'
import { memoize } from '../memo.ts'

/** True for a published question. */
export const isPublished = ({ number, status, statusBefore }: Question): boolean => {
  const rule = questionRules[status].public
  return number > 0 && (rule === 'if-it-waited' ? statusBefore !== null && questionRules[statusBefore].stage === 'published' : rule)
}

/** True if the audience sees questions that are not published, and what moderators know of each. */
export const seesAll = (audience: Audience): boolean => audienceRules[audience].questions === 'all'

/** Selects the questions that an audience may see. */
export const selectVisible = ({ all, current }: QuestionsState, audience: Audience): readonly Question[] => {
  if (seesAll(audience)) return [...all.values()]
  if (audienceRules[audience].questions === 'published') return [...all.values()].filter(isPublished)
  const answering = current === null ? undefined : all.get(current)
  return answering && isPublished(answering) ? [answering] : []
}

/** True if `selectVisible` selects the question. */
export const isVisibleTo = (question: Question, { current }: QuestionsState, audience: Audience): boolean =>
  seesAll(audience) || (isPublished(question) && (audienceRules[audience].questions === 'published' || question.id === current))

type CachedResult<Made> = { readonly inputs: readonly unknown[]; readonly result: Made }

/** Computes a result again only if an input has changed since the last call for that session. An unchanged result keeps its identity. */
export const memoizeWhile = <Seen extends Pick<State, 'questions' | 'session'>, Made>(
  getInputs: (state: Seen) => readonly unknown[],
  make: (state: Seen, audience: Audience) => Made,
): ((state: Seen, audience: Audience) => Made) => {
  // The rules object remains the same for the whole session, so it can be the cache key.
  const getCache = memoize((_: QuestionRules) => new Map<Audience, CachedResult<Made>>())
  return (state, audience) => {
    const cached = getCache(state.session.questions)
    const inputs = getInputs(state)
    const last = cached.get(audience)
    if (last?.inputs.every((thing, index) => thing === inputs[index])) return last.result
    const result = make(state, audience)
    cached.set(audience, { inputs: inputs, result })
    return result
  }
}
