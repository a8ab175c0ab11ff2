/** Whoever was not heard files what they would have said; where the session allows it, anybody does. */
import { Map as Table } from 'immutable'
import type { PersonId, StatementId } from '../../contract/ids.ts'
import type { Entry } from '../../contract/queue.ts'
import type { Decide, Event, Evolve, State } from '../../contract/registry.ts'
import type { Statement, StatementEvents, StatementsState, statementCommands } from '../../contract/statements.ts'
import { accept, nothing, reject } from '../../kernel/decision.ts'
import { wordsIn } from '../../kernel/text.ts'

export const noStatements: StatementsState = { all: Table() }

export const statementsDecide: Decide<typeof statementCommands> = {
  'statements.file': (state, { text, expectedVersion }, { actor, at, id }) => {
    const person = actor.person as PersonId
    const author = state.people.all.get(person)
    if (!author) return reject('no-such-person')
    if (state.session.phase === 'planned') return reject('session-not-open')
    const unheard = unheardOf(state, person)
    if (!unheard && !state.session.plan.statements.anytime) return reject('statements-closed')
    const before = state.statements.all.get(person)
    if ((before?.version ?? 0) !== expectedVersion) return reject('moved-on')
    if (before?.text === text) return nothing
    const words = wordsIn(text)
    if (words > state.session.plan.statements.words) return reject('text-too-long')
    const turn = unheard ? undefined : state.floor.past.findLast(({ speaker }) => speaker?.person === person)
    const statement: Statement = {
      id: before?.id ?? (id as string as StatementId),
      author: { person, entity: author.entity, group: author.group, channel: author.channel },
      text,
      words,
      filedAt: at,
      version: expectedVersion + 1,
      entry: unheard?.id ?? null,
      turn: turn?.id ?? null,
      segment: (unheard ?? turn)?.segment ?? null,
    }
    return accept<Event>({ type: 'statements.filed', data: { statement } })
  },
  'statements.withdraw': (state, { expectedVersion }, { actor }) => {
    const person = actor.person as PersonId
    const there = state.statements.all.get(person)
    if (!there) return reject('no-such-statement')
    if (there.version !== expectedVersion) return reject('moved-on')
    return accept<Event>({ type: 'statements.withdrawn', data: { person } })
  },
}

/** The last request of theirs that was not heard. */
export const unheardOf = ({ queue }: State, person: PersonId): Entry | undefined =>
  queue.unheard.findLast(({ speaker }) => speaker.person === person)

export const statementsEvolve: Evolve<StatementsState, StatementEvents> = {
  'statements.filed': ({ all }, { statement }) => ({ all: all.set(statement.author.person, statement) }),
  'statements.withdrawn': ({ all }, { person }) => ({ all: all.delete(person) }),
}
