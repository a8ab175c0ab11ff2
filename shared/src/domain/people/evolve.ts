import { Map as Table } from 'immutable'
import { getUsualDuties, type OfficeGrant, type OfficeHeld } from '../../contract/offices.ts'
import type { PeopleEvents, PeopleState } from '../../contract/people.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { Role } from '../../contract/roles.ts'

export const initialPeople: PeopleState = {
  all: Table(),
  notParticipants: [],
  lastNumber: 0,
  walkIns: 0,
  walkInPlaces: null,
  handedTo: null,
}

export const numberedRoles: readonly Role[] = ['participant', 'panellist']

export const peopleEvolvers: Evolvers<PeopleState, PeopleEvents> = {
  'people.admitted': (people, { people: admissions }, at) => {
    let lastNumber = people.lastNumber
    const notParticipants = [...people.notParticipants]
    const all = people.all.withMutations((table) => {
      for (const { person, office, walkIn: _, ...rest } of admissions) {
        const number = numberedRoles.includes(rest.role) ? ++lastNumber : 0
        const held = holdOffice({ all: table, notParticipants }, rest.role, office)
        if (rest.role !== 'participant' && !notParticipants.includes(person)) notParticipants.push(person)
        table.set(person, { id: person, ...rest, office: held, number, admittedAt: at, revoked: false, linkRenewals: 0 })
      }
    })
    const walkIns = people.walkIns + admissions.filter(({ walkIn }) => walkIn).length
    return { ...people, all, notParticipants, lastNumber, walkIns }
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
  'people.reinstated': (people, { person }) => {
    const found = people.all.get(person)
    return found ? { ...people, all: people.all.set(person, { ...found, revoked: false }) } : people
  },
  'people.link-renewed': (people, { person }) => {
    const found = people.all.get(person)
    return found ? { ...people, all: people.all.set(person, { ...found, linkRenewals: found.linkRenewals + 1 }) } : people
  },
  'people.duties-set': (people, { person, duties }) => {
    const found = people.all.get(person)
    return found?.office ? { ...people, all: people.all.set(person, { ...found, office: { ...found.office, duties } }) } : people
  },
  'people.walk-in-places-set': (people, { places }) => ({ ...people, walkInPlaces: places }),
  'people.chair-handed': (people, { to }) => ({ ...people, handedTo: to }),
}

const holdOffice = (
  { all, notParticipants }: Pick<PeopleState, 'all' | 'notParticipants'>,
  role: Role,
  granted: OfficeGrant | undefined,
): OfficeHeld | null => {
  if (role !== 'chair' && role !== 'secretariat') return null
  const { office, duties } = granted ?? { office: role, duties: getUsualDuties(role) }
  return { office, duties, number: notParticipants.filter((id) => all.get(id)?.office?.office === office).length + 1 }
}
