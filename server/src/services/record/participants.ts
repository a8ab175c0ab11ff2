/** The list of participants, by group and organization. A name is given only if the person agreed. */

import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { listParticipants } from '@rostrum/shared/contract/participants'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { markNotConfirmed } from './not-confirmed.ts'

/** The names of those who agreed that the record gives them. They are personal data, so they are not in the log. */
export type AgreedNames = ReadonlyMap<PersonId, string>

export const noNames: AgreedNames = new Map()

/** Lists the people who are registered, in the order of the groups, the organizations and the registrations. */
export function buildParticipants({ people, session }: State, names: AgreedNames): SessionRecord['participants'] {
  const ranks = new Map(session.groups.map(({ id }, index) => [id, index]))
  const rank = (group: GroupId | null) => (group === null ? ranks.size : (ranks.get(group) ?? ranks.size))
  return [...listParticipants(people)]
    .sort((a, b) => rank(a.group) - rank(b.group) || compare(a.entity, b.entity) || a.number - b.number)
    .map(({ id: person, entity, group, channel }) => ({
      entity,
      ...markNotConfirmed({ people }, { person, entity }),
      group,
      channel,
      name: names.get(person) ?? null,
    }))
}

/** Compares by code, so that the order is the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
