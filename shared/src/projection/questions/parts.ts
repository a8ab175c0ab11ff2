/** Questions, as each audience may know them. */
import type { Answer, Attribution, Decline } from '../../contract/enums.ts'
import type { GroupId, PersonId, QuestionId, SegmentId } from '../../contract/ids.ts'
import type { PeopleState } from '../../contract/people.ts'
import type { Decided, Question, QuestionStatus, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import type { Audience, Channel } from '../../contract/roles.ts'
import type { Instant } from '../../kernel/time.ts'
import { audiencePart, type Rows, remembered, rows } from '../part.ts'
import { keptWhile, shownTo } from './visibility.ts'

export type QuestionRow = {
  readonly number: number
  readonly text: string
  /** By a moderator. */
  readonly edited: boolean
  /** Null where authors are hidden from the room, and where they are not kept. */
  readonly from: { readonly entity: string; readonly group: GroupId | null; readonly channel: Channel } | null
  readonly segment: SegmentId | null
  readonly status: QuestionStatus
  readonly answer: Answer | null
  /** How many others are asked with it; to others than the staff, of those that had been published. */
  readonly merged: number
  /** Of the desk and the Chair only. */
  readonly desk?: DeskRow
}

export type DeskRow = {
  readonly askedAt: Instant
  readonly reason: Decline | null
  readonly original: string | null
  readonly tags: readonly string[]
  readonly into: QuestionId | null
  readonly decided: { readonly what: Decided['what']; readonly role: 'chair' | 'secretariat'; readonly at: Instant } | null
  readonly to: PersonId | null
}

export type AnsweringView = { readonly current: QuestionId | null /** Staff and podium only. */; readonly next?: QuestionId | null }

/** What there is to know before one asks. */
export type AskingView = {
  readonly moderated: boolean
  /** In graphemes. */
  readonly length: number
  readonly cap: number | null
  readonly attribution: Attribution
}

const shown = ({ number, text, original, segment, status, answer }: Question, merged: number): Omit<QuestionRow, 'from'> => ({
  number,
  text,
  edited: original !== null,
  segment,
  status,
  answer,
  merged,
})
const fromOf = ({ author }: Question): QuestionRow['from'] =>
  author && { entity: author.entity, group: author.group, channel: author.channel }

const deskOf = ({ askedAt, reason, original, tags, into, decided, to }: Question, people: PeopleState): DeskRow => ({
  askedAt,
  reason,
  original,
  tags,
  into,
  decided: decided && { what: decided.what, role: people.all.get(decided.by)?.role === 'chair' ? 'chair' : 'secretariat', at: decided.at },
  to,
})

type Make = (question: Question, merged: number, people: PeopleState) => QuestionRow
/** A row lives as long as the question and the number of those asked with it. */
const rowOf = (make: Make): Make => {
  const made = remembered((_: Question) => new Map<number, QuestionRow>())
  return (question, merged, people) => {
    const known = made(question).get(merged) ?? make(question, merged, people)
    made(question).set(merged, known)
    return known
  }
}
const namedRow = rowOf((question, merged) => ({ ...shown(question, merged), from: fromOf(question) }))
const hiddenRow = rowOf((question, merged) => ({ ...shown(question, merged), from: null }))
const staffRow = rowOf((question, merged, people) => ({
  ...shown(question, merged),
  from: fromOf(question),
  desk: deskOf(question, people),
}))

/** A question that was never published stays unknown to the room when it is asked with another. */
const mergedWith = ({ id, status }: Question, { merged, all }: QuestionsState, audience: Audience): number => {
  const names = status === 'merged' ? undefined : merged.get(id)
  if (!names) return 0
  return audience === 'staff' ? names.length : names.filter((name) => (all.get(name)?.number ?? 0) > 0).length
}

const rowsOf = keptWhile<Pick<State, 'questions' | 'session' | 'people'>, Rows<QuestionId, QuestionRow>>(
  ({ all, merged, current }) => [all, merged, current],
  ({ questions, session, people }, audience) => {
    const row = audience === 'staff' ? staffRow : session.questions.attribution === 'hidden' ? hiddenRow : namedRow
    return rows(shownTo(questions, audience), (question) => row(question, mergedWith(question, questions, audience), people))
  },
)

const askingOf = keptWhile<Pick<State, 'questions' | 'session'>, AskingView>(
  ({ moderation }) => [moderation],
  ({ questions, session }) => ({
    moderated: questions.moderation === 'before',
    length: session.questions.length,
    cap: session.questions.cap,
    attribution: session.questions.attribution,
  }),
)

export const questionParts = {
  questions: audiencePart<Rows<QuestionId, QuestionRow>>(['questions', 'session', 'people'], ({ questions, session, people }, audience) =>
    rowsOf({ questions, session, people }, audience),
  ),
  answering: audiencePart<AnsweringView>(['questions'], ({ questions: { current, next } }, audience) =>
    audience === 'staff' || audience === 'podium' ? { current, next } : { current },
  ),
  asking: audiencePart<AskingView>(['questions', 'session'], (state, audience) => askingOf(state, audience)),
}
