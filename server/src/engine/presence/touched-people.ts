/** The people whom something has concerned since the last call, so that kept values are computed again for them alone. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { listTouchedPeople } from '@rostrum/shared/projection/people'
import type { StateChange } from '../session/change-listeners.ts'
import type { Presence } from './presence.ts'

export class TouchedPeople {
  readonly #presence: Presence
  readonly #stop: () => void
  #touched: Set<PersonId>

  /** Begins with everybody who was ever present. */
  constructor(presence: Presence) {
    this.#presence = presence
    this.#touched = new Set(presence.listSeen())
    this.#stop = presence.onChange((people) => this.add(people))
  }

  add(people: Iterable<PersonId>): void {
    for (const person of people) this.#touched.add(person)
  }

  follow({ from, to, events, reset }: StateChange): void {
    if (reset) this.add(this.#presence.listSeen())
    else if (from.people !== to.people) this.add(listTouchedPeople(events, { from, to }))
  }

  /** Returns the people concerned since the last call. */
  take(): ReadonlySet<PersonId> {
    const touched = this.#touched
    if (touched.size > 0) this.#touched = new Set()
    return touched
  }

  stop(): void {
    this.#stop()
  }
}
