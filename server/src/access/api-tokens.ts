/**
 * Secrets for programs. With a token a program may do what the organizer may, except create tokens.
 * A token is shown once, stored as a hash, and can be revoked alone.
 */

import { randomBytes } from 'node:crypto'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { hashSecret } from './server-key.ts'

const tokenRow = z.strictObject({ id: z.string(), name: z.string(), madeAt: z.number() })
export type ApiToken = z.infer<typeof tokenRow>

/** So that a leaked token is recognized as one. */
const tokenPrefix = 'rostrum_'
const tokenPattern = /^rostrum_[A-Za-z0-9_-]{32}$/

export class ApiTokens {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** `name` says what the token is for. */
  async issue(name: string, at: Instant): Promise<ApiToken & { readonly token: string }> {
    const token = tokenPrefix + randomBytes(24).toString('base64url')
    const apiToken: ApiToken = { id: randomBytes(9).toString('base64url'), name, madeAt: at }
    await this.#store.put('tokens', hashSecret(token), apiToken)
    return { ...apiToken, token }
  }

  async list(): Promise<readonly ApiToken[]> {
    const rows = await this.#store.list('tokens')
    return rows.map(([, value]) => tokenRow.parse(value)).sort((a, b) => a.madeAt - b.madeAt)
  }

  /** False if there is no token with this id. */
  async revoke(id: string): Promise<boolean> {
    const found = (await this.#store.list('tokens')).find(([, value]) => tokenRow.parse(value).id === id)
    if (found) await this.#store.delete('tokens', found[0])
    return found !== undefined
  }

  async accepts(secret: string): Promise<boolean> {
    return tokenPattern.test(secret) && (await this.#store.get('tokens', hashSecret(secret))) !== null
  }
}
