/** Join codes are short enough to read from a screen and have no letters that look alike. They are accepted however a phone types them. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { joinCodeAlphabet, joinCodeLength, normalizeJoinCode } from '@rostrum/shared/contract/join-code'
import { z } from 'zod'
import { readRow } from '../../engine/store/rows.ts'
import type { Store } from '../../engine/store/store.ts'
import type { ServerKey } from './server-key.ts'

const codeRow = z.strictObject({ session: z.string(), draw: z.number().int().default(1) })
const drawRow = z.strictObject({ draw: z.number().int() })

export class JoinCodes {
  readonly #store: Store
  readonly #serverKey: ServerKey

  constructor(store: Store, serverKey: ServerKey) {
    this.#store = store
    this.#serverKey = serverKey
  }

  /** Returns the code of the session, which is created if there is none. If another session has the same code, the next draw is used. */
  async getOrCreate(session: SessionId): Promise<string> {
    return await this.#claimCode(session, await this.#getDraw(session))
  }

  /** Replaces the code. The old one is invalid from then on. People who entered with it have their own links and remain. */
  async renew(session: SessionId): Promise<string> {
    const old = await this.#getDraw(session)
    const code = await this.#claimCode(session, old + 1)
    await this.#store.delete('codes', this.#deriveCode(session, old))
    return code
  }

  async find(typed: string): Promise<SessionId | null> {
    const code = normalizeJoinCode(typed)
    const found = code === null ? null : await readRow(this.#store, 'codes', code, codeRow)
    if (found === null) return null
    const session = found.session as SessionId
    return (await this.#getDraw(session)) === found.draw ? session : null
  }

  /** Makes the code invalid and available to another session. */
  async delete(session: SessionId): Promise<void> {
    const code = this.#deriveCode(session, await this.#getDraw(session))
    const found = await readRow(this.#store, 'codes', code, codeRow)
    if (found?.session === session) await this.#store.delete('codes', code)
    await this.#store.delete('codes', makeDrawKey(session))
  }

  /** Stores the code first. The stored draw then decides, so that exactly one code is valid at any time. */
  async #claimCode(session: SessionId, first: number): Promise<string> {
    for (let draw = first; ; draw += 1) {
      const code = this.#deriveCode(session, draw)
      const known = await readRow(this.#store, 'codes', code, codeRow)
      if (known === null) await this.#store.putNew('codes', code, { session, draw })
      const stored = known ?? (await readRow(this.#store, 'codes', code, codeRow))
      if (stored?.session !== session || stored.draw !== draw) continue // it belongs to another session, or was deleted in the meantime
      const currentDraw = await this.#getDraw(session)
      if (currentDraw > draw) continue // it was renewed in the meantime
      if (currentDraw < draw) await this.#store.put('codes', makeDrawKey(session), { draw })
      return code
    }
  }

  async #getDraw(session: SessionId): Promise<number> {
    return (await readRow(this.#store, 'codes', makeDrawKey(session), drawRow))?.draw ?? 1
  }

  #deriveCode(session: SessionId, draw: number): string {
    return encodeCode(this.#serverKey.derive('code', session, draw))
  }
}

/** Codes contain no slash, so these keys differ from them. */
const makeDrawKey = (session: SessionId): string => `/${session}`

/** Skips bytes that would make some letters more likely. Enough bytes remain. */
function encodeCode(bytes: Buffer): string {
  const fair = [...bytes].filter((byte) => byte < joinCodeAlphabet.length * 8)
  return fair
    .slice(0, joinCodeLength)
    .map((byte) => joinCodeAlphabet[byte % joinCodeAlphabet.length])
    .join('')
}
