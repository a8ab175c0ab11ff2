/** Tickets: what a screen shows at the socket's door. Signed, short-lived, and worth nothing once the link behind them is renewed. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import type { Holder, Links } from './personal-links.ts'
import { type Keys, sameSecret } from './server-key.ts'

const lifetime = 12 * 60 * 60_000
/** How long a link is taken for standing without asking again: thousands of screens may come back at once. */
const trust = 1_000
const remembered = 20_000

const content = z.strictObject({ s: z.string(), p: z.string(), l: z.string(), e: z.number() })

export class Tickets {
  readonly #links: Links
  readonly #keys: Keys
  readonly #now: () => Instant
  readonly #standing = new Map<string, number>()
  #forgotten = 0

  constructor(links: Links, keys: Keys, now: () => Instant) {
    this.#links = links
    this.#keys = keys
    this.#now = now
  }

  issue({ session, person, link }: Holder): string {
    const body = Buffer.from(JSON.stringify({ s: session, p: person, l: link, e: this.#now() + lifetime })).toString('base64url')
    return `${body}.${this.#sign(body)}`
  }

  /** Null for whatever was not issued here, has expired, or whose link does not stand any more. */
  async check(ticket: string): Promise<{ session: SessionId; person: PersonId } | null> {
    const [body = '', signature = '', ...more] = ticket.split('.')
    if (more.length > 0 || !sameSecret(signature, this.#sign(body))) return null
    const read = content.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    if (!read.success) return null
    const { s, p, l, e } = read.data
    if (e <= this.#now() || !(await this.#stands(l))) return null
    return { session: s as SessionId, person: p as PersonId }
  }

  async #stands(link: string): Promise<boolean> {
    const until = this.#standing.get(link)
    if (until !== undefined && until > this.#now()) return true
    this.#standing.delete(link)
    const forgotten = this.#forgotten
    if ((await this.#links.holder(link)) === null) return false
    if (forgotten !== this.#forgotten) return await this.#stands(link) // a link was renewed while this one was looked for
    if (this.#standing.size >= remembered) this.#standing.clear()
    this.#standing.set(link, this.#now() + trust)
    return true
  }

  /** Called wherever it is heard that a link was renewed; whoever hears nothing finds out within `trust`. */
  forget(): void {
    this.#forgotten += 1
    this.#standing.clear()
  }

  #sign(body: string): string {
    return this.#keys.derive('ticket', body).toString('base64url')
  }
}
