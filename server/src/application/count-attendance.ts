/** The roster's people in the order of their numbers, and how many of them there are: registered, on the line, checked in, not there. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { PeopleState, Person } from '@rostrum/shared/contract/people'
import type { Presence } from '../presence/presence.ts'
import { isListed } from '../roster/membership.ts'

type ByChannel = { readonly room: number; readonly remote: number }

export type Register = {
  readonly people: readonly Person[]
  /** Of those who may take part. */
  readonly registered: ByChannel
  readonly groups: readonly { readonly group: GroupId | null; readonly registered: number }[]
}

export type AttendanceCounts = Omit<Register, 'people'> & {
  readonly connected: ByChannel
  /** Checked in, by the channel that they are registered for. */
  readonly arrived: ByChannel
  /** Connected or checked in, each once; whoever is checked in is in the room. */
  readonly present: ByChannel
  /** Were on the line, and are neither that nor checked in. */
  readonly away: number
  readonly absent: number
}

/** Made once for as long as nobody is admitted, changed or revoked. */
const made = new WeakMap<PeopleState['all'], Register>()

export const registerOf = (all: PeopleState['all']): Register => {
  const before = made.get(all)
  if (before) return before
  const people = [...all.values()].filter(isListed).sort((a, b) => a.number - b.number)
  const groups = new Map<GroupId | null, number>()
  const registered = { room: 0, remote: 0 }
  for (const { group, channel, revoked } of people) {
    if (revoked) continue
    registered[channel] += 1
    groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  const register = { people, registered, groups: [...groups].map(([group, n]) => ({ group, registered: n })) }
  made.set(all, register)
  return register
}

export const countsOf = ({ people, registered, groups }: Register, presence: Presence): AttendanceCounts => {
  const [connected, arrived, present] = [none(), none(), none()]
  const gone = { away: 0, absent: 0 }
  for (const { id, channel, revoked } of people) {
    if (revoked) continue
    const state = presence.of(id)
    if (state.presence === 'connected') connected[channel] += 1
    if (state.arrived) arrived[channel] += 1
    if (state.presence === 'away' || state.presence === 'absent') gone[state.presence] += 1
    else present[state.arrived ? 'room' : channel] += 1
  }
  return { registered, groups, connected, arrived, present, ...gone }
}

const none = () => ({ room: 0, remote: 0 })
