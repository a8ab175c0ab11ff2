/** The latest states, by revision, so that a screen that was away gets the difference and not the whole. */

import type { Revision } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'

const kept = 4096

export class Moments {
  readonly #states = new Map<Revision, State>()

  keep(revision: Revision, state: State): void {
    this.#states.set(revision, state)
    this.#states.delete((revision - kept) as Revision)
  }

  at(revision: Revision): State | undefined {
    return this.#states.get(revision)
  }

  clear(): void {
    this.#states.clear()
  }
}
