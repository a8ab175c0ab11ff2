/** The number of questions by outcome, for each part of the agenda that has questions. */
import { answerKinds, declineReasons } from '@rostrum/shared/contract/enums'
import type { SessionRecord } from '@rostrum/shared/contract/record'

type QuestionCounts = SessionRecord['statistics']['questions']

export const countQuestionsBySegment = (
  agenda: SessionRecord['agenda'],
  questions: SessionRecord['questions'],
): SessionRecord['statistics']['questionsBySegment'] =>
  [...agenda.map(({ id }) => id), null].flatMap((segment) => {
    const own = questions.filter((question) => question.segment === segment)
    return own.length === 0 ? [] : [{ segment, ...countOutcomes(own) }]
  })

function countOutcomes(questions: SessionRecord['questions']): QuestionCounts {
  const count = (test: (one: SessionRecord['questions'][number]) => boolean): number => questions.filter(test).length
  const has = (...statuses: readonly string[]): number => count(({ status }) => statuses.includes(status))
  const countEach = <K extends string>(keys: readonly K[], pick: (one: SessionRecord['questions'][number], key: K) => boolean) =>
    Object.fromEntries(keys.map((key) => [key, count((one) => pick(one, key))])) as Record<K, number>
  return {
    received: questions.length,
    pending: has('pending', 'on-hold'),
    published: has('approved', 'answering'),
    merged: has('merged'),
    movedToQueue: has('moved-to-queue'),
    withdrawn: has('withdrawn'),
    declined: countEach(declineReasons, ({ status, reason }, key) => status === 'declined' && reason === key),
    answered: countEach(answerKinds, ({ status, answer }, key) => status === 'answered' && answer === key),
    notReached: has('not-reached'),
  }
}
