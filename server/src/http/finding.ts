/** People of the roster by what somebody writes of them, a page at a time. */
import { setImmediate as yielded } from 'node:timers/promises'
import type { Person } from '@rostrum/shared/contract/people'
import type { PersonId, SessionId } from '@rostrum/shared/kernel/ids'
import { folded } from '../roster/folded.ts'
import { type Details, noDetails, type Roster } from '../roster/roster.ts'

export type RosterRow = Pick<Person, 'role' | 'entity' | 'group' | 'channel' | 'number' | 'revoked'> &
  Details & { readonly person: PersonId }
export type RosterPage = { readonly people: readonly RosterRow[]; readonly total: number; readonly page: number; readonly pages: number }

const size = 50
/** People who are compared before others are served. */
const chunk = 1_000

/** In the order of their numbers. Without words it is everybody, and only the page's details are read. */
export async function foundIn(
  session: SessionId,
  all: readonly Person[],
  written: string,
  page: number,
  roster: Roster,
): Promise<RosterPage> {
  const words = folded(written).split(' ').filter(Boolean)
  const sorted = [...all].sort((a, b) => a.number - b.number)
  const found = words.length === 0 ? sorted : await matching(sorted, words, await roster.all(session))
  const begin = (page - 1) * size
  const rows = found.slice(begin, begin + size).map(async (person) => rowOf(person, await roster.of(session, person.id)))
  return { people: await Promise.all(rows), total: found.length, page, pages: Math.max(1, Math.ceil(found.length / size)) }
}

async function matching(people: readonly Person[], words: readonly string[], known: ReadonlyMap<PersonId, Details>) {
  const found: Person[] = []
  for (const [index, person] of people.entries()) {
    if (index % chunk === 0) await yielded()
    const { name, email, external } = known.get(person.id) ?? noDetails
    const text = folded(`${person.entity} ${name ?? ''} ${email ?? ''} ${external ?? ''} ${person.number}`)
    if (words.every((word) => text.includes(word))) found.push(person)
  }
  return found
}

export const rowOf = ({ id, role, entity, group, channel, number, revoked }: Person, details: Details): RosterRow => ({
  person: id,
  role,
  entity,
  group,
  channel,
  number,
  revoked,
  ...details,
})
