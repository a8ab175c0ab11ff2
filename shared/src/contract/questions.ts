/** Questions: asked, moderated, supported, answered. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { type Answer, answers, type Decline, declines, type Moderation, moderations } from './enums.ts'
import { line, personId, questionId, receipt, segmentId, text } from './field-schemas.ts'
import type { GroupId, PersonId, QuestionId, SegmentId } from './ids.ts'
import type { Channel } from './roles.ts'

const question = { question: questionId }

export const questionCommands = {
  /** `receipt`: where authors are not kept, a secret of the device by which alone the question can be taken back; null elsewhere. */
  'questions.ask': z.strictObject({ text: text(1000), receipt: receipt.nullable() }),
  'questions.withdraw': z.strictObject(question),
  /** The same for a question whose author is not kept. */
  'questions.take-back': z.strictObject({ ...question, receipt }),
  'questions.approve': z.strictObject(question),
  /** All that are still undecided among these. */
  'questions.approve-all': z.strictObject({ questions: z.array(questionId).min(1).max(100) }),
  'questions.decline': z.strictObject({ ...question, reason: z.enum(declines) }),
  'questions.hold': z.strictObject(question),
  /** A declined one is undecided again. */
  'questions.reopen': z.strictObject(question),
  /** What was asked is kept beside it; `expectedText` is what the moderator had before them. */
  'questions.edit': z.strictObject({ ...question, text: text(1000), expectedText: text(1000) }),
  /** The part of the agenda that it is about, and free labels. */
  'questions.label': z.strictObject({ ...question, segment: segmentId.nullable(), tags: z.array(line(24)).max(5) }),
  /** `question` is asked with `into`, which counts the supporters of both, each once. */
  'questions.merge': z.strictObject({ into: questionId, ...question }),
  'questions.unmerge': z.strictObject(question),
  'questions.support': z.strictObject(question),
  'questions.unsupport': z.strictObject(question),
  /** Marks the one to be answered next; null clears it. */
  'questions.queue': z.strictObject({ question: questionId.nullable() }),
  /** Asks a panellist to take it, who is then the one who answers it; null asks nobody. */
  'questions.put': z.strictObject({ ...question, to: personId.nullable() }),
  /** Puts it on the screens as now answering; `expectedCurrent` is what the driver sees there. */
  'questions.show': z.strictObject({ ...question, expectedCurrent: questionId.nullable() }),
  /** Takes it off the screen, unanswered. */
  'questions.unshow': z.strictObject(question),
  'questions.settle': z.strictObject({ ...question, answer: z.enum(answers) }),
  /** Its author stands in the floor list instead, by the time at which it was asked. */
  'questions.to-floor': z.strictObject(question),
  /** Whether a moderator sees questions before they are published, from now on. */
  'questions.moderate': z.strictObject({ moderation: z.enum(moderations), expectedModeration: z.enum(moderations) }),
}

export type QuestionStatus =
  | 'pending'
  | 'on-hold'
  | 'approved'
  | 'answering'
  | 'answered'
  | 'declined'
  | 'withdrawn'
  | 'merged' // asked with another
  | 'to-floor' // its author asks for the floor instead
  | 'not-reached'

/** What a moderator did last, so that a second one is told what the first did. */
export type Decided = {
  readonly what: 'approved' | 'declined' | 'held' | 'reopened' | 'edited' | 'merged' | 'to-floor'
  readonly by: PersonId
  readonly at: Instant
}

/** Who asked. Null, as a whole, where authors are not kept. */
export type Author = { readonly person: PersonId; readonly entity: string; readonly group: GroupId | null; readonly channel: Channel }

export type Question = {
  readonly id: QuestionId
  /** Q12: stable, given when the question is first published, so that hidden ones cannot be counted. 0 before. */
  readonly number: number
  readonly text: string
  /** As it was asked, where a moderator has changed it. */
  readonly original: string | null
  readonly author: Author | null
  /** Proof against the receipt of the device: a digest, from which the receipt cannot be told. */
  readonly proof: string | null
  readonly segment: SegmentId | null
  readonly tags: readonly string[]
  readonly askedAt: Instant
  readonly status: QuestionStatus
  readonly reason: Decline | null
  readonly answer: Answer | null
  /** Asked with this one. */
  readonly into: QuestionId | null
  /** What it was before it was merged, and is again when it is not; for one that was not reached, what it was at the close. */
  readonly before: QuestionStatus | null
  /** The panellist who was asked to take it. */
  readonly to: PersonId | null
  readonly decided: Decided | null
  readonly shownAt: Instant | null
  readonly settledAt: Instant | null
}

export type QuestionEvents = {
  'questions.asked': { readonly question: Question }
  'questions.withdrawn': { readonly question: QuestionId }
  'questions.approved': { readonly question: QuestionId; readonly by: PersonId | null }
  'questions.declined': { readonly question: QuestionId; readonly reason: Decline; readonly by: PersonId }
  'questions.held': { readonly question: QuestionId; readonly by: PersonId }
  'questions.reopened': { readonly question: QuestionId; readonly by: PersonId }
  'questions.edited': { readonly question: QuestionId; readonly text: string; readonly by: PersonId }
  'questions.labelled': { readonly question: QuestionId; readonly segment: SegmentId | null; readonly tags: readonly string[] }
  'questions.merged': { readonly into: QuestionId; readonly question: QuestionId; readonly by: PersonId }
  'questions.unmerged': { readonly question: QuestionId }
  'questions.supported': { readonly question: QuestionId; readonly person: PersonId; readonly group: GroupId | null }
  'questions.unsupported': { readonly question: QuestionId; readonly person: PersonId; readonly group: GroupId | null }
  'questions.queued': { readonly question: QuestionId | null }
  'questions.put': { readonly question: QuestionId; readonly to: PersonId | null }
  'questions.shown': { readonly question: QuestionId }
  'questions.unshown': { readonly question: QuestionId }
  'questions.settled': { readonly question: QuestionId; readonly answer: Answer }
  'questions.left-for-floor': { readonly question: QuestionId; readonly by: PersonId }
  'questions.moderated': { readonly moderation: Moderation }
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
  /** As the plan had it, until it is switched. */
  readonly moderation: Moderation
  readonly published: number
  readonly current: QuestionId | null
  readonly next: QuestionId | null
  /** Who supports each question itself, with the group that they support it for; those of merged ones stay theirs. */
  readonly supporters: Table<QuestionId, Table<PersonId, GroupId | null>>
  /** What each person supports: personal, so kept under the person. */
  readonly supports: Table<PersonId, readonly QuestionId[]>
  /** What each person asked. */
  readonly asked: Table<PersonId, readonly QuestionId[]>
  /** Those that are asked with each. One that is itself asked with another remembers those that came with it. */
  readonly merged: Table<QuestionId, readonly QuestionId[]>
}
