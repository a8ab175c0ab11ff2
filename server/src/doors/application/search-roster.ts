/** Searches the roster by text, group, channel and attendance. The result is one page, with the counts of the whole roster. */

import type { RosterPage, RosterRow } from '@rostrum/shared/api/people'
import type { Channel } from '@rostrum/shared/contract/channels'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { getWalkInPlaces } from '@rostrum/shared/contract/walk-ins'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import type { Attendance, Presence } from '../../engine/presence/presence.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Roster } from '../../people/roster/roster.ts'
import type { RosterSearchIndex } from '../../people/roster/search-index.ts'
import { isAt, type MailStore } from '../../services/mail/mail-store.ts'
import { countAttendance, indexRoster, type RosterIndex } from './count-attendance.ts'
import { type Invitee, listChanges } from './invite-people.ts'

export type RosterQuery = {
  readonly find: string
  readonly page: number
  /** Null: people without a group. */
  readonly group?: GroupId | null | undefined
  readonly channel?: Channel | undefined
  readonly state?: Attendance['presence'] | undefined
}

export type SearchPorts = { readonly roster: Roster; readonly searchIndex: RosterSearchIndex; readonly mail: MailStore }

const pageSize = 50

/** Searches the roster, in the order of people's numbers. If the query has no words, only the details of the page are read. */
export async function searchRoster(
  session: Session,
  query: RosterQuery,
  { roster, searchIndex, mail }: SearchPorts,
  presence: Presence,
): Promise<RosterPage> {
  const index = indexRoster(session.state.people.all)
  const { page } = query
  const found = await filterPeople(session, index, query, searchIndex, presence)
  const begin = (page - 1) * pageSize
  const rows = found.slice(begin, begin + pageSize).map(async (person) => {
    const [details, delivery] = [await roster.get(session.id, person.id), await mail.getDelivery(session.id, person.id)]
    return toRosterRow({ person, details, delivery }, presence.getAttendance(person.id), session.plan)
  })
  return {
    people: await Promise.all(rows),
    total: found.length,
    page,
    pages: Math.max(1, Math.ceil(found.length / pageSize)),
    counts: countAttendance(index, presence),
    walkIns: countWalkIns(session),
    groups: session.state.session.groups,
  }
}

const countWalkIns = ({ state }: Session): RosterPage['walkIns'] =>
  state.session.plan.walkIns ? { came: state.people.walkIns, places: getWalkInPlaces(state) } : null

/** Filters by the cheapest conditions first. The details of all people are read only if the query has words. */
async function filterPeople(
  { id }: Session,
  { people }: RosterIndex,
  query: RosterQuery,
  searchIndex: RosterSearchIndex,
  presence: Presence,
) {
  const { find, group, channel, state } = query
  const words = foldForSearch(find).split(' ').filter(Boolean)
  const within = people.filter(
    (person) =>
      (group === undefined || person.group === group) &&
      (channel === undefined || person.channel === channel) &&
      (state === undefined || (!person.revoked && presence.getAttendance(person.id).presence === state)),
  )
  return words.length === 0 ? within : await searchIndex.match(id, within, words)
}

export const toRosterRow = (invitee: Invitee, { presence, since, checkedIn }: Attendance, plan: Plan): RosterRow => ({
  person: invitee.person.id,
  role: invitee.person.role,
  entity: invitee.person.entity,
  group: invitee.person.group,
  channel: invitee.person.channel,
  number: invitee.person.number,
  revoked: invitee.person.revoked,
  ...invitee.details,
  presence,
  since,
  checkedIn,
  invitation: describeInvitation(invitee, plan),
})

const describeInvitation = (invitee: Invitee, plan: Plan): RosterRow['invitation'] => {
  const { details, delivery } = invitee
  if (delivery === null || !isAt(delivery, details.email)) return null
  return { status: delivery.status, at: delivery.at, code: delivery.code, changed: listChanges(invitee, plan) }
}
