/**
 * The names of speakers that the staff typed. The log only notes that there is one, by the id of the request. They are deleted with the
 * personal data.
 */
import type { EntryId, SessionId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import { listRows } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'

const nameRow = z.string()

export class TypedNames {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Returns false and changes nothing if the request already has a name. */
  async saveNew(session: SessionId, id: EntryId, name: string): Promise<boolean> {
    return await this.#store.putNew(`typed-names/${session}`, id, name)
  }

  async delete(session: SessionId, id: EntryId): Promise<void> {
    await this.#store.delete(`typed-names/${session}`, id)
  }

  async list(session: SessionId): Promise<ReadonlyMap<EntryId, string>> {
    const rows = await listRows(this.#store, `typed-names/${session}`, nameRow)
    return new Map(rows.map(([id, name]) => [id as EntryId, name]))
  }
}
