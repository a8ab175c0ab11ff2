/** Secrets for programs: with one, a program may do all that the organiser may, except make more of them. Shown once, stored hashed, taken back one by one. */

import { randomBytes } from 'node:crypto'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { hashOf } from './server-key.ts'

const row = z.strictObject({ id: z.string(), name: z.string(), madeAt: z.number() })
export type Token = z.infer<typeof row>

/** So that one which turns up where it should not is recognized for what it is. */
const prefix = 'rostrum_'
const form = /^rostrum_[A-Za-z0-9_-]{32}$/

export class Tokens {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** `name` says what it is for. */
  async issue(name: string, at: Instant): Promise<Token & { readonly token: string }> {
    const token = prefix + randomBytes(24).toString('base64url')
    const made: Token = { id: randomBytes(9).toString('base64url'), name, madeAt: at }
    await this.#store.put('tokens', hashOf(token), made)
    return { ...made, token }
  }

  async list(): Promise<readonly Token[]> {
    const rows = await this.#store.list('tokens')
    return rows.map(([, value]) => row.parse(value)).sort((a, b) => a.madeAt - b.madeAt)
  }

  /** False where there is none of this id. */
  async revoke(id: string): Promise<boolean> {
    const found = (await this.#store.list('tokens')).find(([, value]) => row.parse(value).id === id)
    if (found) await this.#store.delete('tokens', found[0])
    return found !== undefined
  }

  async is(secret: string): Promise<boolean> {
    return form.test(secret) && (await this.#store.get('tokens', hashOf(secret))) !== null
  }
}
