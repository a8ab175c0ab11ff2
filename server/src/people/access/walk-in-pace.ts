/**
 * The pace at which people join by code from one address. One phone that joins again and again would otherwise take all places in seconds.
 * The pace follows from the places: a hall that was planned for so many fills them in `fillTime`, also if all of them share one address.
 *
 * The worst honest case is a hall of 2,000 behind one address that is asked to scan the code now. People choose their group and type their
 * organization, so they send within a minute. At 2,000 places 400 come in at once and 20 a second after that. Nobody waits longer than
 * `maxWait`, and nobody is refused.
 */
import { Bucket, type Rate } from '../../engine/wire/bucket.ts'
import { getNetworkPrefix } from './attempt-limiter.ts'

/** In seconds. */
const fillTime = 100
const maxWait = 30
/** A small meeting has a few addresses, and everybody comes in the minute before it begins. */
const leastBurst = 50
const maxLines = 10_000

const getRate = (places: number): Rate => ({ perSecond: Math.max(1, places / fillTime), burst: Math.max(leastBurst, places / 5) })

export class WalkInPace {
  readonly #lines = new Map<string, { readonly bucket: Bucket; usedAt: number }>()

  /**
   * Takes a place in the line of an address. Returns the seconds until it is its turn, or null if that is too long. `places`: how many may
   * come in by code. `now`: monotonic milliseconds.
   */
  takeTurn(session: string, address: string, places: number, now: number): number | null {
    const rate = getRate(places)
    const name = `${session} ${getNetworkPrefix(address)}`
    const line = this.#lines.get(name) ?? { bucket: new Bucket(rate, now), usedAt: now }
    line.usedAt = now
    if (this.#lines.size >= maxLines) this.#forgetIdle(now)
    this.#lines.set(name, line)
    const wait = line.bucket.measureWait(rate, 1, now)
    if (wait > maxWait) return null
    line.bucket.take()
    return wait
  }

  /** A line that nobody has joined for so long has all its turns again. */
  #forgetIdle(now: number): void {
    for (const [name, { usedAt }] of this.#lines) if (now - usedAt > 1000 * fillTime) this.#lines.delete(name)
  }
}
