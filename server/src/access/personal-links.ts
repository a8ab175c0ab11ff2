/** Personal links and role links. A secret is derived, never stored, so that it can be shown again; renewed, the old one is dead. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { hashOf, type Keys } from './server-key.ts'

export type Holder = { readonly session: SessionId; readonly person: PersonId; readonly link: string }

const linkRow = z.strictObject({ session: z.string(), person: z.string(), generation: z.number().int() })
const standingRow = z.strictObject({ generation: z.number().int() })

export class Links {
  readonly #store: Store
  readonly #keys: Keys

  constructor(store: Store, keys: Keys) {
    this.#store = store
    this.#keys = keys
  }

  /** The secret of the link that stands; the first one is made when there is none. */
  async current(session: SessionId, person: PersonId): Promise<string> {
    const generation = await this.#standing(session, person)
    return generation === null ? await this.#issue(session, person, 1) : this.#secret(session, person, generation)
  }

  /** A new secret; the old link and all tickets made with it are dead when this resolves. */
  async renew(session: SessionId, person: PersonId): Promise<string> {
    const old = await this.#standing(session, person)
    const secret = await this.#issue(session, person, (old ?? 0) + 1)
    if (old !== null) await this.#store.delete('links', hashOf(this.#secret(session, person, old)))
    return secret
  }

  /** Whose link this is, or null; `link` is the hash by which it is known from then on. */
  async find(secret: string): Promise<Holder | null> {
    return await this.holder(hashOf(secret))
  }

  async holder(link: string): Promise<Holder | null> {
    const found = linkRow.nullable().parse(await this.#store.get('links', link))
    if (found === null) return null
    const [session, person] = [found.session as SessionId, found.person as PersonId]
    return (await this.#standing(session, person)) === found.generation ? { session, person, link } : null
  }

  /** Nobody enters the session by a link any more. Stopped in the middle, it can be repeated. */
  async forget(session: SessionId): Promise<void> {
    const head = standingKey(session, '' as PersonId)
    for (const [key, value] of await this.#store.list('links')) {
      if (!key.startsWith(head)) continue
      const { generation } = standingRow.parse(value)
      await this.#store.delete('links', hashOf(this.#secret(session, key.slice(head.length) as PersonId, generation)))
      await this.#store.delete('links', key)
    }
  }

  /** The hash goes in first and the generation decides, so that at no moment both links stand or none. */
  async #issue(session: SessionId, person: PersonId, generation: number): Promise<string> {
    const secret = this.#secret(session, person, generation)
    await this.#store.put('links', hashOf(secret), { session, person, generation })
    await this.#store.put('links', standingKey(session, person), { generation })
    return secret
  }

  async #standing(session: SessionId, person: PersonId): Promise<number | null> {
    const found = await this.#store.get('links', standingKey(session, person))
    return standingRow.nullable().parse(found)?.generation ?? null
  }

  #secret(session: SessionId, person: PersonId, generation: number): string {
    return this.#keys.derive('link', session, person, generation).subarray(0, 24).toString('base64url')
  }
}

/** The slash stands in no hash. */
const standingKey = (session: SessionId, person: PersonId): string => `${session}/${person}`
