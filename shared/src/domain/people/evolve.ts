import { Map as Table } from 'immutable'
import type { PersonId } from '../../contract/ids.ts'
import { getUsualDuties, type OfficeGrant, type OfficeHeld } from '../../contract/offices.ts'
import type { PeopleEvents, PeopleState, Person } from '../../contract/people.ts'
import type { Evolvers } from '../../contract/registry.ts'
import { isStaff, type Role, roleRules } from '../../contract/roles.ts'
import { putPeople } from './put-people.ts'

export const initialPeople: PeopleState = {
  all: Table(),
  organizations: Table(),
  toConfirm: [],
  claimed: Table(),
  afar: [],
  notParticipants: [],
  lastNumber: 0,
  walkIns: 0,
  walkInPlaces: null,
  handedTo: null,
}

const change = (people: PeopleState, id: PersonId, make: (found: Person) => Person): PeopleState => {
  const found = people.all.get(id)
  return found ? putPeople(people, [make(found)]) : people
}

export const peopleEvolvers: Evolvers<PeopleState, PeopleEvents> = {
  'people.admitted': (people, { people: admissions }, at) => {
    let lastNumber = people.lastNumber
    const notParticipants = [...people.notParticipants]
    const all = people.all.asMutable()
    const admitted = admissions.map(({ person, office, walkIn, ...rest }): Person => {
      const number = roleRules[rest.role].maySpeak ? ++lastNumber : 0
      const held = holdOffice({ all, notParticipants }, rest.role, office)
      if (!roleRules[rest.role].countsAsParticipant && !notParticipants.includes(person)) notParticipants.push(person)
      const joined = { id: person, ...rest, office: held, number, admittedAt: at, revoked: false, linkRenewals: 0 }
      const one: Person = walkIn ? { ...joined, walkIn: walkIn === 'claims' ? 'claims' : 'free' } : joined
      all.set(person, one)
      return one
    })
    const walkIns = people.walkIns + admissions.filter(({ walkIn }) => walkIn).length
    return { ...putPeople(people, admitted), notParticipants, lastNumber, walkIns }
  },
  'people.changed': (people, { people: changes }) =>
    putPeople(
      people,
      changes.flatMap(({ person, entity, group, channel }) => {
        const found = people.all.get(person)
        return found ? [{ ...found, entity, group, channel }] : []
      }),
    ),
  'people.confirmed': (people, { person }) => change(people, person, (found) => ({ ...found, walkIn: 'confirmed' })),
  'people.claims-found': (people, { people: found }) =>
    putPeople(
      people,
      found.flatMap((id) => {
        const person = people.all.get(id)
        return person?.walkIn === 'free' ? [{ ...person, walkIn: 'claims' as const }] : []
      }),
    ),
  'people.revoked': (people, { person }) => change(people, person, (found) => ({ ...found, revoked: true })),
  'people.reinstated': (people, { person }) => change(people, person, (found) => ({ ...found, revoked: false })),
  'people.link-renewed': (people, { person }) => change(people, person, (found) => ({ ...found, linkRenewals: found.linkRenewals + 1 })),
  'people.duties-set': (people, { person, duties }) =>
    change(people, person, (found) => (found.office ? { ...found, office: { ...found.office, duties } } : found)),
  'people.walk-in-places-set': (people, { places }) => ({ ...people, walkInPlaces: places }),
  'people.chair-handed': (people, { to }) => ({ ...people, handedTo: to }),
}

const holdOffice = (
  { all, notParticipants }: Pick<PeopleState, 'all' | 'notParticipants'>,
  role: Role,
  granted: OfficeGrant | undefined,
): OfficeHeld | null => {
  if (!isStaff(role)) return null
  const { office, duties } = granted ?? { office: role, duties: getUsualDuties(role) }
  return { office, duties, number: notParticipants.filter((id) => all.get(id)?.office?.office === office).length + 1 }
}
