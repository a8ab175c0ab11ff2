/** The list of speakers when the staff confirm somebody who claimed an organization. */
import type { PersonId } from '../../contract/ids.ts'
import type { QueueState } from '../../contract/queue.ts'
import type { Event } from '../../contract/registry.ts'
import { readClaim } from '../../contract/voices.ts'

/** Returns the event that counts what the person has asked for and said in the name of their organization. None if they counted so before. */
export const confirmClaim = ({ requests, repliesGiven, entries, confirmed }: QueueState, person: PersonId): readonly Event[] => {
  const hasClaimed =
    requests.some(({ claimants }) => claimants?.includes(person)) ||
    repliesGiven.some((voice) => readClaim(voice, person) !== undefined) ||
    [...entries.values()].some(({ speaker, onBehalfOf }) => [speaker, ...onBehalfOf].some((one) => one.person === person && one.claims))
  return hasClaimed && !confirmed.includes(person) ? [{ type: 'queue.claim-confirmed', data: { person } }] : []
}
