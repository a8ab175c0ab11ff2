/**
 * The time of one session: never behind what is stored, and going on at its own pace. Where a commit comes from a clock that is ahead, or
 * the wall time was set back before a start, the session continues from there, so that every length of time stays right.
 */
import type { Instant } from '@rostrum/shared/kernel/time'

/** Milliseconds by which clocks of nodes may differ without a word. */
const maxSkew = 1_000

export class SessionClock {
  readonly #now: () => number
  readonly #onSkew: (ahead: number) => void
  /** Milliseconds by which the session is ahead of this node. */
  #ahead = 0
  #last = 0

  /** `now`: of this node, in milliseconds that may have fractions. `onSkew`: called when the session goes on more than a second ahead of this node, with the milliseconds. */
  constructor(now: () => number, onSkew: (ahead: number) => void) {
    this.#now = now
    this.#onSkew = onSkew
  }

  now(): Instant {
    this.#last = Math.max(this.#last, Math.round(this.measure()))
    return this.#last as Instant
  }

  /** The same with fractions of a millisecond, for screens that measure how far their clocks are off. */
  measure(): number {
    return this.#now() + this.#ahead
  }

  /** Something was stored at this time. */
  catchUp(at: Instant): void {
    if (at <= this.#last) return
    const before = this.#ahead
    this.#ahead = Math.max(before, at - this.#now())
    this.#last = at
    if (this.#ahead - before > maxSkew) this.#onSkew(this.#ahead)
  }
}
