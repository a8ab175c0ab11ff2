/** Who is in the room by the desk's own eyes, and since when: beside the log, and forgotten with the names. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const instant = z.number().transform((at) => at as Instant)

export class Arrivals {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Null takes the mark away. */
  async mark(session: SessionId, person: PersonId, at: Instant | null): Promise<void> {
    if (at === null) await this.#store.delete(`arrivals/${session}`, person)
    else await this.#store.put(`arrivals/${session}`, person, at)
  }

  async all(session: SessionId): Promise<ReadonlyMap<PersonId, Instant>> {
    const rows = await this.#store.list(`arrivals/${session}`)
    return new Map(rows.map(([person, at]) => [person as PersonId, instant.parse(at)]))
  }
}
