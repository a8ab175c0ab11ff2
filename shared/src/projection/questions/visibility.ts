/** Which questions an audience may know of. Until it is published, a question exists for its author and the moderators only. */
import type { QuestionRules } from '../../contract/plan.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import type { Audience } from '../../contract/roles.ts'
import { remembered } from '../part.ts'

/** At the close, what still waited for a moderator stays unpublished, also where it once had been. */
export const isPublished = ({ number, status, before }: Question): boolean =>
  number > 0 &&
  (status === 'approved' || status === 'answering' || status === 'answered' || (status === 'not-reached' && before === 'approved'))

/** The screen of the room shows the one that is being answered. */
export const shownTo = ({ all, current }: QuestionsState, audience: Audience): readonly Question[] => {
  if (audience === 'staff') return [...all.values()]
  if (audience !== 'display') return [...all.values()].filter(isPublished)
  const answering = current === null ? undefined : all.get(current)
  return answering && isPublished(answering) ? [answering] : []
}

type Kept<Made> = { readonly of: readonly unknown[]; readonly made: Made }

/** Made anew only where one of these is another than the last time in that session, so that what nobody touched keeps its identity. */
export const keptWhile = <Seen extends Pick<State, 'questions' | 'session'>, Made>(
  of: (questions: QuestionsState) => readonly unknown[],
  make: (state: Seen, audience: Audience) => Made,
): ((state: Seen, audience: Audience) => Made) => {
  // The rules of a session are one thing from its beginning to its end.
  const ofSession = remembered((_: QuestionRules) => new Map<Audience, Kept<Made>>())
  return (state, audience) => {
    const kept = ofSession(state.session.questions)
    const now = of(state.questions)
    const last = kept.get(audience)
    if (last?.of.every((thing, index) => thing === now[index])) return last.made
    const made = make(state, audience)
    kept.set(audience, { of: now, made })
    return made
  }
}
