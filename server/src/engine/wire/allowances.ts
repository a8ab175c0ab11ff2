/**
 * The allowances of one person on this node, over all connections and over HTTP: bytes that they send, and large answers that they ask for. Both
 * are asked for before anything is read or made, because that takes the processor far longer than to receive the message.
 */
import { type Role, roles } from '@rostrum/shared/contract/roles'
import { makeRecord } from '@rostrum/shared/kernel/fields'
import { Bucket, type Rate } from './bucket.ts'
import { maxConnections, maxMessageBytes } from './limits.ts'
import type { RateLane } from './rate-limiter.ts'

/**
 * Bytes. A participant sends some KiB in a whole session, and now and then a statement or a text for the interpreters, of at most one full
 * message. A page sends at most 36 KiB for one.
 */
export const byteRates: Readonly<Record<RateLane, Rate>> = {
  participant: { perSecond: 8 * 1024, burst: maxMessageBytes },
  staff: { perSecond: 256 * 1024, burst: 16 * maxMessageBytes },
}

/** Large answers, such as a view or the latest captions. All devices of a link may return at once, and ask twice each. */
const readsOf = (role: Role): Rate => ({ perSecond: 2, burst: 2 * Math.min(maxConnections[role], 100) })
export const readRates = makeRecord(roles, readsOf)

/** After so long, in milliseconds, every allowance is whole again and need not be remembered. */
const idleTime = 120_000

class Allowances {
  readonly #holders = new Map<string, { readonly bucket: Bucket; usedAt: number }>()
  #sweptAt = 0

  /** Takes so many and returns 0, or takes nothing and returns the whole seconds until it could. `now`: monotonic milliseconds. */
  take(holder: string, rate: Rate, count: number, now: number): number {
    this.#sweep(now)
    const entry = this.#holders.get(holder) ?? { bucket: new Bucket(rate, now), usedAt: now }
    entry.usedAt = now
    this.#holders.set(holder, entry)
    const wait = entry.bucket.measureWait(rate, count, now)
    if (wait === 0) entry.bucket.take(count)
    return Math.ceil(wait)
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < idleTime) return
    this.#sweptAt = now
    for (const [holder, { usedAt }] of this.#holders) if (now - usedAt > idleTime) this.#holders.delete(holder)
  }
}

export type ClientAllowances = { readonly bytes: Allowances; readonly reads: Allowances }
export const openAllowances = (): ClientAllowances => ({ bytes: new Allowances(), reads: new Allowances() })
