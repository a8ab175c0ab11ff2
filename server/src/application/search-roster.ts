/** People of the roster by what somebody writes of them, by group, channel and whether they are there, a page at a time; with how many there are. */

import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { Attendance, Presence } from '../presence/presence.ts'
import { folded } from '../roster/folded.ts'
import type { Details, Roster } from '../roster/roster.ts'
import type { Findable } from '../roster/search-index.ts'
import type { Session } from '../session/session.ts'
import { type AttendanceCounts, countsOf, type Register, registerOf } from './count-attendance.ts'

export type RosterRow = Pick<Person, 'role' | 'entity' | 'group' | 'channel' | 'number' | 'revoked'> &
  Details &
  Attendance & { readonly person: PersonId }
export type RosterPage = {
  readonly people: readonly RosterRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Of all who may take part, whatever is looked for. */
  readonly counts: AttendanceCounts
}

export type Search = {
  readonly find: string
  readonly page: number
  /** Null: those of no group. */
  readonly group?: GroupId | null | undefined
  readonly channel?: Channel | undefined
  readonly state?: Attendance['presence'] | undefined
}

export type Known = { readonly roster: Roster; readonly findable: Findable }

const size = 50

/** In the order of their numbers. Without words only the page's details are read. */
export async function foundIn(session: Session, search: Search, { roster, findable }: Known, presence: Presence): Promise<RosterPage> {
  const register = registerOf(session.state.people.all)
  const { page } = search
  const found = await matching(session, register, search, findable, presence)
  const begin = (page - 1) * size
  const rows = found.slice(begin, begin + size).map(async (one) => rowOf(one, await roster.of(session.id, one.id), presence.of(one.id)))
  return {
    people: await Promise.all(rows),
    total: found.length,
    page,
    pages: Math.max(1, Math.ceil(found.length / size)),
    counts: countsOf(register, presence),
  }
}

/** The cheapest question first; the details of all are read only where somebody writes something. */
async function matching({ id }: Session, { people }: Register, search: Search, findable: Findable, presence: Presence) {
  const { find, group, channel, state } = search
  const words = folded(find).split(' ').filter(Boolean)
  const within = people.filter(
    (person) =>
      (group === undefined || person.group === group) &&
      (channel === undefined || person.channel === channel) &&
      (state === undefined || (!person.revoked && presence.of(person.id).presence === state)),
  )
  return words.length === 0 ? within : await findable.saying(id, within, words)
}

export const rowOf = (
  { id, role, entity, group, channel, number, revoked }: Person,
  details: Details,
  { presence, since, arrived }: Attendance,
): RosterRow => ({
  person: id,
  role,
  entity,
  group,
  channel,
  number,
  revoked,
  ...details,
  presence,
  since,
  arrived,
})
