/**
 * The time of one session. It is never behind what is stored, and advances at its own pace. A commit may come from a clock that is ahead.
 * The wall time may have been set back before a start. The session then continues from there, so that every duration remains right.
 */
import type { Instant } from '@rostrum/shared/kernel/time'

/** How far, in milliseconds, the clocks of nodes may differ without a warning. */
const maxSkew = 1_000

export class SessionClock {
  readonly #now: () => number
  readonly #onSkew: (ahead: number) => void
  /** How far, in milliseconds, the session is ahead of this node. */
  #ahead = 0
  #last = 0

  /**
   * `now`: the time of this node, in milliseconds that may have fractions. `onSkew`: called with the milliseconds when the session jumps
   * more than a second further ahead of this node.
   */
  constructor(now: () => number, onSkew: (ahead: number) => void) {
    this.#now = now
    this.#onSkew = onSkew
  }

  now(): Instant {
    this.#last = Math.max(this.#last, Math.round(this.measure()))
    return this.#last as Instant
  }

  /** Returns the time with fractions of a millisecond, for screens that measure how far their clocks are off. */
  measure(): number {
    return this.#now() + this.#ahead
  }

  /** Notes that something was stored at this time. */
  catchUp(at: Instant): void {
    if (at <= this.#last) return
    const before = this.#ahead
    this.#ahead = Math.max(before, at - this.#now())
    this.#last = at
    if (this.#ahead - before > maxSkew) this.#onSkew(this.#ahead)
  }
}
