/** What is known of people beside their place in the session: apart from the log, so that it can be forgotten. */
import type { PersonId, SessionId } from '@rostrum/shared/kernel/ids'
import type { Store } from '../store/store.ts'

export type Details = {
  readonly name: string | null
  /** Whether the name may stand in the record beside the organization. */
  readonly named: boolean
}

export class Roster {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  async remember(session: SessionId, person: PersonId, details: Details): Promise<void> {
    await this.#store.put('roster', `${session}/${person}`, details)
  }
}
