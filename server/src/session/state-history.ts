/** The latest states, by revision, so that a screen that reconnects gets a delta and not a snapshot. */

import type { State } from '@rostrum/shared/contract/registry'
import type { Revision } from '@rostrum/shared/kernel/revision'

const maxStates = 4096

export class StateHistory {
  readonly #states = new Map<Revision, State>()

  add(revision: Revision, state: State): void {
    this.#states.set(revision, state)
    this.#states.delete((revision - maxStates) as Revision)
  }

  get(revision: Revision): State | undefined {
    return this.#states.get(revision)
  }

  clear(): void {
    this.#states.clear()
  }
}
