/** People who were not reached can submit a written statement. If the session allows it, everybody can. The secretariat can enter one. */
import type { CommandId, PersonId, StatementId } from '../../contract/ids.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { Statement, StatementKey, statementCommands } from '../../contract/statements.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { countWords } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { toPersonId } from '../actor.ts'

export const statementDeciders: Deciders<typeof statementCommands> = {
  'statements.submit': (state, draft, { actor, at, id }) => {
    const person = actor.person as PersonId
    const author = findAuthor(state, person)
    return author === null ? reject('no-such-person') : file(state, author, { ...draft, at, id })
  },
  'statements.withdraw': (state, { expectedVersion }, { actor }) => {
    const person = actor.person as PersonId
    const existing = state.statements.all.get(person)
    if (!existing) return reject('no-such-statement')
    if (existing.version !== expectedVersion) return reject('conflict')
    return accept<Event>({ type: 'statements.withdrawn', data: { person } })
  },
  'statements.enter': (state, { by, ...draft }, { actor, at, id }) => {
    const enteredBy = toPersonId(actor)
    if (by.kind === 'person') {
      const author = findAuthor(state, by.person)
      return author === null ? reject('no-such-person') : file(state, author, { ...draft, at, id, enteredBy })
    }
    const entry = state.queue.notReached.find((one) => one.id === by.entry)
    if (!entry) return reject('no-such-entry')
    const { person } = entry.speaker
    return file(state, { key: person ?? entry.id, speaker: entry.speaker, notReached: entry }, { ...draft, at, id, enteredBy })
  },
  'statements.remove': (state, { statement, expectedVersion }, { actor }) => {
    const found = state.statements.all.findEntry(({ id }) => id === statement)
    if (!found) return reject('no-such-statement')
    const [key, existing] = found
    if (existing.version !== expectedVersion) return reject('conflict')
    if (existing.enteredBy === undefined) return reject('statement-by-author')
    return accept<Event>({ type: 'statements.removed', data: { key, by: toPersonId(actor) } })
  },
}

type FoundAuthor = {
  readonly key: StatementKey
  readonly speaker: Pick<Speaker, 'person' | 'entity' | 'group' | 'channel'>
  /** The request that the statement replaces. */
  readonly notReached: Entry | undefined
}

const findAuthor = ({ people, queue }: State, person: PersonId): FoundAuthor | null => {
  const author = people.all.get(person)
  if (!author) return null
  const { entity, group, channel } = author
  // The last request of the person that was not reached.
  const notReached = queue.notReached.findLast(({ speaker }) => speaker.person === person)
  return { key: person, speaker: { person, entity, group, channel }, notReached }
}

type Draft = {
  readonly text: string
  readonly expectedVersion: number
  readonly at: Instant
  readonly id: CommandId
  readonly enteredBy?: PersonId
}

function file(state: State, { key, speaker, notReached }: FoundAuthor, { text, expectedVersion, at, id, enteredBy }: Draft): EventDecision {
  if (state.session.phase === 'planned') return reject('session-not-open')
  if (!notReached && !state.session.plan.statements.anytime) return reject('statements-closed')
  const existing = state.statements.all.get(key)
  if ((existing?.version ?? 0) !== expectedVersion) return reject('conflict')
  // Nobody but the author changes what the author has written.
  if (enteredBy !== undefined && existing && existing.enteredBy === undefined) return reject('statement-by-author')
  if (existing?.text === text && (existing.enteredBy === undefined) === (enteredBy === undefined)) return noChange
  const most = state.session.plan.statements.words
  const words = countWords(text, most)
  if (words > most) return reject('text-too-long')
  const turn = notReached ? undefined : state.floor.past.findLast((past) => past.speaker?.person === speaker.person)
  const { person, entity, group, channel } = speaker
  const statement: Statement = {
    id: existing?.id ?? (id as string as StatementId),
    author: { person, entity, group, channel },
    text,
    words,
    filedAt: at,
    version: expectedVersion + 1,
    entry: notReached?.id ?? null,
    turn: turn?.id ?? null,
    segment: (notReached ?? turn)?.segment ?? null,
    ...(enteredBy && { enteredBy }),
  }
  return accept<Event>({ type: 'statements.filed', data: { statement } })
}
