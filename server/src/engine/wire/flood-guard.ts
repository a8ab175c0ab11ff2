/** Ends a connection that sends more messages than any screen does, whatever they contain, and before anything reads them. */

import type { RateLane } from './rate-limiter.ts'

type Allowance = { readonly perSecond: number; readonly burst: number }

/**
 * These rates are above those of commands, so that a person who is too fast is answered first. `entering`: until the connection is let in.
 */
const allowances: Readonly<Record<RateLane | 'entering', Allowance>> = {
  entering: { perSecond: 1, burst: 10 },
  participant: { perSecond: 20, burst: 100 },
  staff: { perSecond: 200, burst: 500 },
}

export class FloodGuard {
  #allowance = allowances.entering
  #left = allowances.entering.burst
  #at: number

  /** `now`: monotonic milliseconds. */
  constructor(now: number) {
    this.#at = now
  }

  /** Notes that the connection was let in. */
  letIn(lane: RateLane): void {
    this.#allowance = allowances[lane]
    this.#left = this.#allowance.burst
  }

  /** Counts one message. Returns false if it is one too many. */
  take(now: number): boolean {
    const { perSecond, burst } = this.#allowance
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond) - 1
    this.#at = now
    return this.#left >= 0
  }
}
