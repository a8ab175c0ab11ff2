/** Tickets authenticate a screen when it connects. They are signed and short-lived, and become invalid when their link is renewed. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import type { LinkHolder, PersonalLinks } from './personal-links.ts'
import { type ServerKey, secretsMatch } from './server-key.ts'

const ticketLifetime = 12 * 60 * 60_000
/** How long, in milliseconds, a valid link is cached, because thousands of screens may reconnect at once. */
const linkCacheTime = 1_000
const maxCachedLinks = 20_000

const ticketContentSchema = z.strictObject({ s: z.string(), p: z.string(), l: z.string(), e: z.number() })

export class TicketIssuer {
  readonly #links: PersonalLinks
  readonly #serverKey: ServerKey
  readonly #now: () => Instant
  readonly #validLinks = new Map<string, number>()
  #clearCount = 0

  constructor(links: PersonalLinks, serverKey: ServerKey, now: () => Instant) {
    this.#links = links
    this.#serverKey = serverKey
    this.#now = now
  }

  issue({ session, person, link }: LinkHolder): string {
    const body = Buffer.from(JSON.stringify({ s: session, p: person, l: link, e: this.#now() + ticketLifetime })).toString('base64url')
    return `${body}.${this.#sign(body)}`
  }

  /** Returns the holder of the ticket. Null if it was not issued here or has expired. Its link may have been renewed: ask `isLinkValid`. */
  read(ticket: string): LinkHolder | null {
    const [body = '', signature = '', ...more] = ticket.split('.')
    if (more.length > 0 || !secretsMatch(signature, this.#sign(body))) return null
    const result = ticketContentSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    if (!result.success) return null
    const { s, p, l, e } = result.data
    return e <= this.#now() ? null : { session: s as SessionId, person: p as PersonId, link: l }
  }

  /** Whether the link of the ticket has not been renewed since. */
  async isLinkValid(holder: LinkHolder): Promise<boolean> {
    const { link } = holder
    const until = this.#validLinks.get(link)
    if (until !== undefined && until > this.#now()) return true
    this.#validLinks.delete(link)
    const clearCount = this.#clearCount
    if (!(await this.#links.isCurrent(holder))) return false
    if (clearCount !== this.#clearCount) return await this.isLinkValid(holder) // a link was renewed during the lookup
    if (this.#validLinks.size >= maxCachedLinks) this.#validLinks.clear()
    this.#validLinks.set(link, this.#now() + linkCacheTime)
    return true
  }

  /** Called when a renewed link becomes known. Without the call a cached link stays valid for at most `linkCacheTime`. */
  clearCache(): void {
    this.#clearCount += 1
    this.#validLinks.clear()
  }

  #sign(body: string): string {
    return this.#serverKey.derive('ticket', body).toString('base64url')
  }
}
