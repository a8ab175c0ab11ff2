/** The outcomes of all questions. Each question counts once, so that the figures add up. */
import { countOutcomes, type QuestionCounts } from '../../contract/question-statuses.ts'
import type { State } from '../../contract/registry.ts'
import type { Audience } from '../../contract/roles.ts'
import { memoize } from '../memo.ts'
import { everyone, sometimesPart } from '../part.ts'
import { seesAll } from './visibility.ts'

const toQuestionCounts = memoize(countOutcomes)

export const questionCountParts = {
  questionCounts: sometimesPart(
    'The outcomes of all questions, for an audience that sees all questions.',
    everyone,
    ['questions'],
    ({ questions }, audience): QuestionCounts | undefined => (seesAll(audience) ? toQuestionCounts(questions.outcomes) : undefined),
  ),
}

/**
 * In no log, because it follows from the time. A close that is taken back leaves questions that nobody has published, so their count
 * waits until the close is final.
 */
export type FinalCounts = { readonly finalQuestionCounts?: QuestionCounts }

export const makeFinalCounts = ({ questions }: Pick<State, 'questions'>, audience: Audience): FinalCounts =>
  seesAll(audience) ? {} : { finalQuestionCounts: toQuestionCounts(questions.outcomes) }
