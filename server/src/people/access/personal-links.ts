/**
 * The links of members and officers. A secret is derived, not stored, so that it can be shown again. A renewal makes the old one invalid.
 */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import { parseRow, readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { hashSecret, type ServerKey } from './server-key.ts'

export type LinkHolder = { readonly session: SessionId; readonly person: PersonId; readonly link: string }

const linkRow = z.strictObject({ session: z.string(), person: z.string(), generation: z.number().int() })
/** `link`: the hash of the secret. Rows of older versions do not have it. */
const generationRow = z.strictObject({ generation: z.number().int(), link: z.string().optional() })

export class PersonalLinks {
  readonly #store: Store
  readonly #serverKey: ServerKey

  constructor(store: Store, serverKey: ServerKey) {
    this.#store = store
    this.#serverKey = serverKey
  }

  /** Returns the secret of the current link. If there is none, the first link is created. */
  async getOrCreate(session: SessionId, person: PersonId): Promise<string> {
    const generation = await this.#getGeneration(session, person)
    return generation === null ? await this.#issue(session, person, 1) : this.#deriveSecret(session, person, generation)
  }

  /** Returns a new secret. When this resolves, the old link and all tickets from it are invalid. */
  async renew(session: SessionId, person: PersonId): Promise<string> {
    const old = await this.#getGeneration(session, person)
    const secret = await this.#issue(session, person, (old ?? 0) + 1)
    if (old !== null) await this.#store.delete('links', hashSecret(this.#deriveSecret(session, person, old)))
    return secret
  }

  /** Returns the holder of a link, or null. `link` in the result is the hash that tickets refer to. */
  async find(secret: string): Promise<LinkHolder | null> {
    const link = hashSecret(secret)
    const found = await readRow(this.#store, 'links', link, linkRow)
    if (found === null) return null
    const [session, person] = [found.session as SessionId, found.person as PersonId]
    return (await this.#getGeneration(session, person)) === found.generation ? { session, person, link } : null
  }

  /** Whether this is still the current link of its person. It reads one row, because thousands may return at once. */
  async isCurrent({ session, person, link }: LinkHolder): Promise<boolean> {
    const found = await readRow(this.#store, 'links', makeGenerationKey(session, person), generationRow)
    return found !== null && link === (found.link ?? hashSecret(this.#deriveSecret(session, person, found.generation)))
  }

  /** Makes all links of a session invalid. If it is interrupted, it can be repeated. */
  async deleteAll(session: SessionId): Promise<void> {
    const keyPrefix = makeGenerationKey(session, '' as PersonId)
    for (const [key, value] of await this.#store.list('links')) {
      if (!key.startsWith(keyPrefix)) continue
      const { generation } = parseRow('links', generationRow, value)
      await this.#store.delete('links', hashSecret(this.#deriveSecret(session, key.slice(keyPrefix.length) as PersonId, generation)))
      await this.#store.delete('links', key)
    }
  }

  /** Stores the generation and the hash together or not at all. The generation decides, so that exactly one link is valid at any time. */
  async #issue(session: SessionId, person: PersonId, generation: number): Promise<string> {
    const secret = this.#deriveSecret(session, person, generation)
    const link = hashSecret(secret)
    await this.#store.putAll('links', [
      [link, { session, person, generation }],
      [makeGenerationKey(session, person), { generation, link }],
    ])
    return secret
  }

  async #getGeneration(session: SessionId, person: PersonId): Promise<number | null> {
    const found = await readRow(this.#store, 'links', makeGenerationKey(session, person), generationRow)
    return found?.generation ?? null
  }

  #deriveSecret(session: SessionId, person: PersonId, generation: number): string {
    return this.#serverKey.derive('link', session, person, generation).subarray(0, 24).toString('base64url')
  }
}

/** Hashes contain no slash, so these keys differ from them. */
const makeGenerationKey = (session: SessionId, person: PersonId): string => `${session}/${person}`
