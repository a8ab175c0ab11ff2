import type { PersonId } from '../../contract/ids.ts'
import type { Admission, Change, PeopleEvents, PeopleState, Person, peopleCommands } from '../../contract/people.ts'
import type { Decide, Event, Evolve, State } from '../../contract/registry.ts'
import type { Actor, Role } from '../../contract/roles.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { grants } from '../permissions.ts'
import { placesOf } from '../queue/eligibility.ts'

/** Doors of the server admit people: those of the roster, the holders of role links, walk-ins where the plan allows them. */
export const admit = (state: State, people: readonly Admission[]): Decision<Event> => {
  if (!groupsKnown(state, people)) return reject('no-such-group')
  const fresh = [...new Map(people.map((one) => [one.person, one])).values()].filter(({ person }) => !state.people.all.has(person))
  return fresh.length === 0 ? nothing : accept<Event>({ type: 'people.admitted', data: { people: fresh } })
}

/**
 * The roster as it is kept: whoever is new is admitted, whoever is known stands for what is said now. Whoever was revoked, or holds an
 * office, stays as they are.
 */
export const enrol = (state: State, actor: Actor, people: readonly Admission[]): Decision<Event> => {
  if (!keeps(state, actor)) return reject('forbidden')
  const admitted = admit(state, people)
  if (!admitted.ok) return admitted
  const changed = people.filter((one) => {
    const known = state.people.all.get(one.person)
    return known !== undefined && !known.revoked && counted.includes(known.role) && differs(known, one)
  })
  if (changed.length === 0) return admitted
  return accept<Event>(...admitted.events, {
    type: 'people.changed',
    data: { people: changed.map(({ person, entity, group, channel }) => ({ person, entity, group, channel })) },
  })
}

/** The organiser ends somebody's part in the session. */
export const revoke = (state: State, person: PersonId): Decision<Event> => {
  const found = state.people.all.get(person)
  if (!found) return reject('no-such-person')
  if (found.revoked) return nothing
  return accept<Event>(
    { type: 'people.revoked', data: { person } },
    ...placesOf(state, person).map((entry): Event => ({ type: 'queue.left', data: { entry, leaving: 'removed', reason: 'other' } })),
  )
}

/** Said after the old link has died. */
export const relink = (state: State, actor: Actor, person: PersonId): Decision<Event> => {
  if (!keeps(state, actor)) return reject('forbidden')
  return state.people.all.has(person) ? accept<Event>({ type: 'people.relinked', data: { person } }) : reject('no-such-person')
}

/** The organiser keeps the roster, and whoever may revoke. */
const keeps = (state: State, actor: Actor): boolean => {
  if (actor.person === 'system') return true
  const person = actorIn(state, actor)
  return person !== null && !person.revoked && grants(person.role, 'people.revoke') === 'yes'
}

const groupsKnown = ({ session }: State, people: readonly Change[]): boolean => {
  const known = new Set(session.groups.map(({ id }) => id))
  return people.every(({ group }) => group === null || known.has(group))
}

const differs = (known: Person, said: Change): boolean =>
  known.entity !== said.entity || known.group !== said.group || known.channel !== said.channel

export const peopleDecide: Decide<typeof peopleCommands> = {
  'people.revoke': (state, { person }) => revoke(state, person),
}

/** The person who acts, as the log has them now; null for time itself, the server's doors, and whoever is not named. */
export const actorIn = (state: State, actor: Actor): Person | null =>
  actor.person === 'system' || actor.person === 'somebody' ? null : (state.people.all.get(actor.person) ?? null)

const counted: readonly Role[] = ['participant', 'panellist']

export const peopleEvolve: Evolve<PeopleState, PeopleEvents> = {
  'people.admitted': (people, { people: admissions }, at) => {
    let numbered = people.numbered
    const all = people.all.withMutations((table) => {
      for (const { person, ...rest } of admissions) {
        const number = counted.includes(rest.role) ? ++numbered : 0
        table.set(person, { id: person, ...rest, number, admittedAt: at, revoked: false, renewals: 0 })
      }
    })
    return { all, numbered }
  },
  'people.changed': (people, { people: changes }) => ({
    ...people,
    all: people.all.withMutations((table) => {
      for (const { person, entity, group, channel } of changes) {
        const found = table.get(person)
        if (found) table.set(person, { ...found, entity, group, channel })
      }
    }),
  }),
  'people.revoked': (people, { person }) => {
    const found = people.all.get(person)
    return found ? { ...people, all: people.all.set(person, { ...found, revoked: true }) } : people
  },
  'people.relinked': (people, { person }) => {
    const found = people.all.get(person)
    return found ? { ...people, all: people.all.set(person, { ...found, renewals: found.renewals + 1 }) } : people
  },
}
