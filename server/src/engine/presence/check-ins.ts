/** The people whom the secretariat checked in, and since when. Check-ins are not in the log, and are deleted with the personal data. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { listRows } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

const instantRow = z.number().transform((at) => at as Instant)

export class CheckIns {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Null removes the check-in. */
  async set(session: SessionId, person: PersonId, at: Instant | null): Promise<void> {
    if (at === null) await this.#store.delete(`check-ins/${session}`, person)
    else await this.#store.put(`check-ins/${session}`, person, at)
  }

  async list(session: SessionId): Promise<ReadonlyMap<PersonId, Instant>> {
    const rows = await listRows(this.#store, `check-ins/${session}`, instantRow)
    return new Map(rows.map(([person, at]) => [person as PersonId, at]))
  }
}
