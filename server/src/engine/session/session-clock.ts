/**
 * The time of one session. It is never behind what is stored, and advances at its own pace. A commit may come from a clock that is ahead.
 * The clock of the machine may be wrong at a start. A session in which something runs then continues from the last time that was known, so that every
 * duration remains right.
 */
import type { Instant } from '@rostrum/shared/kernel/time'

/** How far, in milliseconds, clocks may differ without a warning. */
export const maxSkew = 1_000
/** The longest time, in milliseconds, that a start adds to what runs. A longer gap is the fault of a clock, or of a server that was off. */
const maxGap = 60_000

/** The last known time of a session. `ahead`: how far, in milliseconds, it was then ahead of the clock of its node. */
export type TimeMark = { readonly at: Instant; readonly ahead: number }

const messages = {
  start: 'the clock of this machine is not the clock that the session had; the session goes on at its own time',
  commit: 'another clock is ahead of the clock of this node',
} as const

export class SessionClock {
  readonly #now: () => number
  readonly #onSkew: (ahead: number, message: string) => void
  /** How far, in milliseconds, the session is ahead of this node. It is negative if the node is ahead. */
  #ahead = 0
  #last = 0
  #isStarted = false

  /**
   * `now`: the time of this node, in milliseconds that may have fractions. `onSkew`: called with the milliseconds when the session starts
   * more than a second off this node, or jumps that much further ahead of it.
   */
  constructor(now: () => number, onSkew: (ahead: number, message: string) => void) {
    this.#now = now
    this.#onSkew = onSkew
  }

  get ahead(): number {
    return this.#ahead
  }

  now(): Instant {
    this.#last = Math.max(this.#last, Math.round(this.measure()))
    return this.#last as Instant
  }

  /** Returns the time with fractions of a millisecond, for screens that measure how far their clocks are off. */
  measure(): number {
    return this.#now() + this.#ahead
  }

  /**
   * Starts when the stored commits are known. If the clock of the node did since the mark what a clock does in a short stop, the session
   * keeps its distance to it. If not, and something runs, the session continues from the last known time. Otherwise it goes by the clock.
   */
  start(mark: TimeMark | null, isRunning: (at: Instant) => boolean): void {
    const last = Math.max(this.#last, mark?.at ?? 0) as Instant
    const [own, ahead, runs] = [this.#now(), mark?.ahead ?? 0, isRunning(last)]
    const gap = own - (last - ahead)
    const isPlausible = gap >= -maxSkew && gap <= maxGap
    const kept = isPlausible ? ahead : runs ? Number.NEGATIVE_INFINITY : 0
    this.#ahead = Math.max(runs ? kept : Math.max(kept, 0), last - own)
    this.#last = last
    this.#isStarted = true
    if (last > 0 && Math.abs(this.#ahead) > maxSkew) this.#onSkew(this.#ahead, messages.start)
  }

  /** Notes that something was stored at this time. */
  catchUp(at: Instant): void {
    if (at <= this.#last) return
    this.#last = at
    if (!this.#isStarted) return
    const before = this.#ahead
    this.#ahead = Math.max(before, at - this.#now())
    if (this.#ahead - before > maxSkew) this.#onSkew(this.#ahead, messages.commit)
  }
}
