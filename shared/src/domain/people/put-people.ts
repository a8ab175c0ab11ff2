/** Puts people into the state with everything that follows from it: the organizations, and who claims one that is known. */

import type { Map as Table } from 'immutable'
import { channelRules } from '../../contract/channels.ts'
import { isParticipant } from '../../contract/participants.ts'
import type { Organization, PeopleState, Person } from '../../contract/people.ts'
import { isUnconfirmed } from '../../contract/walk-ins.ts'
import { foldName } from '../../kernel/fold-name.ts'

type Organizations = Table<string, Organization>

const claims = ({ walkIn, revoked }: Person): boolean => walkIn === 'claims' && !revoked
const followsFromAfar = (person: Person): boolean => isUnconfirmed(person) && channelRules[person.channel].usesMeeting && !person.revoked

/** `changed`: new people, and people who replace those with the same id. Of others only the lists of those who wait for a yes are copied. */
export const putPeople = (people: PeopleState, changed: Iterable<Person>): PeopleState => {
  const all = people.all.asMutable()
  const organizations = people.organizations.asMutable()
  let { toConfirm, claimed, afar } = people
  const put = (person: Person): Organization | null => {
    const before = all.get(person.id)
    const folded = foldName(person.entity)
    if (before) count(organizations, before.entity === person.entity ? folded : foldName(before.entity), before, -1)
    const known = (organizations.get(folded)?.known ?? 0) > 0
    const after: Person = person.walkIn === 'free' && known ? { ...person, walkIn: 'claims' } : person
    all.set(after.id, after)
    claimed = updateClaimed(claimed, after, folded)
    toConfirm = update(toConfirm, after.number, before !== undefined && claims(before), claims(after))
    afar = update(afar, after.number, before !== undefined && followsFromAfar(before), followsFromAfar(after))
    return count(organizations, folded, after, 1)
  }
  let isNewlyKnown = false
  for (const person of changed) {
    const organization = put(person)
    if (organization?.known === 1 && organization.people > 1) isNewlyKnown = true
  }
  // People who were there under that name before it was known claim it now.
  if (isNewlyKnown) for (const person of [...all.values()]) if (person.walkIn === 'free') put(person)
  return { ...people, all: all.asImmutable(), organizations: organizations.asImmutable(), toConfirm, claimed, afar }
}

/** Counts a person in (`by` 1) or out (-1), and returns the organization. */
const count = (organizations: Organizations, folded: string, person: Person, by: 1 | -1): Organization | null => {
  if (!isParticipant(person)) return null
  const before = organizations.get(folded) ?? { name: person.entity, group: person.group, people: 0, known: 0 }
  const known = isUnconfirmed(person) ? 0 : by
  // The name and the group are those of the first who is registered or confirmed, and until then of the first who joined by code.
  const { entity: name, group } = before.known === 0 && known > 0 ? person : { entity: before.name, group: before.group }
  const after: Organization = { name, group, people: before.people + by, known: before.known + known }
  if (after.people > 0) organizations.set(folded, after)
  else organizations.delete(folded)
  return after
}

/** Adds the name that a person claims, and removes the name under which the staff have confirmed the person. */
const updateClaimed = (claimed: PeopleState['claimed'], { id, walkIn }: Person, folded: string): PeopleState['claimed'] => {
  const names = claimed.get(id) ?? []
  if (walkIn === 'claims') return names.includes(folded) ? claimed : claimed.set(id, names.concat(folded))
  if (walkIn !== 'confirmed' || !names.includes(folded)) return claimed
  const others = names.filter((name) => name !== folded)
  return others.length === 0 ? claimed.delete(id) : claimed.set(id, others)
}

const update = (numbers: readonly number[], number: number, was: boolean, is: boolean): readonly number[] =>
  was === is ? numbers : is ? numbers.concat(number) : numbers.filter((one) => one !== number)
