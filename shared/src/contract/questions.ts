/** Questions: asked, moderated, supported, answered. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { GroupId, PersonId, QuestionId, SegmentId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { type Decline, declines } from './choices.ts'
import { questionId, text } from './fields.ts'
import type { Channel } from './roles.ts'

export const answers = ['live', 'in-writing', 'taken-on-notice'] as const
export type Answer = (typeof answers)[number]

export const questionCommands = {
  'questions.ask': z.strictObject({ text: text(1000) }),
  'questions.withdraw': z.strictObject({ question: questionId }),
  'questions.approve': z.strictObject({ question: questionId }),
  'questions.decline': z.strictObject({ question: questionId, reason: z.enum(declines) }),
  'questions.hold': z.strictObject({ question: questionId }),
  'questions.support': z.strictObject({ question: questionId }),
  'questions.unsupport': z.strictObject({ question: questionId }),
  /** Marks the one to be answered next; null clears it. */
  'questions.queue': z.strictObject({ question: questionId.nullable() }),
  /** Puts it on the screens as now answering; `expectedCurrent` is what the driver sees there. */
  'questions.show': z.strictObject({ question: questionId, expectedCurrent: questionId.nullable() }),
  /** Takes it off the screen, unanswered. */
  'questions.unshow': z.strictObject({ question: questionId }),
  'questions.settle': z.strictObject({ question: questionId, answer: z.enum(answers) }),
}

export type QuestionStatus = 'pending' | 'on-hold' | 'approved' | 'answering' | 'answered' | 'declined' | 'withdrawn' | 'not-reached'

export type Question = {
  readonly id: QuestionId
  /** Q12: stable, given when the question is first published, so that hidden ones cannot be counted. 0 before. */
  readonly number: number
  readonly text: string
  readonly author: PersonId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly segment: SegmentId | null
  readonly askedAt: Instant
  readonly status: QuestionStatus
  readonly reason: Decline | null
  readonly answer: Answer | null
  /** Supporters by group. */
  readonly support: Readonly<Record<GroupId, number>>
  readonly shownAt: Instant | null
  readonly settledAt: Instant | null
}

export type QuestionEvents = {
  'questions.asked': { readonly question: Question }
  'questions.withdrawn': { readonly question: QuestionId }
  'questions.approved': { readonly question: QuestionId }
  'questions.declined': { readonly question: QuestionId; readonly reason: Decline }
  'questions.held': { readonly question: QuestionId }
  'questions.supported': { readonly question: QuestionId; readonly person: PersonId; readonly group: GroupId | null }
  'questions.unsupported': { readonly question: QuestionId; readonly person: PersonId; readonly group: GroupId | null }
  'questions.queued': { readonly question: QuestionId | null }
  'questions.shown': { readonly question: QuestionId }
  'questions.unshown': { readonly question: QuestionId }
  'questions.settled': { readonly question: QuestionId; readonly answer: Answer }
  'questions.not-reached': { readonly questions: readonly QuestionId[] }
  /** A step is taken back: these stand where they stood. */
  'questions.restored': {
    readonly questions: readonly Pick<Question, 'id' | 'status' | 'answer' | 'shownAt' | 'settledAt'>[]
    readonly current: QuestionId | null
    readonly next: QuestionId | null
  }
}

export type QuestionsState = {
  readonly all: Table<QuestionId, Question>
  readonly published: number
  readonly current: QuestionId | null
  readonly next: QuestionId | null
  /** What each person supports: personal, so kept under the person. */
  readonly supports: Table<PersonId, readonly QuestionId[]>
  /** What each person asked. */
  readonly asked: Table<PersonId, readonly QuestionId[]>
}
