/** The listeners that are called when something has become durable. */
import type { Event, State } from '@rostrum/shared/contract/registry'
import type { Revision } from '@rostrum/shared/kernel/revision'

/** A change that has become durable. `reset`: `to` does not follow from what was shown before, so every screen needs a new snapshot. */
export type StateChange = {
  readonly from: State
  readonly to: State
  readonly revision: Revision
  readonly events: readonly Event[]
  readonly reset: boolean
}

export class ChangeListeners {
  readonly #listeners = new Set<(change: StateChange) => void>()
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  /** Adds a listener. Returns a function that removes it. */
  add(listener: (change: StateChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls every listener. An error in one does not keep the change from the others. */
  notify(change: StateChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        this.#onError(error)
      }
    }
  }
}
