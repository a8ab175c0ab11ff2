/** The only secret key of the server. Links, codes and tickets are derived from it, so that no other secret is stored. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { parseRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'

const keyRow = z.strictObject({ key: z.string().min(40) })

export class ServerKey {
  readonly #key: Buffer

  private constructor(key: Buffer) {
    this.#key = key
  }

  /** Creates the key once. If several nodes start together, they all use the key of the first one. */
  static async open(store: Store): Promise<ServerKey> {
    if ((await store.get('keys', 'server')) === null) await store.putNew('keys', 'server', { key: randomBytes(32).toString('base64url') })
    return new ServerKey(Buffer.from(parseRow('keys', keyRow, await store.get('keys', 'server')).key, 'base64url'))
  }

  /** Rejects if the store has another key or none. Its tables are then not those with which this server started. */
  async verify(store: Store): Promise<void> {
    const row = keyRow.safeParse(await store.get('keys', 'server'))
    if (!row.success || !Buffer.from(row.data.key, 'base64url').equals(this.#key))
      throw new Error('the store has lost its tables, or is another one: links and lists of people are not there')
  }

  /** Derives 256 bits from these words. The purpose comes first, so that a secret of one kind is never valid as another kind. */
  derive(
    purpose:
      | 'captions'
      | 'code'
      | 'command'
      | 'cursor'
      | 'link'
      | 'organizer'
      | 'person'
      | 'ticket'
      | 'walk-in'
      | 'officer'
      | 'webhook'
      | 'webhook-message',
    ...words: readonly (string | number)[]
  ): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...words]))
      .digest()
  }
}

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Compares two secrets. The time that it takes reveals nothing except whether they have the same length. */
export const secretsMatch = (given: string, secret: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}
