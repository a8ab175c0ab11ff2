/** The server's one secret. Everything secret that is handed out is derived from it, so that nothing else secret is stored. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const row = z.strictObject({ key: z.string().min(40) })

export class Keys {
  readonly #key: Buffer

  private constructor(key: Buffer) {
    this.#key = key
  }

  /** Made once; of several nodes that start together, the first one's key stands. */
  static async open(store: Store): Promise<Keys> {
    await store.putNew('keys', 'server', { key: randomBytes(32).toString('base64url') })
    return new Keys(Buffer.from(row.parse(await store.get('keys', 'server')).key, 'base64url'))
  }

  /** 256 bits for these words. A purpose comes first, so that a secret of one kind can never be one of another. */
  derive(
    purpose: 'code' | 'cursor' | 'link' | 'organiser' | 'person' | 'ticket' | 'walk-in',
    ...words: readonly (string | number)[]
  ): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...words]))
      .digest()
  }
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Takes as long for a near miss as for a wild guess. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
