/** Who is in the chair now. */
import type { PeopleState, Person } from './people.ts'

/** The officer to whom the chair was handed; else the one who was admitted first as chair, or with the Chair's screen. */
export const findPresiding = ({ all, handedTo }: PeopleState): Person | null => {
  const handed = handedTo === null ? undefined : all.get(handedTo)
  if (handed && !handed.revoked) return handed
  const chairs = [...all.values()].filter(({ role, revoked }) => role === 'chair' && !revoked)
  chairs.sort((a, b) => Number(a.office?.office !== 'chair') - Number(b.office?.office !== 'chair') || a.admittedAt - b.admittedAt)
  return chairs[0] ?? null
}
