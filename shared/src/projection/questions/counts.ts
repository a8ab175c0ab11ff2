/** The outcomes of all questions. Each question counts once, so that the figures add up. */
import { countOutcomes, type QuestionCounts } from '../../contract/question-statuses.ts'
import { memoize } from '../memo.ts'
import { everyone, sometimesPart } from '../part.ts'
import { seesAll } from './visibility.ts'

const toQuestionCounts = memoize(countOutcomes)

export const questionCountParts = {
  /** Before the close only an audience that sees all questions may count those that are not published. */
  questionCounts: sometimesPart(
    'The outcomes of all questions. Audiences other than the staff get this only after the close.',
    everyone,
    ['questions', 'session'],
    ({ questions, session }, audience): QuestionCounts | undefined =>
      seesAll(audience) || session.phase === 'closed' ? toQuestionCounts(questions.outcomes) : undefined,
  ),
}
