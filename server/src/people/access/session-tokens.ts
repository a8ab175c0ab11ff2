/**
 * Secrets for programs that act in one session, with one role: a control surface, a stream computer, a conference system. A program acts as
 * the person of its role, so it shares that person's rights and credits. Each secret is shown once and stored as a digest. A revoked one
 * remains in the list, which counts the attempts to use it.
 */

import { randomBytes } from 'node:crypto'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { tokenRoles } from '@rostrum/shared/contract/session-tokens'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { listRows, readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { hashSecret } from './server-key.ts'

const instant = z.number().transform((value) => value as Instant)
const tokenRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(tokenRoles),
  person: z.string().transform((id) => id as PersonId),
  digest: z.string(),
  madeAt: instant,
  /** Null: it ends with the session. */
  endsAt: instant.nullable(),
  renewedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
const useRow = z.strictObject({ usedAt: instant.nullable(), refusedCount: z.number().int() })
const holderRow = z.strictObject({ session: z.string().transform((id) => id as SessionId), id: z.string() })

export type SessionToken = Omit<z.infer<typeof tokenRow>, 'digest'> & z.infer<typeof useRow>
export type NewSessionToken = Pick<SessionToken, 'name' | 'role' | 'person' | 'endsAt'>
export type TokenHolder = {
  readonly session: SessionId
  readonly person: PersonId
  readonly token: string
  readonly endsWithSession: boolean
}

/** Marks a leaked secret as one of ours. */
const secretPrefix = 'rst_'
const secretPattern = /^rst_[A-Za-z0-9_-]{32}$/
/** In milliseconds. The last use is stored at most this often. */
const useInterval = 10_000
const neverUsed = { usedAt: null, refusedCount: 0 }

export class SessionTokens {
  readonly #store: Store
  readonly #now: () => Instant
  readonly #storedUses = new Map<string, Instant>()

  constructor(store: Store, now: () => Instant) {
    this.#store = store
    this.#now = now
  }

  async issue(session: SessionId, wanted: NewSessionToken): Promise<SessionToken & { readonly secret: string }> {
    const id = randomBytes(9).toString('base64url')
    const { secret, digest } = await this.#issueSecret(session, id)
    const token = { id, ...wanted, madeAt: this.#now(), renewedAt: null, revokedAt: null }
    // The fields are in the order of the schema, so that a row that was read is written alike.
    await this.#store.put(`session-tokens/${session}`, id, tokenRow.parse({ ...token, digest }))
    return { ...token, ...neverUsed, secret }
  }

  /** Returns a new secret, or null if there is none to renew. When this resolves, the old secret opens nothing. */
  async renew(session: SessionId, id: string): Promise<(SessionToken & { readonly secret: string }) | null> {
    const old = await this.#get(session, id)
    if (old === null || old.revokedAt !== null) return null
    const { secret, digest } = await this.#issueSecret(session, id)
    const renewed = { ...old, digest, renewedAt: this.#now() }
    const changed = await this.#store.replaceAll(`session-tokens/${session}`, [{ key: id, before: old, value: renewed }])
    if (changed.length > 0) return null // it was revoked or renewed in the meantime
    return { ...(await this.#toToken(session, renewed)), secret }
  }

  /** Revokes a token. When this resolves, its secret opens nothing. Returns false if there is none to revoke. */
  async revoke(session: SessionId, id: string): Promise<boolean> {
    const old = await this.#get(session, id)
    if (old === null || old.revokedAt !== null) return false
    await this.#store.put(`session-tokens/${session}`, id, { ...old, revokedAt: this.#now() })
    return true
  }

  /** Lists the tokens in the order in which they were made. */
  async list(session: SessionId): Promise<readonly SessionToken[]> {
    const rows = await listRows(this.#store, `session-tokens/${session}`, tokenRow)
    const tokens = await Promise.all(rows.map(([, row]) => this.#toToken(session, row)))
    return tokens.sort((a, b) => a.madeAt - b.madeAt)
  }

  /**
   * Returns the holder whose rights the secret gives. Null if it is not a secret, or was renewed, revoked or has ended. Such attempts are
   * counted if its token is known.
   */
  async find(secret: string): Promise<TokenHolder | null> {
    if (!secretPattern.test(secret)) return null
    const digest = hashSecret(secret)
    const holder = await readRow(this.#store, 'session-tokens', digest, holderRow)
    const row = holder && (await this.#get(holder.session, holder.id))
    if (holder === null || row === null) return null
    const isValid = this.#isValid(row, digest)
    await this.#noteUse(holder.session, row.id, isValid)
    return isValid ? { session: holder.session, person: row.person, token: row.id, endsWithSession: row.endsAt === null } : null
  }

  /** Whether a secret that was found still has its rights. This does not count as a use. */
  async isStillValid(secret: string, { session, token }: Pick<TokenHolder, 'session' | 'token'>): Promise<boolean> {
    const row = await this.#get(session, token)
    return row !== null && this.#isValid(row, hashSecret(secret))
  }

  /** Deletes the tokens of a session that is being deleted. If it is interrupted, it can be repeated. */
  async deleteAll(session: SessionId): Promise<void> {
    for (const [digest, holder] of await listRows(this.#store, 'session-tokens', holderRow))
      if (holder.session === session) await this.#store.delete('session-tokens', digest)
    await this.#store.clear(`session-token-uses/${session}`)
    await this.#store.clear(`session-tokens/${session}`)
  }

  #isValid({ digest, revokedAt, endsAt }: z.infer<typeof tokenRow>, wanted: string): boolean {
    return digest === wanted && revokedAt === null && (endsAt === null || endsAt > this.#now())
  }

  async #get(session: SessionId, id: string) {
    return await readRow(this.#store, `session-tokens/${session}`, id, tokenRow)
  }

  async #toToken(session: SessionId, { digest: _, ...row }: z.infer<typeof tokenRow>): Promise<SessionToken> {
    return { ...row, ...((await readRow(this.#store, `session-token-uses/${session}`, row.id, useRow)) ?? neverUsed) }
  }

  async #issueSecret(session: SessionId, id: string) {
    const secret = secretPrefix + randomBytes(24).toString('base64url')
    const digest = hashSecret(secret)
    await this.#store.put('session-tokens', digest, { session, id })
    return { secret, digest }
  }

  /** Stores a use in a row of its own, so that it cannot bring a revoked token back. */
  async #noteUse(session: SessionId, id: string, isValid: boolean): Promise<void> {
    const at = this.#now()
    const stored = this.#storedUses.get(id)
    if (isValid && stored !== undefined && at - stored < useInterval) return
    this.#storedUses.set(id, at)
    const table = `session-token-uses/${session}` as const
    const before = (await readRow(this.#store, table, id, useRow)) ?? neverUsed
    const value = isValid ? { ...before, usedAt: at } : { ...before, refusedCount: before.refusedCount + 1 }
    await this.#store.put(table, id, value)
  }
}
