/** Written statements. The staff see who was not reached and who has submitted one. People see their own invitation and text. */

import type { EntryId, GroupId, PersonId, SegmentId, TurnId } from '../contract/ids.ts'
import { countsAsIntervention } from '../contract/kinds.ts'
import type { Entry, Speaker } from '../contract/queue.ts'
import type { State } from '../contract/registry.ts'
import type { Channel } from '../contract/roles.ts'
import type { Statement } from '../contract/statements.ts'
import type { Instant } from '../kernel/time.ts'
import { listDifferent } from './list-delta.ts'
import { memoize } from './memo.ts'
import { mapDefined, personPart, type Rows, rowPart, sometimesPart, type Touches, toRows } from './part.ts'
import { concernsOfQueue } from './queue/concerned.ts'
import { touchesOfPlan } from './touches-of-plan.ts'

export type StatementView = {
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly words: number
  readonly filedAt: Instant
  readonly entry: EntryId | null
  readonly turn: TurnId | null
}

export type NotReachedView = Pick<Speaker, 'person' | 'entity' | 'number' | 'group' | 'channel'> & {
  readonly askedAt: Instant
  readonly segment: SegmentId | null
}

export type MyStatement = {
  /** True if it can be submitted now. */
  readonly open: boolean
  /** True if the person's request was not reached. Otherwise the person can submit only if everybody may. */
  readonly invited: boolean
  /** The maximum number of words. */
  readonly words: number
  readonly filed: { readonly text: string; readonly words: number; readonly at: Instant; readonly version: number } | null
}

const toStatementView = memoize(
  ({ author, words, filedAt, entry, turn }: Statement): StatementView => ({
    entity: author.entity,
    group: author.group,
    channel: author.channel,
    words,
    filedAt,
    entry,
    turn,
  }),
)

const toNotReachedView = memoize(({ speaker, askedAt, segment }: Entry): NotReachedView => {
  const { person, entity, number, group, channel } = speaker
  return { person, entity, number, group, channel, askedAt, segment }
})

const toFiledStatement = memoize(({ text, words, filedAt, version }: Statement) => ({ text, words, at: filedAt, version }))

const projectNotReached = memoize((notReached: readonly Entry[]): Rows<EntryId, NotReachedView> => toRows(notReached, toNotReachedView))

const concernsOfStatements: Touches<'statements'> = {
  'statements.filed': ({ statement }) => [statement.author.person],
  'statements.withdrawn': ({ person }) => [person],
}

export const statementParts = {
  statements: rowPart(
    'The written statements by author, without the text, which is in the record.',
    ['staff'],
    { statements: concernsOfStatements },
    ({ statements }): Rows<PersonId, StatementView> => {
      const table: { [person in PersonId]?: StatementView } = {}
      for (const [person, statement] of statements.all) table[person] = toStatementView(statement)
      return table
    },
    ({ statements }, person: PersonId) => mapDefined(statements.all.get(person), toStatementView),
  ),
  notReached: rowPart(
    'The requests that were not reached, by entry.',
    ['staff'],
    { queue: ({ from, to }) => listDifferent(from.queue.notReached, to.queue.notReached).map(({ id }) => id) },
    ({ queue }): Rows<EntryId, NotReachedView> => projectNotReached(queue.notReached),
    ({ queue }, id: EntryId) => projectNotReached(queue.notReached)[id],
  ),
  notReachedCount: sometimesPart(
    'After the close: how many people are invited to write.',
    ['display'],
    ['queue', 'session'],
    ({ queue, session }): number | undefined =>
      session.phase === 'closed' ? queue.notReached.filter(({ kind }) => countsAsIntervention(kind)).length : undefined,
  ),
}

/** Statements are accepted from the opening on. */
const concernsOfPhase: Touches<'session'> = { ...touchesOfPlan, 'session.opened': 'all' }

export const myStatementParts = {
  myStatement: personPart<MyStatement | null>(
    'The written statement of the person, and whether it can be submitted now. Null for everybody but participants.',
    { session: concernsOfPhase, statements: concernsOfStatements, queue: concernsOfQueue },
    (state, { id, role }) => (role === 'participant' ? projectMyStatement(state, id) : null),
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
