/** Join codes: short enough to read off a screen, without look-alikes, typed in any way a phone may type them. */
import type { SessionId } from '@rostrum/shared/kernel/ids'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import type { Keys } from './keys.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 8
const row = z.strictObject({ session: z.string() })

export class Codes {
  readonly #store: Store
  readonly #keys: Keys

  constructor(store: Store, keys: Keys) {
    this.#store = store
    this.#keys = keys
  }

  /** The session's code; made when there is none. Should another session have drawn the same, the next one is taken. */
  async of(session: SessionId): Promise<string> {
    for (let draw = 1; ; draw += 1) {
      const code = spell(this.#keys.derive('code', session, draw))
      await this.#store.putNew('codes', code, { session })
      if ((await this.find(code)) === session) return code
    }
  }

  async find(typed: string): Promise<SessionId | null> {
    const code = normalized(typed)
    if (code === null) return null
    const found = row.nullable().parse(await this.#store.get('codes', code))
    return (found?.session as SessionId | undefined) ?? null
  }
}

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
