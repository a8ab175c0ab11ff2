/** The meaning of each status of a question, and the counts by outcome. Without the validator, so that the client can import it. */
import { listKeys, makeRecord } from '../kernel/fields.ts'
import { type AnswerKind, answerKinds, type DeclineReason, declineReasons } from './enums.ts'

type StatusRule = {
  /**
   * `review`: waits for a moderator. `published`: waits for its answer. `answering`: the answer has started. `over`: nothing more is decided.
   */
  readonly stage: 'review' | 'published' | 'answering' | 'over'
  /** True if a moderator has set it aside. It is reviewed after the others. */
  readonly isOnHold: boolean
  /** True if everybody sees it, once it has a number. `if-it-waited`: if it was published and waited for its answer until then. */
  readonly public: boolean | 'if-it-waited'
  /** True if the public record has it, once it had a number. */
  readonly inRecord: boolean
  /** The count that it is in. Declined and answered questions are counted by reason and by kind. */
  readonly countsAs: 'pending' | 'published' | 'merged' | 'movedToQueue' | 'withdrawn' | 'declined' | 'answered' | 'notReached'
  /** True if a step may give it the status. An undo keeps every other status, because somebody has decided it since. */
  readonly byStep: boolean
}

const rules = {
  pending: { stage: 'review', isOnHold: false, public: false, inRecord: false, countsAs: 'pending', byStep: false },
  'on-hold': { stage: 'review', isOnHold: true, public: false, inRecord: false, countsAs: 'pending', byStep: false },
  approved: { stage: 'published', isOnHold: false, public: true, inRecord: true, countsAs: 'published', byStep: true },
  answering: { stage: 'answering', isOnHold: false, public: true, inRecord: true, countsAs: 'published', byStep: true },
  answered: { stage: 'over', isOnHold: false, public: true, inRecord: true, countsAs: 'answered', byStep: true },
  declined: { stage: 'over', isOnHold: false, public: false, inRecord: false, countsAs: 'declined', byStep: false },
  withdrawn: { stage: 'over', isOnHold: false, public: false, inRecord: false, countsAs: 'withdrawn', byStep: false },
  merged: { stage: 'over', isOnHold: false, public: false, inRecord: true, countsAs: 'merged', byStep: false },
  'moved-to-queue': { stage: 'over', isOnHold: false, public: false, inRecord: true, countsAs: 'movedToQueue', byStep: false },
  'not-reached': { stage: 'over', isOnHold: false, public: 'if-it-waited', inRecord: true, countsAs: 'notReached', byStep: true },
} as const satisfies Readonly<Record<string, StatusRule>>

/** Merged: into another question. Moved to the queue: the author is in the queue instead. */
export type QuestionStatus = keyof typeof rules
export const questionStatuses = listKeys(rules)
export const questionRules: Readonly<Record<QuestionStatus, StatusRule>> = rules

type WithStatus = { readonly status: QuestionStatus }
type Ask = (question: WithStatus) => boolean
const isAt =
  (...stages: readonly StatusRule['stage'][]): Ask =>
  ({ status }) =>
    stages.includes(questionRules[status].stage)
const isCountedAs =
  (name: StatusRule['countsAs']): Ask =>
  ({ status }) =>
    questionRules[status].countsAs === name

/** True while a moderator has to decide, also on hold. */
export const isInReview = isAt('review')
export const isOnHold: Ask = ({ status }) => questionRules[status].isOnHold
/** True for a question in review that no moderator has set aside. */
export const canBeHeld: Ask = (question) => isInReview(question) && !isOnHold(question)
/** True from its publication until its answer starts. */
export const awaitsAnswer = isAt('published')
export const isBeingAnswered = isAt('answering')
/** True until the answer begins. Such a question can be merged, declined and moved to the queue. */
export const isOpenQuestion = isAt('review', 'published')
/** True from its publication until the answer is over. */
export const isSupportable = isAt('published', 'answering')
export const isOver = isAt('over')
export const isUnanswered: Ask = (question) => !isOver(question)
export const isAnswered = isCountedAs('answered')
export const isDeclined = isCountedAs('declined')
export const isMerged = isCountedAs('merged')
export const isMovedToQueue = isCountedAs('movedToQueue')
export const isWithdrawn = isCountedAs('withdrawn')

/** The outcome of a question, or its status until then. Each question has one outcome, so their counts add up. */
export type CountedOutcome = Exclude<QuestionStatus, 'declined' | 'answered'> | `declined ${DeclineReason}` | `answered ${AnswerKind}`
export type CountsByOutcome = { readonly [outcome in CountedOutcome]?: number }

type WithOutcome = WithStatus & { readonly reason: DeclineReason | null; readonly answer: AnswerKind | null }

export const getOutcome = ({ status, reason, answer }: WithOutcome): CountedOutcome => {
  if (status === 'declined') return `declined ${reason as DeclineReason}`
  return status === 'answered' ? `answered ${answer as AnswerKind}` : status
}

/** `pending`: waiting for moderation or on hold. `published`: not yet answered. */
export type QuestionCounts = Readonly<Record<'received' | Exclude<StatusRule['countsAs'], 'declined' | 'answered'>, number>> & {
  readonly declined: Readonly<Record<DeclineReason, number>>
  readonly answered: Readonly<Record<AnswerKind, number>>
}

export const countOutcomes = (outcomes: CountsByOutcome): QuestionCounts => {
  const get = (outcome: CountedOutcome): number => outcomes[outcome] ?? 0
  const getAll = (name: StatusRule['countsAs']): number =>
    questionStatuses.reduce(
      (sum, status) => (status !== 'declined' && status !== 'answered' && rules[status].countsAs === name ? sum + get(status) : sum),
      0,
    )
  const getEach = <Key extends string>(keys: readonly Key[], toOutcome: (key: Key) => CountedOutcome) =>
    makeRecord(keys, (key) => get(toOutcome(key)))
  return {
    received: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
    pending: getAll('pending'),
    published: getAll('published'),
    merged: getAll('merged'),
    movedToQueue: getAll('movedToQueue'),
    withdrawn: getAll('withdrawn'),
    declined: getEach(declineReasons, (reason) => `declined ${reason}`),
    answered: getEach(answerKinds, (answer) => `answered ${answer}`),
    notReached: getAll('notReached'),
  }
}
