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

const hidden: readonly QuestionRow['status'][] = ['pending', 'on-hold', 'declined']

function findType(from: QuestionRow | undefined, to: QuestionRow | undefined): TopicMessage<'questions'>['type'] | null {
  if (to === undefined) return from === undefined ? null : 'question.removed'
  if (from === undefined) return to.status === 'pending' ? 'question.asked' : 'question.published'
  if (isEqual(from, to)) return null
  if (from.status === to.status) return 'question.changed'
  if (to.status === 'answering') return 'question.shown'
  if (to.status === 'answered') return 'question.answered'
  if (to.status !== 'approved') return 'question.changed'
  return from.status === 'answering' ? 'question.unshown' : hidden.includes(from.status) ? 'question.published' : 'question.changed'
}
