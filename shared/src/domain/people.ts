import { accept, type Decision, nothing, reject } from '../kernel/decision.ts'
import type { Admission, PeopleEvents, PeopleState, Person, peopleCommands } from '../contract/people.ts'
import type { Decide, Event, Evolve, State } from '../contract/registry.ts'
import type { Actor, Role } from '../contract/roles.ts'
import { placesOf } from './asking.ts'

/** Doors of the server admit people: those of the roster, the holders of role links, walk-ins where the plan allows them. */
export const admit = (state: State, people: readonly Admission[]): Decision<Event> => {
  const known = new Set(state.session.groups.map(({ id }) => id))
  if (people.some(({ group }) => group !== null && !known.has(group))) return reject('no-such-group')
  const fresh = [...new Map(people.map((one) => [one.person, one])).values()].filter(({ person }) => !state.people.all.has(person))
  return fresh.length === 0 ? nothing : accept<Event>({ type: 'people.admitted', data: { people: fresh } })
}

export const peopleDecide: Decide<typeof peopleCommands> = {
  'people.revoke': (state, { person }) => {
    const found = state.people.all.get(person)
    if (!found) return reject('no-such-person')
    if (found.revoked) return nothing
    return accept<Event>(
      { type: 'people.revoked', data: { person } },
      ...placesOf(state, person).map((entry): Event => ({ type: 'queue.left', data: { entry, leaving: 'removed', reason: 'other' } })),
    )
  },
}

/** The person who acts, as the log has them now; null for time itself and the server's doors. */
export const actorIn = (state: State, actor: Actor): Person | null =>
  actor.person === 'system' ? null : (state.people.all.get(actor.person) ?? null)

const counted: readonly Role[] = ['participant', 'panellist']

export const peopleEvolve: Evolve<PeopleState, PeopleEvents> = {
  'people.admitted': (people, { people: admissions }, at) => {
    let numbered = people.numbered
    const all = people.all.withMutations((table) => {
      for (const { person, ...rest } of admissions) {
        const number = counted.includes(rest.role) ? ++numbered : 0
        table.set(person, { id: person, ...rest, number, admittedAt: at, revoked: false })
      }
    })
    return { all, numbered }
  },
  'people.revoked': (people, { person }) => {
    const found = people.all.get(person)
    return found ? { ...people, all: people.all.set(person, { ...found, revoked: true }) } : people
  },
}
