/** Participants, who are many, and everybody else: officers, panellists, interpreters and screens. */

import { type Channel, makeByChannel } from './channels.ts'
import type { PeopleState, Person } from './people.ts'
import { roleRules } from './roles.ts'

/** True for a participant whose access has not ended. Only these count. */
export const isParticipant = ({ role, revoked }: Pick<Person, 'role' | 'revoked'>): boolean =>
  roleRules[role].countsAsParticipant && !revoked

export const listParticipants = ({ all }: PeopleState): readonly Person[] => [...all.values()].filter(isParticipant)

/** Lists everybody else in the order of their admission. They are few, so a search for one of them need not look at everybody. */
export const listNotParticipants = ({ all, notParticipants }: PeopleState): readonly Person[] =>
  notParticipants.flatMap((id) => all.get(id) ?? [])

export const countByChannel = (people: readonly Pick<Person, 'channel'>[]): Record<Channel, number> => {
  const counts = makeByChannel(() => 0)
  for (const { channel } of people) counts[channel] += 1
  return counts
}
