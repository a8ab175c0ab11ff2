/** Questions, as each audience sees them. */

import type { Channel } from '../../contract/channels.ts'
import { type AnswerKind, type Attribution, attributionRules, type DeclineReason } from '../../contract/enums.ts'
import type { GroupId, PersonId, QuestionId, SegmentId } from '../../contract/ids.ts'
import { isAnswered, isBeingAnswered, isMerged, type QuestionStatus } from '../../contract/question-statuses.ts'
import type { ModerationAction, Question, QuestionsState } from '../../contract/questions.ts'
import type { State } from '../../contract/registry.ts'
import { type Audience, audienceRules } from '../../contract/roles.ts'
import { type ClaimMark, isClaimed, markClaim } from '../../contract/walk-ins.ts'
import type { Instant } from '../../kernel/time.ts'
import { touchesOfClaims } from '../claims.ts'
import { memoize } from '../memo.ts'
import { everyone, type Rows, rowPart, toRows, valuePart } from '../part.ts'
import { touchesOfPlan } from '../touches-of-plan.ts'
import { touchesOfQuestions } from './touched.ts'
import { isVisibleTo, memoizeWhile, seesAll, selectVisible } from './visibility.ts'

export type QuestionRow = {
  readonly number: number
  readonly text: string
  /** True if a moderator has changed the text. */
  readonly edited: boolean
  /** Null if authors are hidden from the room or not recorded. `toConfirm`: the author claimed the organization, and nobody has confirmed it. */
  readonly from: ({ readonly entity: string; readonly group: GroupId | null; readonly channel: Channel } & ClaimMark) | null
  readonly segment: SegmentId | null
  readonly status: QuestionStatus
  readonly answer: AnswerKind | null
  /** The number of questions merged into it. Only the staff's number includes questions that were never published. */
  readonly merged: number
  /** How many other organizations have asked it, with questions that are merged into it. Zero if authors are hidden, and until it is answered. */
  readonly alsoAsked: number
  /** Only for the staff. */
  readonly staff?: QuestionStaffFields
}

type QuestionStaffFields = {
  readonly askedAt: Instant
  readonly reason: DeclineReason | null
  readonly original: string | null
  readonly tags: readonly string[]
  readonly mergedInto: QuestionId | null
  readonly lastAction: ModerationAction | null
  readonly assignee: PersonId | null
}

export type AnsweringView = { readonly current: QuestionId | null /** Staff and podium only. */; readonly next?: QuestionId | null }

/** The rules that people see before they ask. */
export type QuestionRulesView = {
  readonly moderated: boolean
  /** In graphemes. */
  readonly length: number
  readonly cap: number | null
  readonly attribution: Attribution
}

type MergedCounts = Pick<QuestionRow, 'merged' | 'alsoAsked'>

const toPublicFields = (
  { number, text, original, segment, status, answer }: Question,
  { merged, alsoAsked }: MergedCounts,
): Omit<QuestionRow, 'from'> => ({
  number,
  text,
  edited: original !== null,
  segment,
  status,
  answer,
  merged,
  alsoAsked,
})
const toOrigin = ({ author }: Question, people: State['people']): QuestionRow['from'] =>
  author && { entity: author.entity, group: author.group, channel: author.channel, ...markClaim(people, author) }

const toStaffFields = ({ askedAt, reason, original, tags, mergedInto, lastAction, assignee }: Question): QuestionStaffFields => ({
  askedAt,
  reason,
  original,
  tags,
  mergedInto,
  lastAction: lastAction && { action: lastAction.action, by: lastAction.by, at: lastAction.at },
  assignee,
})

type MakeRow = (question: Question, counts: MergedCounts, people: State['people']) => QuestionRow
/** Caches rows. A row keeps its identity while the question, the counts of its merged questions and the claim of its author do not change. */
const memoizeRow = (make: MakeRow): MakeRow => {
  const cache = memoize((_: Question) => new Map<string, QuestionRow>())
  return (question, counts, people) => {
    const key = `${counts.merged} ${counts.alsoAsked} ${question.author !== null && isClaimed(people, question.author)}`
    const row = cache(question).get(key) ?? make(question, counts, people)
    cache(question).set(key, row)
    return row
  }
}
const toNamedRow = memoizeRow((question, counts, people) => ({ ...toPublicFields(question, counts), from: toOrigin(question, people) }))
const toHiddenRow = memoizeRow((question, counts) => ({ ...toPublicFields(question, { ...counts, alsoAsked: 0 }), from: null }))
const toStaffQuestionRow = memoizeRow((question, counts, people) => ({
  ...toPublicFields(question, counts),
  from: toOrigin(question, people),
  staff: toStaffFields(question),
}))

/**
 * Counts merged questions. Except for the staff, only merged questions that had been published count. Once the question is answered, all
 * audiences have the same number of others who asked it.
 */
const countMerged = (question: Question, { merged, all }: QuestionsState, audience: Audience): MergedCounts => {
  const names = isMerged(question) ? undefined : merged.get(question.id)
  if (!names) return { merged: 0, alsoAsked: 0 }
  return {
    merged: seesAll(audience) ? names.length : names.filter((name) => (all.get(name)?.number ?? 0) > 0).length,
    alsoAsked: isBeingAnswered(question) || isAnswered(question) ? countOtherAuthors(question, names, all) : 0,
  }
}

/** Counts an organization once, and nobody who asked without a name. */
const countOtherAuthors = (question: Question, names: readonly QuestionId[], all: QuestionsState['all']): number => {
  const asking = names.flatMap((name) => all.get(name)?.author?.entity ?? [])
  return new Set(asking.filter((entity) => entity !== question.author?.entity)).size
}

const selectMaker = (session: State['session'], audience: Audience): MakeRow =>
  seesAll(audience) ? toStaffQuestionRow : attributionRules[session.questions.attribution].isPublic ? toNamedRow : toHiddenRow

const projectRows = memoizeWhile<Pick<State, 'questions' | 'session' | 'people'>, Rows<QuestionId, QuestionRow>>(
  ({ questions: { all, merged, current }, people }) => [all, merged, current, people.claimed],
  ({ questions, session, people }, audience) => {
    const row = selectMaker(session, audience)
    return toRows(selectVisible(questions, audience), (question) => row(question, countMerged(question, questions, audience), people))
  },
)

const projectRow = ({ questions, session, people }: State, id: QuestionId, audience: Audience): QuestionRow | undefined => {
  const question = questions.all.get(id)
  if (!question || !isVisibleTo(question, questions, audience)) return undefined
  return selectMaker(session, audience)(question, countMerged(question, questions, audience), people)
}

const touchesOfClaimants = touchesOfClaims((people, { to: { questions } }) =>
  [...people].flatMap((person) => (person === null ? [] : (questions.byAuthor.get(person) ?? []))),
)

const projectRules = memoizeWhile<Pick<State, 'questions' | 'session'>, QuestionRulesView>(
  ({ questions: { moderation } }) => [moderation],
  ({ questions, session }) => ({
    moderated: questions.moderation === 'before',
    length: session.questions.length,
    cap: session.questions.cap,
    attribution: session.questions.attribution,
  }),
)

export const questionParts = {
  questions: rowPart(
    'The published questions, by question. The staff have all of them, the room screen the one being answered.',
    everyone,
    { questions: touchesOfQuestions, session: touchesOfPlan, people: touchesOfClaimants },
    ({ questions, session, people }, audience): Rows<QuestionId, QuestionRow> => projectRows({ questions, session, people }, audience),
    projectRow,
  ),
  answering: valuePart(
    'The question being answered, and for staff and podium the next one.',
    everyone,
    ['questions'],
    ({ questions: { current, next } }, audience): AnsweringView =>
      audienceRules[audience].seesNextQuestion ? { current, next } : { current },
  ),
  questionRules: valuePart(
    'The rules that people see before they ask.',
    everyone,
    ['questions', 'session'],
    (state, audience): QuestionRulesView => projectRules(state, audience),
  ),
}
