/** Who is in the chair now. */
import { listNotParticipants } from './not-participants.ts'
import type { PeopleState, Person } from './people.ts'

/** The officer to whom the chair was handed; else the one who was admitted first as chair, or with the Chair's screen. */
export const findPresiding = (people: PeopleState): Person | null => {
  const { all, handedTo } = people
  const handed = handedTo === null ? undefined : all.get(handedTo)
  if (handed && !handed.revoked) return handed
  const chairs = listNotParticipants(people).filter(({ role, revoked }) => role === 'chair' && !revoked)
  chairs.sort((a, b) => Number(a.office?.office !== 'chair') - Number(b.office?.office !== 'chair') || a.admittedAt - b.admittedAt)
  return chairs[0] ?? null
}
