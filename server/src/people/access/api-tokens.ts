/**
 * Secrets for programs. With a token, a program may do what an organizer may, except create tokens and organizers. A token is shown once,
 * stored as a hash, and can be revoked on its own.
 */

import { randomBytes } from 'node:crypto'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { listRows, readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { firstOrganizer } from './organizers.ts'
import { hashSecret } from './server-key.ts'

/** `madeBy`: the organizer who made the token. It ends with that organizer. */
const tokenRow = z.strictObject({ id: z.string(), name: z.string(), madeAt: z.number(), madeBy: z.string().default(firstOrganizer) })
export type ApiToken = z.infer<typeof tokenRow>

/** Marks a leaked token as one of ours. */
const tokenPrefix = 'rostrum_'
const tokenPattern = /^rostrum_[A-Za-z0-9_-]{32}$/

export class ApiTokens {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** `name`: the purpose of the token. */
  async issue(name: string, at: Instant, madeBy: string): Promise<ApiToken & { readonly secret: string }> {
    const secret = tokenPrefix + randomBytes(24).toString('base64url')
    const apiToken: ApiToken = { id: randomBytes(9).toString('base64url'), name, madeAt: at, madeBy }
    await this.#store.put('tokens', hashSecret(secret), apiToken)
    return { ...apiToken, secret }
  }

  async list(): Promise<readonly ApiToken[]> {
    const rows = await listRows(this.#store, 'tokens', tokenRow)
    return rows.map(([, token]) => token).sort((a, b) => a.madeAt - b.madeAt)
  }

  /** Returns false if there is no token with this id. */
  async revoke(id: string): Promise<boolean> {
    const found = (await listRows(this.#store, 'tokens', tokenRow)).find(([, token]) => token.id === id)
    if (found) await this.#store.delete('tokens', found[0])
    return found !== undefined
  }

  /** Deletes the tokens of an organizer. */
  async revokeMadeBy(organizer: string): Promise<void> {
    for (const [key, token] of await listRows(this.#store, 'tokens', tokenRow))
      if (token.madeBy === organizer) await this.#store.delete('tokens', key)
  }

  /** Returns the organizer who made this token, or null if it is not a token or was revoked. */
  async findMaker(secret: string): Promise<string | null> {
    if (!tokenPattern.test(secret)) return null
    return (await readRow(this.#store, 'tokens', hashSecret(secret), tokenRow))?.madeBy ?? null
  }
}
