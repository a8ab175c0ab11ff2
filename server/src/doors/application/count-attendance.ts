/** Lists the members in the order of their numbers. Counts how many are registered, connected, checked in or not present. */

import { type ByChannel, getPresentChannel, makeByChannel } from '@rostrum/shared/contract/channels'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { PeopleState, Person } from '@rostrum/shared/contract/people'
import { isMember } from '../../engine/presence/membership.ts'
import type { Presence } from '../../engine/presence/presence.ts'

export type RosterIndex = {
  readonly people: readonly Person[]
  /** Counts members who are not revoked. */
  readonly registered: ByChannel<number>
  readonly groups: readonly { readonly group: GroupId | null; readonly registered: number }[]
}

export type AttendanceCounts = Omit<RosterIndex, 'people'> & {
  readonly connected: ByChannel<number>
  /** Members who are checked in, by the channel that they are registered for. */
  readonly checkedIn: ByChannel<number>
  /** Members who are connected or checked in, each counted once. */
  readonly present: ByChannel<number>
  /** Members who were connected before, but are now neither connected nor checked in. */
  readonly away: number
  readonly absent: number
}

/** An entry is valid until somebody is admitted, changed or revoked: `people.all` is then a new object. */
const indexCache = new WeakMap<PeopleState['all'], RosterIndex>()

export const indexRoster = (all: PeopleState['all']): RosterIndex => {
  const cached = indexCache.get(all)
  if (cached) return cached
  const people = [...all.values()].filter(isMember).sort((a, b) => a.number - b.number)
  const groups = new Map<GroupId | null, number>()
  const registered = makeByChannel(() => 0)
  for (const { group, channel, revoked } of people) {
    if (revoked) continue
    registered[channel] += 1
    groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  const index = { people, registered, groups: [...groups].map(([group, n]) => ({ group, registered: n })) }
  indexCache.set(all, index)
  return index
}

export const countAttendance = ({ people, registered, groups }: RosterIndex, presence: Presence): AttendanceCounts => {
  const [connected, checkedIn, present] = [makeByChannel(() => 0), makeByChannel(() => 0), makeByChannel(() => 0)]
  const notPresent = { away: 0, absent: 0 }
  for (const { id, channel, revoked } of people) {
    if (revoked) continue
    const attendance = presence.getAttendance(id)
    if (attendance.presence === 'connected') connected[channel] += 1
    if (attendance.checkedIn) checkedIn[channel] += 1
    if (attendance.presence === 'away' || attendance.presence === 'absent') notPresent[attendance.presence] += 1
    else present[getPresentChannel(channel, attendance.checkedIn)] += 1
  }
  return { registered, groups, connected, checkedIn, present, ...notPresent }
}
