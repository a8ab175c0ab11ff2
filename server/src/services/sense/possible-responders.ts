/** How many responders there would be if a sentence were put now: participants who are present. */
import type { State } from '@rostrum/shared/contract/registry'
import { getResponder } from '@rostrum/shared/domain/sense/decide'
import type { PresentResponders } from '@rostrum/shared/projection/sense'
import { PeopleTally } from '../../engine/presence/people-tally.ts'
import type { Presence } from '../../engine/presence/presence.ts'
import { isCounted } from './counted-responders.ts'

/** The people who are present, counted by delegation. */
export type PossibleResponders = PeopleTally<string>

export const openPossibleResponders = (presence: Presence): PossibleResponders =>
  new PeopleTally(presence, ({ people }, person) => {
    const known = people.all.get(person)
    const isPresent = presence.isConnected(person) || presence.isCheckedIn(person)
    return isPresent && isCounted(known) ? getResponder('delegation', known) : undefined
  })

export function countPossible(possible: PossibleResponders, state: State): PresentResponders {
  const { size, counts } = possible.count(state)
  return { person: size, delegation: counts.size }
}
