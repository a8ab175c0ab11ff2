/** The officer in the chair. */

import { listNotParticipants } from './participants.ts'
import type { PeopleState, Person } from './people.ts'
import { roleRules } from './roles.ts'

/** Finds the officer to whom the chair was handed. Otherwise finds the one who was first admitted as chair, or with the Chair's screen. */
export const findPresiding = (people: PeopleState): Person | null => {
  const { all, handedTo } = people
  const handed = handedTo === null ? undefined : all.get(handedTo)
  if (handed && !handed.revoked) return handed
  const chairs = listNotParticipants(people).filter(({ role, revoked }) => roleRules[role].mayPreside && !revoked)
  chairs.sort((a, b) => Number(a.office?.office !== 'chair') - Number(b.office?.office !== 'chair') || a.admittedAt - b.admittedAt)
  return chairs[0] ?? null
}
