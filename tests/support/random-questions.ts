/** Fills in the commands of the questions for random people. */
import { declineReasons, moderationModes } from '@rostrum/shared/contract/enums'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { CommandType, State } from '@rostrum/shared/contract/registry'
import { toReceipt } from './given.ts'
import { type DataMakers, listSegmentIds, makeExpectation, pick, pickId, type Roll } from './random-roll.ts'

const makeText = (what: number, more: number, written: string | null): string =>
  more % 23 === 3 ? 'x'.repeat(500) : (written ?? `Question ${what}?`)
export const pickQuestion = ({ questions }: State, { what }: Pick<Roll, 'what'>, ...statuses: readonly string[]) => {
  const some = [...questions.all.values()].filter(({ status }) => what % 5 === 0 || statuses.includes(status)).map(({ id }) => id)
  return { question: pickId(some.length > 0 ? some : [...questions.all.keys()], what) }
}

export const questionDataMakers: DataMakers<Extract<CommandType, `questions.${string}`>> = {
  'questions.ask': (_, { what, more }, __, written) => ({
    text: makeText(what, more, written),
    receipt: more % 6 === 1 ? null : toReceipt('device'),
  }),
  'questions.withdraw-with-receipt': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved', 'on-hold', 'merged'),
    receipt: toReceipt(roll.more % 5 === 2 ? 'other' : 'device'),
  }),
  'questions.withdraw': (state, roll) => pickQuestion(state, roll, 'pending', 'approved', 'on-hold', 'merged'),
  'questions.approve': (state, roll) => pickQuestion(state, roll, 'pending', 'on-hold'),
  'questions.decide-all': (state, { what, more }) => {
    const questions = [what, more, what + more].map((one) => pickQuestion(state, { what: one }, 'pending', 'on-hold').question)
    const { question: into } = pickQuestion(state, { what: more }, 'pending', 'approved')
    const reason = pick(declineReasons, more) ?? 'off-topic'
    const segment = more % 4 === 0 ? null : pickId(listSegmentIds(state), more)
    const decisions = [
      { kind: 'approve' },
      { kind: 'hold' },
      { kind: 'decline', reason },
      { kind: 'about', segment },
      { kind: 'merge', into },
    ] as const
    return { questions, decision: pick(decisions, what) ?? decisions[0] }
  },
  'questions.decline': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved'),
    reason: pick(declineReasons, roll.more) ?? 'off-topic',
  }),
  'questions.reopen': (state, roll) => pickQuestion(state, roll, 'declined'),
  'questions.edit': (state, roll, _, written) => {
    const one = pickQuestion(state, roll, 'pending', 'approved', 'on-hold', 'answering')
    const found = state.questions.all.get(one.question)
    const text = (roll.more % 5 === 3 ? found?.original : null) ?? makeText(roll.what, roll.more, written)
    return { ...one, text, expectedText: makeExpectation(found?.text ?? 'Why?', roll, 'Something else?') }
  },
  'questions.label': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved'),
    segment: roll.more % 4 === 0 ? null : pickId(listSegmentIds(state), roll.more),
    tags: ['Access', 'Skills', 'Access'].slice(0, roll.who % 4),
  }),
  'questions.merge': (state, { what, more }) => ({
    into: pickQuestion(state, { what }, 'pending', 'approved', 'on-hold').question,
    ...pickQuestion(state, { what: more }, 'pending', 'approved', 'on-hold'),
  }),
  'questions.unmerge': (state, roll) => pickQuestion(state, roll, 'merged'),
  'questions.assign': (state, roll) => ({
    ...pickQuestion(state, roll, 'pending', 'approved', 'answering', 'answered'),
    assignee: roll.more % 5 === 0 ? null : ((roll.more % 5 === 1 ? 'gov-1' : 'panel') as PersonId),
  }),
  'questions.move-to-queue': (state, roll) => pickQuestion(state, roll, 'pending', 'approved', 'on-hold'),
  'questions.set-moderation': (state, roll) => ({
    moderation: pick(moderationModes, roll.what) ?? 'before',
    expectedModeration: makeExpectation(state.questions.moderation, roll, 'none'),
  }),
  'questions.hold': (state, roll) => pickQuestion(state, roll, 'pending', 'on-hold'),
  'questions.support': (state, roll) => pickQuestion(state, roll, 'approved', 'answering'),
  'questions.unsupport': (state, roll) => pickQuestion(state, roll, 'approved', 'answering'),
  'questions.set-next': (state, roll) => (roll.more % 4 === 0 ? { question: null } : pickQuestion(state, roll, 'approved')),
  'questions.show': (state, roll) => ({
    ...pickQuestion(state, roll, 'approved'),
    expectedCurrent: makeExpectation(state.questions.current, roll, null),
  }),
  'questions.unshow': (state, roll) => pickQuestion(state, roll, 'answering'),
  'questions.mark-answered': (state, roll) => ({
    ...pickQuestion(state, roll, 'answering', 'approved'),
    answer: pick(['live', 'in-writing', 'taken-on-notice'] as const, roll.more) ?? 'live',
  }),
}
