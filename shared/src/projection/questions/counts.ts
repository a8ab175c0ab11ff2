/** The outcomes of all questions. Each question counts once, so that the figures add up. */

import { type AnswerKind, answerKinds, type DeclineReason, declineReasons } from '../../contract/enums.ts'
import type { CountedOutcome, QuestionsState } from '../../contract/questions.ts'
import { audiences } from '../../contract/roles.ts'
import { memoize } from '../memo.ts'
import { sometimesPart } from '../part.ts'

export type QuestionCounts = {
  readonly received: number
  /** Waiting for moderation or on hold. */
  readonly pending: number
  /** Published and not yet answered. */
  readonly published: number
  readonly merged: number
  readonly movedToQueue: number
  readonly withdrawn: number
  readonly declined: Readonly<Record<DeclineReason, number>>
  readonly answered: Readonly<Record<AnswerKind, number>>
  readonly notReached: number
}

const countEach = <Key extends string>(keys: readonly Key[], getCount: (key: Key) => number): Readonly<Record<Key, number>> =>
  Object.fromEntries(keys.map((key) => [key, getCount(key)])) as Record<Key, number>

const toQuestionCounts = memoize((outcomes: QuestionsState['outcomes']): QuestionCounts => {
  const getCount = (outcome: CountedOutcome): number => outcomes[outcome] ?? 0
  return {
    received: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
    pending: getCount('pending') + getCount('on-hold'),
    published: getCount('approved') + getCount('answering'),
    merged: getCount('merged'),
    movedToQueue: getCount('moved-to-queue'),
    withdrawn: getCount('withdrawn'),
    declined: countEach(declineReasons, (reason) => getCount(`declined ${reason}`)),
    answered: countEach(answerKinds, (answer) => getCount(`answered ${answer}`)),
    notReached: getCount('not-reached'),
  }
})

export const questionCountParts = {
  /** Before the close nobody but the staff may count unpublished questions. */
  questionCounts: sometimesPart(
    'The outcomes of all questions. Audiences other than the staff get this only after the close.',
    audiences,
    ['questions', 'session'],
    ({ questions, session }, audience): QuestionCounts | undefined =>
      audience === 'staff' || session.phase === 'closed' ? toQuestionCounts(questions.outcomes) : undefined,
  ),
}
