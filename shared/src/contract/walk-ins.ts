import { maxPeople } from './lengths.ts'
import type { Person } from './people.ts'
import type { State } from './registry.ts'

/** True for a person who joined by code, until the staff have confirmed who they are. */
export const isUnconfirmed = (person: Pick<Person, 'walkIn'> | undefined): boolean =>
  person?.walkIn !== undefined && person.walkIn !== 'confirmed'

type PlacesState = Pick<State, 'people' | 'session'>

export const getWalkInPlaces = ({ people, session }: PlacesState): number => people.walkInPlaces ?? session.plan.walkInPlaces

export const countFreeWalkInPlaces = (state: PlacesState): number => Math.max(0, getWalkInPlaces(state) - state.people.walkIns)

/** True while the join code lets somebody new in. */
export const admitsByCode = (state: PlacesState): boolean =>
  countFreeWalkInPlaces(state) > 0 && state.people.all.size < maxPeople && state.session.plan.walkIns && state.session.phase !== 'closed'
