/**
 * The people who set sessions up. Each organizer has a secret of their own, which can be renewed or ended on its own. The first organizer
 * belongs to the people who run the server. It always exists, and its secret is derived, so that it can be printed again. Every other
 * secret is random, shown once, and stored as a digest.
 */
import { randomBytes } from 'node:crypto'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import { hashSecret, type ServerKey, secretsMatch } from './server-key.ts'

export const firstOrganizer = 'first'

export type Organizer = {
  readonly id: string
  /** A function, such as "Conference services". Null for the first organizer. */
  readonly name: string | null
  readonly madeAt: Instant | null
  readonly renewedAt: Instant | null
  readonly usedAt: Instant | null
}
export type OrganizerWithSecret = Organizer & { readonly secret: string }

const instant = z.number().transform((value) => value as Instant)
const madeRow = z.strictObject({ name: z.string(), madeAt: instant })
/** `at`: null until the secret is renewed. */
const secretRow = z.strictObject({ digest: z.string(), at: instant.nullable() })
const generationRow = z.strictObject({ generation: z.number().int(), at: instant })
const useRow = z.strictObject({ at: instant })
const holderRow = z.strictObject({ organizer: z.string() })

const secretPattern = /^[A-Za-z0-9_-]{32}$/
/** In milliseconds. The last use is stored at most this often. */
const useInterval = 60_000

/** Digests and ids contain no slash, so these keys differ from them. */
const makeKey = (id: string, row: 'made' | 'secret' | 'generation' | 'use'): string => `${id}/${row}`

export class Organizers {
  readonly #store: Store
  readonly #serverKey: ServerKey
  readonly #storedUses = new Map<string, Instant>()

  constructor(store: Store, serverKey: ServerKey) {
    this.#store = store
    this.#serverKey = serverKey
  }

  async getFirstSecret(): Promise<string> {
    return this.#deriveFirstSecret((await this.#getFirstGeneration())?.generation ?? 1)
  }

  /**
   * Creates an organizer. Only this function writes the row `made`, and its deletion is final, so nothing brings an ended organizer back.
   */
  async issue(name: string, at: Instant): Promise<OrganizerWithSecret> {
    const id = randomBytes(9).toString('base64url')
    const secret = await this.#issueSecret(id, null)
    await this.#store.put('organizers', makeKey(id, 'made'), { name, madeAt: at })
    return { id, name, madeAt: at, renewedAt: null, usedAt: null, secret }
  }

  /** Returns a new secret, or null if there is no organizer with this id. When this resolves, the old secret opens nothing. */
  async renew(id: string, at: Instant): Promise<OrganizerWithSecret | null> {
    if (!(await this.has(id))) return null
    const secret = id === firstOrganizer ? await this.#renewFirstSecret(at) : await this.#renewSecret(id, at)
    return { ...(await this.#load(id)), renewedAt: at, secret }
  }

  /**
   * Ends an organizer. When this resolves, the secret opens nothing. Returns false if there is none to end; the first organizer is never
   * ended.
   */
  async end(id: string): Promise<boolean> {
    if (id === firstOrganizer || !(await this.has(id))) return false
    await this.#store.delete('organizers', makeKey(id, 'made'))
    for (const [key, value] of await this.#store.list('organizers'))
      if (key.startsWith(`${id}/`) || holderRow.safeParse(value).data?.organizer === id) await this.#store.delete('organizers', key)
    return true
  }

  /** Lists the first organizer, then the others in the order in which they were made. */
  async list(): Promise<readonly Organizer[]> {
    const rows = await this.#store.list('organizers')
    const ids = rows.flatMap(([key]) => (key.endsWith(makeKey('', 'made')) ? [key.slice(0, key.indexOf('/'))] : []))
    const loaded = await Promise.all(ids.map((id) => this.#load(id)))
    // Some may have ended in the meantime.
    const made = loaded.filter(({ madeAt }) => madeAt !== null)
    return [await this.#load(firstOrganizer), ...made.sort((a, b) => Number(a.madeAt) - Number(b.madeAt))]
  }

  async has(id: string): Promise<boolean> {
    return id === firstOrganizer || (await this.#get(id, 'made', madeRow)) !== null
  }

  /** Returns the organizer with this secret, or null. It is read from the store each time, so that an end counts at once on every node. */
  async find(secret: string): Promise<string | null> {
    if (!secretPattern.test(secret)) return null
    if (secretsMatch(secret, await this.getFirstSecret())) return firstOrganizer
    const digest = hashSecret(secret)
    const id = (await readRow(this.#store, 'organizers', digest, holderRow))?.organizer ?? null
    if (id === null || !(await this.has(id))) return null
    return (await this.#get(id, 'secret', secretRow))?.digest === digest ? id : null
  }

  /** Stores when the organizer last used the secret. This has a row of its own, so that it cannot bring an ended organizer back. */
  async noteUse(id: string, at: Instant): Promise<void> {
    const stored = this.#storedUses.get(id)
    if (stored !== undefined && at - stored < useInterval) return
    this.#storedUses.set(id, at)
    await this.#store.put('organizers', makeKey(id, 'use'), { at })
  }

  async #load(id: string): Promise<Organizer> {
    const made = await this.#get(id, 'made', madeRow)
    const secret = id === firstOrganizer ? await this.#getFirstGeneration() : await this.#get(id, 'secret', secretRow)
    const use = await this.#get(id, 'use', useRow)
    return { id, name: made?.name ?? null, madeAt: made?.madeAt ?? null, renewedAt: secret?.at ?? null, usedAt: use?.at ?? null }
  }

  async #renewSecret(id: string, at: Instant): Promise<string> {
    const old = await this.#get(id, 'secret', secretRow)
    const secret = await this.#issueSecret(id, at)
    if (old !== null) await this.#store.delete('organizers', old.digest)
    return secret
  }

  /** Stores the holder of the digest first. The row of the organizer then decides, so that exactly one secret is valid at any time. */
  async #issueSecret(id: string, at: Instant | null): Promise<string> {
    const secret = randomBytes(24).toString('base64url')
    const digest = hashSecret(secret)
    await this.#store.put('organizers', digest, { organizer: id })
    await this.#store.put('organizers', makeKey(id, 'secret'), { digest, at })
    return secret
  }

  async #renewFirstSecret(at: Instant): Promise<string> {
    const generation = ((await this.#getFirstGeneration())?.generation ?? 1) + 1
    await this.#store.put('organizers', makeKey(firstOrganizer, 'generation'), { generation, at })
    return this.#deriveFirstSecret(generation)
  }

  #getFirstGeneration() {
    return this.#get(firstOrganizer, 'generation', generationRow)
  }

  #deriveFirstSecret(generation: number): string {
    return this.#serverKey.derive('organizer', generation).subarray(0, 24).toString('base64url')
  }

  async #get<T>(id: string, row: Parameters<typeof makeKey>[1], schema: z.ZodType<T>): Promise<T | null> {
    return await readRow(this.#store, 'organizers', makeKey(id, row), schema)
  }
}
