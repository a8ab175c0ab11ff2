/** What became of all that was asked: each question counted once, so that the figures add up. */
import { type Answer, answers, type Decline, declines } from '../../contract/enums.ts'
import type { Question, QuestionsState } from '../../contract/questions.ts'
import { audiencePart, remembered } from '../part.ts'

export type QuestionCounts = {
  readonly received: number
  /** With a moderator. */
  readonly pending: number
  /** And not yet settled. */
  readonly published: number
  readonly merged: number
  readonly toFloor: number
  readonly withdrawn: number
  readonly declined: Readonly<Record<Decline, number>>
  readonly answered: Readonly<Record<Answer, number>>
  readonly notReached: number
}

const each = <Key extends string>(keys: readonly Key[], of: (key: Key) => number): Readonly<Record<Key, number>> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>

const countsOf = remembered((all: QuestionsState['all']): QuestionCounts => {
  const count = new Map<string, number>()
  for (const question of all.values()) count.set(fateOf(question), (count.get(fateOf(question)) ?? 0) + 1)
  const of = (fate: string): number => count.get(fate) ?? 0
  return {
    received: all.size,
    pending: of('pending') + of('on-hold'),
    published: of('approved') + of('answering'),
    merged: of('merged'),
    toFloor: of('to-floor'),
    withdrawn: of('withdrawn'),
    declined: each(declines, (reason) => of(`declined ${reason}`)),
    answered: each(answers, (answer) => of(`answered ${answer}`)),
    notReached: of('not-reached'),
  }
})

const fateOf = ({ status, reason, answer }: Question): string =>
  status === 'declined' ? `declined ${reason}` : status === 'answered' ? `answered ${answer}` : status

export const countParts = {
  /** For others than the staff when all is over: until then, what is not published cannot be counted. */
  questionCounts: audiencePart<QuestionCounts>(['questions', 'session'], ({ questions, session }, audience) =>
    audience === 'staff' || session.phase === 'closed' ? countsOf(questions.all) : undefined,
  ),
}
