import { foldName } from '../kernel/fold-name.ts'
import type { PersonId } from './ids.ts'
import { maxPeople } from './lengths.ts'
import type { PeopleState, Person } from './people.ts'
import type { State } from './registry.ts'

/** True for a person who joined by code, until the staff have confirmed who they are. */
export const isUnconfirmed = (person: Pick<Person, 'walkIn'> | undefined): boolean =>
  person?.walkIn !== undefined && person.walkIn !== 'confirmed'

/** A person, and the name under which they ask, speak or write. */
export type Named = { readonly person: PersonId | null; readonly entity: string }

/** True for words under the name of an organization that their author claimed. No later name, and no end of the access, confirms it. */
export const isClaimed = ({ claimed }: Pick<PeopleState, 'claimed'>, { person, entity }: Named): boolean =>
  person !== null && claimed.get(person)?.includes(foldName(entity)) === true

/** The mark of a name that is to be confirmed. Absent for all others. */
export type ClaimMark = { readonly toConfirm?: true }

export const markClaim = (people: Pick<PeopleState, 'claimed'>, named: Named): ClaimMark =>
  isClaimed(people, named) ? { toConfirm: true } : {}

type PlacesState = Pick<State, 'people' | 'session'>

export const getWalkInPlaces = ({ people, session }: PlacesState): number => people.walkInPlaces ?? session.plan.walkInPlaces

export const countFreeWalkInPlaces = (state: PlacesState): number => Math.max(0, getWalkInPlaces(state) - state.people.walkIns)

/** True while the join code lets somebody new in. */
export const admitsByCode = (state: PlacesState): boolean =>
  countFreeWalkInPlaces(state) > 0 && state.people.all.size < maxPeople && state.session.plan.walkIns && state.session.phase !== 'closed'
