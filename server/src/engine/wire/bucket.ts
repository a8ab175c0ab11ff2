/** Credits that return with time, up to a most. Every limit of what a client sends is one or several of these. */

/** `burst`: the most credits. `perSecond`: how many return. */
export type Rate = { readonly perSecond: number; readonly burst: number }

export class Bucket {
  #left: number
  #at: number

  /** `now`: monotonic milliseconds, here and below. */
  constructor(rate: Rate, now: number) {
    this.#left = rate.burst
    this.#at = now
  }

  /** Returns the seconds until there are so many credits, 0 if there are now. */
  measureWait({ perSecond, burst }: Rate, count: number, now: number): number {
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond)
    this.#at = now
    return Math.max(0, (count - this.#left) / perSecond)
  }

  /** Takes credits that are there: ask first. */
  take(count = 1): void {
    this.#left -= count
  }
}
