/** How many responders there would be if a sentence were put now: the people who are present and whose registration is known. */
import { isParticipant } from '@rostrum/shared/contract/participants'
import type { State } from '@rostrum/shared/contract/registry'
import { canRespond, getResponder } from '@rostrum/shared/domain/sense/decide'
import type { PresentResponders } from '@rostrum/shared/projection/sense'
import { PeopleTally } from '../../engine/presence/people-tally.ts'
import type { Presence } from '../../engine/presence/presence.ts'

/** The people who are present, counted by delegation. Those who are not confirmed are counted together. */
export type PossibleResponders = PeopleTally<string>

const unconfirmed = 'unconfirmed'

export const openPossibleResponders = (presence: Presence): PossibleResponders =>
  new PeopleTally(presence, ({ people }, person) => {
    const known = people.all.get(person)
    const isPresent = presence.isConnected(person) || presence.isCheckedIn(person)
    if (!isPresent || known === undefined || !isParticipant(known)) return
    return canRespond(known) ? getResponder('delegation', known) : unconfirmed
  })

export function countPossible(possible: PossibleResponders, state: State): PresentResponders {
  const { size, counts } = possible.count(state)
  const others = counts.get(unconfirmed) ?? 0
  return { person: size - others, delegation: counts.size - Math.min(others, 1), unconfirmed: others }
}
