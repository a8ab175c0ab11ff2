import type { Channel } from '../../contract/channels.ts'
import type { PersonId } from '../../contract/ids.ts'
import type { Admission, Person, PersonUpdate } from '../../contract/people.ts'
import type { Event, EventDecision, State } from '../../contract/registry.ts'
import { type Actor, roleRules } from '../../contract/roles.ts'
import { countFreeWalkInPlaces, getWalkInPlaces, isUnconfirmed } from '../../contract/walk-ins.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { foldedForms, type KnownForms } from '../../kernel/organization-names.ts'
import { findActor } from '../actor.ts'
import { getPersonGrant } from '../permissions.ts'
import { findClaims, type Imitates } from './find-claims.ts'
import { unifySpelling } from './unify-spelling.ts'

/** Admits people from the roster, holders of role links, and walk-ins if the plan allows them. Known people are skipped. */
export const admitPeople = (state: State, given: readonly Admission[], forms: KnownForms = foldedForms): EventDecision => {
  if (!hasKnownGroups(state, given)) return reject('no-such-group')
  const people = unifySpelling(state, given, forms)
  const newcomers = [...new Map(people.map((one) => [one.person, one])).values()].filter(({ person }) => !state.people.all.has(person))
  if (newcomers.filter(({ walkIn }) => walkIn).length > countFreeWalkInPlaces(state)) return reject('walk-ins-full')
  return newcomers.length === 0 ? noChange : accept<Event>({ type: 'people.admitted', data: { people: newcomers } })
}

/** Sets how many people may join by code, more or fewer than before. Those who have joined stay. */
export const setWalkInPlaces = (state: State, actor: Actor, places: number): EventDecision => {
  if (!canManageRoster(state, actor)) return reject('forbidden')
  if (!state.session.plan.walkIns) return reject('walk-ins-closed')
  if (state.session.phase === 'closed') return reject('session-closed')
  return places === getWalkInPlaces(state) ? noChange : accept<Event>({ type: 'people.walk-in-places-set', data: { places } })
}

/**
 * Applies the roster: admits new people, and updates entity, group and channel of known people. Revoked people and officers do not
 * change. `forms`: the known names of States and organizations. `imitates`: who joined by code under a name that now reads as that of
 * one of them is to be confirmed.
 */
export const registerPeople = (
  state: State,
  actor: Actor,
  given: readonly Admission[],
  forms: KnownForms = foldedForms,
  imitates: Imitates = () => false,
): EventDecision => {
  if (!canManageRoster(state, actor)) return reject('forbidden')
  const people = unifySpelling(state, given, forms)
  const admitted = admitPeople(state, people, forms)
  if (!admitted.ok) return admitted
  const changed = people.filter((one) => {
    const existing = state.people.all.get(one.person)
    return existing !== undefined && !existing.revoked && roleRules[existing.role].maySpeak && isChanged(existing, one)
  })
  const isNamed = new Set(changed.map(({ person }) => person))
  const claims = findClaims(state.people, people, imitates).filter((person) => !isNamed.has(person))
  return accept<Event>(
    ...admitted.events,
    ...changes(changed),
    // The staff have stated who they are.
    ...changed
      .filter(({ person }) => isUnconfirmed(state.people.all.get(person)))
      .map(({ person }): Event => ({ type: 'people.confirmed', data: { person } })),
    ...(claims.length === 0 ? [] : [{ type: 'people.claims-found', data: { people: claims } } as const]),
  )
}

const changes = (changed: readonly Admission[]): readonly Event[] =>
  changed.length === 0
    ? []
    : [
        {
          type: 'people.changed',
          data: { people: changed.map(({ person, entity, group, channel }) => ({ person, entity, group, channel })) },
        },
      ]

/** Changes the channel of a person who came into the room, or left it, during the session. Earlier requests keep their channel. */
export const changeOwnChannel = (state: State, id: PersonId, channel: Channel): EventDecision => {
  if (state.session.phase === 'closed') return reject('session-closed')
  const person = state.people.all.get(id)
  if (person === undefined || person.revoked || !roleRules[person.role].maySpeak) return reject('forbidden')
  if (person.channel === channel) return noChange
  const { entity, group } = person
  return accept<Event>({ type: 'people.changed', data: { people: [{ person: id, entity, group, channel }] } })
}

/** True for the organizer, and for everybody who may revoke a person. */
export const canManageRoster = (state: State, actor: Actor): boolean => {
  if (actor.person === 'system') return true
  const person = findActor(state, actor)
  return person !== null && !person.revoked && getPersonGrant(person, 'people.revoke') === 'yes'
}

const hasKnownGroups = ({ session }: State, people: readonly PersonUpdate[]): boolean => {
  const known = new Set(session.groups.map(({ id }) => id))
  return people.every(({ group }) => group === null || known.has(group))
}

const isChanged = (person: Person, update: PersonUpdate): boolean =>
  person.entity !== update.entity || person.group !== update.group || person.channel !== update.channel
