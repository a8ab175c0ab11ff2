import { isInReview, questionRules } from '../../contract/question-statuses.ts'
import { isEqual } from '../../kernel/equality.ts'
import type { QuestionRow } from '../questions/parts.ts'
import type { SeenChange, TopicMessage } from './seen-change.ts'

/** Lists nothing at the close, which decides all open questions at once: `session.closed` covers them. */
export function listQuestionMessages(change: SeenChange): readonly TopicMessage<'questions'>[] {
  if (change.compare('session')?.to.phase === 'closed') return []
  return change.compareQuestions().flatMap(([id, { from, to }]) => {
    const row = to ?? from
    const type = findType(from, to)
    if (row === undefined || type === null) return []
    // A question that is no longer visible is sent by its id and number only.
    const data = to === undefined ? { question: id, number: row.number } : { question: id, ...to }
    return [{ type, about: row.number > 0 ? `Q${row.number}` : '', data }]
  })
}

function findType(from: QuestionRow | undefined, to: QuestionRow | undefined): TopicMessage<'questions'>['type'] | null {
  if (to === undefined) return from === undefined ? null : 'question.removed'
  if (from === undefined) return isInReview(to) ? 'question.asked' : 'question.published'
  if (isEqual(from, to)) return null
  if (from.status === to.status) return 'question.changed'
  const [before, after] = [questionRules[from.status], questionRules[to.status]]
  if (after.stage === 'answering') return 'question.shown'
  if (after.countsAs === 'answered') return 'question.answered'
  if (after.stage !== 'published') return 'question.changed'
  if (before.stage === 'answering') return 'question.unshown'
  return before.stage === 'review' || before.countsAs === 'declined' ? 'question.published' : 'question.changed'
}
