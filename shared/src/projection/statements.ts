/** Written statements: who was not heard and who has sent what, for the staff; one's own invitation and text, for each. */

import type { EntryId, GroupId, PersonId, SegmentId, TurnId } from '../contract/ids.ts'
import type { Entry, Speaker } from '../contract/queue.ts'
import type { State } from '../contract/registry.ts'
import type { Channel } from '../contract/roles.ts'
import type { Statement } from '../contract/statements.ts'
import type { Instant } from '../kernel/time.ts'
import { audiencePart, personPart, type Rows, remembered, rows } from './part.ts'

export type StatementView = {
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly words: number
  readonly filedAt: Instant
  readonly entry: EntryId | null
  readonly turn: TurnId | null
}

export type UnheardView = Pick<Speaker, 'person' | 'entity' | 'number' | 'group' | 'channel'> & {
  readonly askedAt: Instant
  readonly segment: SegmentId | null
}

export type MyStatement = {
  /** Whether it can be filed now. */
  readonly open: boolean
  /** Because one's request was not reached; otherwise because everybody may. */
  readonly invited: boolean
  /** The most words. */
  readonly words: number
  readonly filed: { readonly text: string; readonly words: number; readonly at: Instant; readonly version: number } | null
}

const statementView = remembered(
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

const unheardView = remembered(({ speaker, askedAt, segment }: Entry): UnheardView => {
  const { person, entity, number, group, channel } = speaker
  return { person, entity, number, group, channel, askedAt, segment }
})

const filedView = remembered(({ text, words, filedAt, version }: Statement) => ({ text, words, at: filedAt, version }))

export const statementParts = {
  /** By who filed it. Its text is in the record. */
  statements: audiencePart<Rows<PersonId, StatementView>>(['statements'], ({ statements }, audience) => {
    if (audience !== 'staff') return undefined
    const table: { [person in PersonId]?: StatementView } = {}
    for (const [person, statement] of statements.all) table[person] = statementView(statement)
    return table
  }),
  unheard: audiencePart<Rows<EntryId, UnheardView>>(['queue'], ({ queue }, audience) =>
    audience === 'staff' ? rows(queue.unheard, unheardView) : undefined,
  ),
  /** On the room screen when all is over: how many are invited to write. */
  unreached: audiencePart<number>(['queue', 'session'], ({ queue, session }, audience) =>
    audience === 'display' && session.phase === 'closed' ? queue.unheard.filter(({ kind }) => kind === 'intervention').length : undefined,
  ),
}

export const myStatementParts = {
  myStatement: personPart<MyStatement | null>(['session', 'statements', 'queue'], (state, { id, role }) =>
    role === 'participant' ? mine(state, id) : null,
  ),
}

const invitees = remembered(
  (unheard: readonly Entry[]): ReadonlySet<PersonId | null> => new Set(unheard.map(({ speaker }) => speaker.person)),
)

const mine = ({ session, statements, queue }: State, person: PersonId): MyStatement => {
  const invited = invitees(queue.unheard).has(person)
  const filed = statements.all.get(person)
  return {
    open: session.phase !== 'planned' && (invited || session.plan.statements.anytime),
    invited,
    words: session.plan.statements.words,
    filed: filed ? filedView(filed) : null,
  }
}
