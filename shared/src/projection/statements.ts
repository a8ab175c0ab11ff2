/** Written statements. The staff see who was not reached and who has submitted one. People see their own invitation and text. */

import type { Channel } from '../contract/channels.ts'
import type { EntryId, GroupId, PersonId, SegmentId, StatementId, TurnId } from '../contract/ids.ts'
import type { Entry, Speaker } from '../contract/queue.ts'
import type { State } from '../contract/registry.ts'
import { roleRules } from '../contract/roles.ts'
import { getStatementKey, type Statement, type StatementKey } from '../contract/statements.ts'
import type { ClaimMark } from '../contract/walk-ins.ts'
import type { Instant } from '../kernel/time.ts'
import { type Claims, memoizeMarked, touchesOfClaims } from './claims.ts'
import { listDifferent } from './list-delta.ts'
import { memoize } from './memo.ts'
import { displayOnly, mapDefined, personPart, type Rows, rowPart, sometimesPart, staffOnly, type Touches, toRows } from './part.ts'
import { concernsOfQueue } from './queue/concerned.ts'
import { touchesOfPlan } from './touches-of-plan.ts'

export type StatementView = {
  readonly id: StatementId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly words: number
  readonly filedAt: Instant
  readonly entry: EntryId | null
  readonly turn: TurnId | null
  readonly segment: SegmentId | null
  readonly version: number
  /** True if the secretariat entered it. */
  readonly entered: boolean
} & ClaimMark

export type NotReachedView = Pick<Speaker, 'person' | 'entity' | 'number' | 'group' | 'channel'> & {
  readonly askedAt: Instant
  readonly segment: SegmentId | null
  /** Only if the request lapsed because its speaker was absent when called. */
  readonly absent?: true
} & ClaimMark

export type MyStatement = {
  /** True if it can be submitted now. */
  readonly open: boolean
  /** True if the person's request was not reached. Otherwise the person can submit only if everybody may. */
  readonly invited: boolean
  /** The maximum number of words. */
  readonly words: number
  readonly filed: {
    readonly text: string
    readonly words: number
    readonly at: Instant
    readonly version: number
    readonly entered: boolean
  } | null
}

const toStatementView = memoizeMarked(
  ({ author }: Statement) => author,
  ({ id, author, words, filedAt, entry, turn, segment, version, enteredBy }: Statement): StatementView => ({
    id,
    entity: author.entity,
    group: author.group,
    channel: author.channel,
    words,
    filedAt,
    entry,
    turn,
    segment,
    version,
    entered: enteredBy !== undefined,
  }),
  (view): StatementView => ({ ...view, toConfirm: true }),
)

const toNotReachedView = memoizeMarked(
  ({ speaker }: Entry) => speaker,
  ({ speaker, askedAt, segment, missedCalls }: Entry): NotReachedView => {
    const { person, entity, number, group, channel } = speaker
    const view: NotReachedView = { person, entity, number, group, channel, askedAt, segment }
    return missedCalls > 1 ? { ...view, absent: true } : view
  },
  (view): NotReachedView => ({ ...view, toConfirm: true }),
)

const toFiledStatement = memoize(({ text, words, filedAt, version, enteredBy }: Statement) => ({
  ...{ text, words, at: filedAt, version },
  entered: enteredBy !== undefined,
}))

const projectNotReached = memoize((claimed: Claims['claimed']) =>
  memoize(
    (notReached: readonly Entry[]): Rows<EntryId, NotReachedView> => toRows(notReached, (entry) => toNotReachedView({ claimed }, entry)),
  ),
)

const concernsOfStatements: Touches<'statements'> = {
  'statements.filed': ({ statement }) => [getStatementKey(statement)],
  'statements.withdrawn': ({ person }) => [person],
  'statements.removed': ({ key }) => [key],
}

export const statementParts = {
  statements: rowPart(
    'The written statements by author, or by request if the author is not in the roster. The text is in the record.',
    staffOnly,
    { statements: concernsOfStatements, people: touchesOfClaims((people) => [...people]) },
    ({ statements, people }): Rows<StatementKey, StatementView> => {
      const table: { [key in StatementKey]?: StatementView } = {}
      for (const [key, statement] of statements.all) table[key] = toStatementView(people, statement)
      return table
    },
    ({ statements, people }, key: StatementKey) => mapDefined(statements.all.get(key), (statement) => toStatementView(people, statement)),
  ),
  notReached: rowPart(
    'The requests that were not reached, by entry.',
    staffOnly,
    {
      queue: ({ from, to }) => listDifferent(from.queue.notReached, to.queue.notReached).map(({ id }) => id),
      people: touchesOfClaims((claimants, { to }) =>
        to.queue.notReached.flatMap(({ id, speaker }) => (claimants.has(speaker.person) ? [id] : [])),
      ),
    },
    ({ queue, people }): Rows<EntryId, NotReachedView> => projectNotReached(people.claimed)(queue.notReached),
    ({ queue, people }, id: EntryId) => projectNotReached(people.claimed)(queue.notReached)[id],
  ),
  notReachedCount: sometimesPart(
    'After the close: how many people are invited to write.',
    displayOnly,
    ['queue', 'session'],
    ({ queue, session }): number | undefined =>
      session.phase === 'closed' ? new Set(queue.notReached.map(({ speaker, id }) => speaker.person ?? id)).size : undefined,
  ),
}

/** Statements are accepted from the opening on. */
const concernsOfPhase: Touches<'session'> = { ...touchesOfPlan, 'session.opened': 'all', 'session.unopened': 'all' }

export const myStatementParts = {
  myStatement: personPart<MyStatement | null>(
    'The written statement of the person, and whether it can be submitted now. Null for everybody but participants.',
    { session: concernsOfPhase, statements: concernsOfStatements, queue: concernsOfQueue },
    (state, { id, role }) => (roleRules[role].countsAsParticipant ? projectMyStatement(state, id) : null),
  ),
}

const collectInvited = memoize(
  (notReached: readonly Entry[]): ReadonlySet<PersonId | null> => new Set(notReached.map(({ speaker }) => speaker.person)),
)

const projectMyStatement = ({ session, statements, queue }: State, person: PersonId): MyStatement => {
  const invited = collectInvited(queue.notReached).has(person)
  const filed = statements.all.get(person)
  return {
    open: session.phase !== 'planned' && (invited || session.plan.statements.anytime),
    invited,
    words: session.plan.statements.words,
    filed: filed ? toFiledStatement(filed) : null,
  }
}
