/** People who were not reached can submit a written statement. If the session allows it, everybody can. */
import type { PersonId, StatementId } from '../../contract/ids.ts'
import type { Entry } from '../../contract/queue.ts'
import type { Deciders, Event, State } from '../../contract/registry.ts'
import type { Statement, statementCommands } from '../../contract/statements.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { countWords } from '../../kernel/text.ts'

export const statementDeciders: Deciders<typeof statementCommands> = {
  'statements.submit': (state, { text, expectedVersion }, { actor, at, id }) => {
    const person = actor.person as PersonId
    const author = state.people.all.get(person)
    if (!author) return reject('no-such-person')
    if (state.session.phase === 'planned') return reject('session-not-open')
    const notReached = findNotReachedEntry(state, person)
    if (!notReached && !state.session.plan.statements.anytime) return reject('statements-closed')
    const existing = state.statements.all.get(person)
    if ((existing?.version ?? 0) !== expectedVersion) return reject('conflict')
    if (existing?.text === text) return noChange
    const words = countWords(text)
    if (words > state.session.plan.statements.words) return reject('text-too-long')
    const turn = notReached ? undefined : state.floor.past.findLast(({ speaker }) => speaker?.person === person)
    const statement: Statement = {
      id: existing?.id ?? (id as string as StatementId),
      author: { person, entity: author.entity, group: author.group, channel: author.channel },
      text,
      words,
      filedAt: at,
      version: expectedVersion + 1,
      entry: notReached?.id ?? null,
      turn: turn?.id ?? null,
      segment: (notReached ?? turn)?.segment ?? null,
    }
    return accept<Event>({ type: 'statements.filed', data: { statement } })
  },
  'statements.withdraw': (state, { expectedVersion }, { actor }) => {
    const person = actor.person as PersonId
    const existing = state.statements.all.get(person)
    if (!existing) return reject('no-such-statement')
    if (existing.version !== expectedVersion) return reject('conflict')
    return accept<Event>({ type: 'statements.withdrawn', data: { person } })
  },
}

/** Finds the person's last request that was not reached. */
const findNotReachedEntry = ({ queue }: State, person: PersonId): Entry | undefined =>
  queue.notReached.findLast(({ speaker }) => speaker.person === person)
