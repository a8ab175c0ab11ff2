/** Of how many it would be, were a sentence put now: participants who are present. A change costs those whom it touches. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { getResponder } from '@rostrum/shared/domain/sense/decide'
import type { PresentResponders } from '@rostrum/shared/projection/sense'
import type { Presence } from '../presence/presence.ts'
import { Tally } from '../presence/tally.ts'
import { TouchedPeople } from '../presence/touched-people.ts'
import type { StateChange } from '../session/change-listeners.ts'
import { isCounted } from './counted-responders.ts'

export class PossibleResponders {
  readonly #presence: Presence
  readonly #touched: TouchedPeople
  readonly #byDelegation = new Tally<PersonId, string>()

  constructor(presence: Presence) {
    this.#presence = presence
    this.#touched = new TouchedPeople(presence)
  }

  follow(change: StateChange): void {
    this.#touched.follow(change)
  }

  stop(): void {
    this.#touched.stop()
  }

  count({ people }: State): PresentResponders {
    for (const person of this.#touched.take()) {
      const known = people.all.get(person)
      const isPresent = this.#presence.isConnected(person) || this.#presence.isCheckedIn(person)
      this.#byDelegation.set(person, isPresent && isCounted(known) ? getResponder('delegation', known) : undefined)
    }
    return { person: this.#byDelegation.size, delegation: this.#byDelegation.counts.size }
  }
}
