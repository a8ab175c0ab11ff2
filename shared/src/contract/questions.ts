/** Questions: asked, moderated, supported, answered. */

import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import type { Channel } from './channels.ts'
import { defineCommand, final, undoable } from './command.ts'
import { type AnswerKind, answerKinds, type DeclineReason, declineReasons, type ModerationMode, moderationModes } from './enums.ts'
import { multilineText, personIdSchema, questionIdSchema, receiptSchema, segmentIdSchema, singleLineText } from './field-schemas.ts'
import type { GroupId, PersonId, QuestionId, SegmentId } from './ids.ts'
import { maxQuestionsDecided, maxTagLength, maxTags } from './lengths.ts'
import type { CountsByOutcome, QuestionStatus } from './question-statuses.ts'

const questionField = { question: questionIdSchema }

export const questionCommands = {
  'questions.ask': defineCommand(
    'Asks a question. `receipt`: if authors are not recorded, a secret of the device, without which the question cannot be withdrawn. Otherwise null.',
    z.strictObject({ text: multilineText(1000), receipt: receiptSchema.nullable() }),
    {
      ...final,
      rate: 'question',
      author: 'anonymizable',
    },
  ),
  'questions.withdraw': defineCommand('Withdraws the sender’s own question.', z.strictObject(questionField), final),
  'questions.withdraw-with-receipt': defineCommand(
    'Withdraws a question whose author is not recorded.',
    z.strictObject({ ...questionField, receipt: receiptSchema }),
    {
      ...final,
      author: 'anonymizable',
    },
  ),
  'questions.approve': defineCommand('Approves a question, so that everybody sees it.', z.strictObject(questionField), final),
  'questions.decide-all': defineCommand(
    'Decides on those of these questions that still wait for moderation. `about`: sets the segment that they are about, and keeps their tags. `merge`: merges them into another question.',
    z.strictObject({
      questions: z.array(questionIdSchema).min(1).max(maxQuestionsDecided),
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('approve') }),
        z.strictObject({ kind: z.literal('hold') }),
        z.strictObject({ kind: z.literal('decline'), reason: z.enum(declineReasons) }),
        z.strictObject({ kind: z.literal('about'), segment: segmentIdSchema.nullable() }),
        z.strictObject({ kind: z.literal('merge'), into: questionIdSchema }),
      ]),
    }),
    final,
  ),
  'questions.decline': defineCommand(
    'Declines a question, with a reason.',
    z.strictObject({ ...questionField, reason: z.enum(declineReasons) }),
    final,
  ),
  'questions.hold': defineCommand('Puts a question on hold.', z.strictObject(questionField), final),
  'questions.reopen': defineCommand('Returns a declined question to moderation.', z.strictObject(questionField), final),
  'questions.edit': defineCommand(
    'Changes the text of a question. The original text is stored too; `expectedText` is the text that the sender sees.',
    z.strictObject({ ...questionField, text: multilineText(1000), expectedText: multilineText(1000) }),
    final,
  ),
  'questions.label': defineCommand(
    'Sets the segment that a question is about, and free tags.',
    z.strictObject({ ...questionField, segment: segmentIdSchema.nullable(), tags: z.array(singleLineText(maxTagLength)).max(maxTags) }),
    final,
  ),
  'questions.merge': defineCommand(
    'Merges `question` into `into`, which then counts the supporters of both, each person once.',
    z.strictObject({ into: questionIdSchema, ...questionField }),
    final,
  ),
  'questions.unmerge': defineCommand('Takes a question out of the one into which it was merged.', z.strictObject(questionField), final),
  'questions.support': defineCommand('Supports a question.', z.strictObject(questionField), { ...final, rate: 'support' }),
  'questions.unsupport': defineCommand('Takes the support of a question back.', z.strictObject(questionField), {
    ...final,
    rate: 'support',
  }),
  'questions.set-next': defineCommand(
    'Marks the question to be answered next; null clears the mark.',
    z.strictObject({ question: questionIdSchema.nullable() }),
    final,
  ),
  'questions.assign': defineCommand(
    'Assigns a question to a panellist, who then counts as the one who answers it; null removes the assignee.',
    z.strictObject({ ...questionField, assignee: personIdSchema.nullable() }),
    final,
  ),
  'questions.show': defineCommand(
    'Shows a question on the screens as being answered; `expectedCurrent` is the question that the sender sees there.',
    z.strictObject({ ...questionField, expectedCurrent: questionIdSchema.nullable() }),
    undoable,
  ),
  'questions.unshow': defineCommand('Takes a question off the screens without an answer.', z.strictObject(questionField), undoable),
  'questions.mark-answered': defineCommand(
    'Records how a question was answered.',
    z.strictObject({ ...questionField, answer: z.enum(answerKinds) }),
    undoable,
  ),
  'questions.move-to-queue': defineCommand(
    'Moves the author of a question to the queue instead, with the time at which the question was asked.',
    z.strictObject(questionField),
    final,
  ),
  'questions.set-moderation': defineCommand(
    'Sets whether new questions wait for a moderator before publication.',
    z.strictObject({ moderation: z.enum(moderationModes), expectedModeration: z.enum(moderationModes) }),
    final,
  ),
}

/** Reasons why a command of this feature is refused. */
export const questionRejections = [
  'no-such-question',
  'own-question',
  'receipt-needed', // authors are not recorded, and the device sent no receipt with which the question could be withdrawn
  'question-limit', // its author has as many open questions as the session allows
  'author-unknown', // no author who could join the queue is recorded
  'author-hidden', // the question was published without its author, and the request for the floor would name them
  'not-published',
  'wrong-status', // not possible for a question with this status
] as const

/** The last action of a moderator, so that a second moderator sees what the first one did. */
export type ModerationAction = {
  readonly action: 'approved' | 'declined' | 'held' | 'reopened' | 'edited' | 'merged' | 'moved-to-queue'
  readonly by: PersonId
  readonly at: Instant
}

/** The author. Null as a whole if authors are not recorded. */
export type Author = { readonly person: PersonId; readonly entity: string; readonly group: GroupId | null; readonly channel: Channel }

export type Question = {
  readonly id: QuestionId
  /** For "Q12". 0 until the first publication, so that nobody can count unpublished questions; fixed after it. */
  readonly number: number
  readonly text: string
  /** The text as it was asked, if a moderator has changed it. */
  readonly original: string | null
  readonly author: Author | null
  /** The digest of the device's receipt. It verifies the receipt and does not reveal it. */
  readonly receiptDigest: string | null
  readonly segment: SegmentId | null
  readonly tags: readonly string[]
  readonly askedAt: Instant
  readonly status: QuestionStatus
  readonly reason: DeclineReason | null
  readonly answer: AnswerKind | null
  /** The question that this one is merged into. */
  readonly mergedInto: QuestionId | null
  /**
   * The status before the merge, which a separation restores. For a question that was not reached or moved to the queue: its status until
   * then.
   */
  readonly statusBefore: QuestionStatus | null
  /** The panellist that it is assigned to. */
  readonly assignee: PersonId | null
  readonly lastAction: ModerationAction | null
  readonly shownAt: Instant | null
  readonly closedAt: Instant | null
}

export type QuestionEvents = {
  'questions.asked': { readonly question: Question }
  'questions.withdrawn': { readonly question: QuestionId }
  'questions.approved': { readonly question: QuestionId; readonly by: PersonId | null }
  'questions.declined': { readonly question: QuestionId; readonly reason: DeclineReason; readonly by: PersonId }
  'questions.held': { readonly question: QuestionId; readonly by: PersonId }
  'questions.reopened': { readonly question: QuestionId; readonly by: PersonId }
  'questions.edited': { readonly question: QuestionId; readonly text: string; readonly by: PersonId }
  'questions.labelled': { readonly question: QuestionId; readonly segment: SegmentId | null; readonly tags: readonly string[] }
  'questions.merged': { readonly into: QuestionId; readonly question: QuestionId; readonly by: PersonId }
  'questions.unmerged': { readonly question: QuestionId }
  'questions.supported': { readonly question: QuestionId; readonly person: PersonId; readonly group: GroupId | null }
  'questions.unsupported': { readonly question: QuestionId; readonly person: PersonId; readonly group: GroupId | null }
  'questions.next-set': { readonly question: QuestionId | null }
  'questions.assigned': { readonly question: QuestionId; readonly assignee: PersonId | null }
  'questions.shown': { readonly question: QuestionId }
  'questions.unshown': { readonly question: QuestionId }
  'questions.answered': { readonly question: QuestionId; readonly answer: AnswerKind }
  'questions.moved-to-queue': { readonly question: QuestionId; readonly by: PersonId }
  'questions.moderation-set': { readonly moderation: ModerationMode }
  'questions.not-reached': { readonly questions: readonly QuestionId[] }
  /** Undoes a step: these questions have their earlier status again. */
  'questions.restored': {
    readonly questions: readonly Pick<Question, 'id' | 'status' | 'answer' | 'shownAt' | 'closedAt'>[]
    readonly current: QuestionId | null
    readonly next: QuestionId | null
  }
}

/** The number of distinct people, in all and from each group. */
export type SupportCount = { readonly total: number; readonly groups: Readonly<Record<GroupId, number>> }

export type QuestionsState = {
  readonly all: Table<QuestionId, Question>
  /** As planned, until a moderator changes it. */
  readonly moderation: ModerationMode
  readonly publishedCount: number
  readonly current: QuestionId | null
  readonly next: QuestionId | null
  /** The supporters of each question, each with their group at that time. A merged question keeps its own supporters. */
  readonly supporters: Table<QuestionId, Table<PersonId, GroupId | null>>
  /**
   * The number of supporters of each question, without its author. Supporters of questions merged into it count too. A question without
   * support has no entry.
   */
  readonly support: Table<QuestionId, SupportCount>
  /** The number of questions with each outcome. */
  readonly outcomes: CountsByOutcome
  /** The questions that each person supports. By person, because only that person sees them. */
  readonly bySupporter: Table<PersonId, readonly QuestionId[]>
  /** The questions that each person asked. */
  readonly byAuthor: Table<PersonId, readonly QuestionId[]>
  /** The questions merged into each question. A merged question still remembers the questions that had been merged into it. */
  readonly merged: Table<QuestionId, readonly QuestionId[]>
}
