/** The outcomes of all questions. Each question counts once, so that the figures add up. */
import { countOutcomes, type QuestionCounts } from '../../contract/question-statuses.ts'
import { memoize } from '../memo.ts'
import { everyone, sometimesPart } from '../part.ts'

const toQuestionCounts = memoize(countOutcomes)

export const questionCountParts = {
  /** Before the close nobody but the staff may count unpublished questions. */
  questionCounts: sometimesPart(
    'The outcomes of all questions. Audiences other than the staff get this only after the close.',
    everyone,
    ['questions', 'session'],
    ({ questions, session }, audience): QuestionCounts | undefined =>
      audience === 'staff' || session.phase === 'closed' ? toQuestionCounts(questions.outcomes) : undefined,
  ),
}
