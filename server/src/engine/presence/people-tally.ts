/** Counts people by kind, as they come, leave, are checked in and change. A change costs work only for the people whom it concerns. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { StateChange } from '../session/change-listeners.ts'
import type { Presence } from './presence.ts'
import { Tally } from './tally.ts'
import { TouchedPeople } from './touched-people.ts'

export class PeopleTally<Kind> {
  readonly #touched: TouchedPeople
  readonly #findKind: (state: State, person: PersonId) => Kind | undefined
  readonly #tally = new Tally<PersonId, Kind>()

  /** `findKind`: returns undefined for a person who is not counted. */
  constructor(presence: Presence, findKind: (state: State, person: PersonId) => Kind | undefined) {
    this.#touched = new TouchedPeople(presence)
    this.#findKind = findKind
  }

  follow(change: StateChange): void {
    this.#touched.follow(change)
  }

  stop(): void {
    this.#touched.stop()
  }

  count(state: State): Pick<Tally<PersonId, Kind>, 'size' | 'counts'> {
    for (const person of this.#touched.take()) this.#tally.set(person, this.#findKind(state, person))
    return this.#tally
  }
}
