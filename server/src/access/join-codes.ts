/** Join codes: short enough to read off a screen, without look-alikes, typed in any way a phone may type them. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import type { Keys } from './server-key.ts'

export const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const length = 8
const row = z.strictObject({ session: z.string(), draw: z.number().int().default(1) })
const standingRow = z.strictObject({ draw: z.number().int() })

export class Codes {
  readonly #store: Store
  readonly #keys: Keys

  constructor(store: Store, keys: Keys) {
    this.#store = store
    this.#keys = keys
  }

  /** The session's code; made when there is none. Should another session have drawn the same, the next one is taken. */
  async of(session: SessionId): Promise<string> {
    return await this.#draw(session, await this.#standing(session))
  }

  /** Another code; the old one opens nothing from then on. Whoever entered by it has a link of their own and stays. */
  async rotate(session: SessionId): Promise<string> {
    const old = await this.#standing(session)
    const code = await this.#draw(session, old + 1)
    await this.#store.delete('codes', this.#code(session, old))
    return code
  }

  async find(typed: string): Promise<SessionId | null> {
    const code = normalized(typed)
    const found = code === null ? null : row.nullable().parse(await this.#store.get('codes', code))
    if (found === null) return null
    const session = found.session as SessionId
    return (await this.#standing(session)) === found.draw ? session : null
  }

  /** Opens nothing any more, and is free for another session. */
  async forget(session: SessionId): Promise<void> {
    const code = this.#code(session, await this.#standing(session))
    const found = row.nullable().parse(await this.#store.get('codes', code))
    if (found?.session === session) await this.#store.delete('codes', code)
    await this.#store.delete('codes', standingKey(session))
  }

  /** The code goes in first and the standing draw decides, so that at no moment two codes stand or none. */
  async #draw(session: SessionId, first: number): Promise<string> {
    for (let draw = first; ; draw += 1) {
      const code = this.#code(session, draw)
      await this.#store.putNew('codes', code, { session, draw })
      const kept = row.parse(await this.#store.get('codes', code))
      if (kept.session !== session || kept.draw !== draw) continue
      const standing = await this.#standing(session)
      if (standing > draw) continue // made anew meanwhile
      if (standing < draw) await this.#store.put('codes', standingKey(session), { draw })
      return code
    }
  }

  async #standing(session: SessionId): Promise<number> {
    return standingRow.nullable().parse(await this.#store.get('codes', standingKey(session)))?.draw ?? 1
  }

  #code(session: SessionId, draw: number): string {
    return spell(this.#keys.derive('code', session, draw))
  }
}

/** The slash stands in no code. */
const standingKey = (session: SessionId): string => `/${session}`

/** The code as it is stored; null where it cannot be one. Case, spaces, hyphens, full-width letters and digits of other scripts do not matter. */
export function normalized(typed: string): string | null {
  if (typed.length > 64) return null
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{L}\p{N}]/gu, '')
  return plain.length === length && [...plain].every((letter) => alphabet.includes(letter)) ? plain : null
}

/** Bytes that would favour some letters are passed over; enough are left. */
function spell(bytes: Buffer): string {
  const fair = [...bytes].filter((byte) => byte < alphabet.length * 8)
  return fair
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
}
