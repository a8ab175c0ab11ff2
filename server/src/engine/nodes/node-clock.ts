/**
 * The time of this node. Its machine's clock sets it once, and a monotonic clock continues it. Where other nodes run already, the node takes
 * their time at its start: a node that comes must not move the sessions of those that are there.
 */
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'

/** How far, in milliseconds, clocks may differ without a warning. */
export const maxDifference = 1_000

/** The difference, in milliseconds, within which two nodes count as started together. Then their names decide. */
const together = 100

/** The time of a node when it sent a message. `age`: for how many milliseconds it has kept this time, or the node that it took it from. */
export type ClockReading = { readonly at: number; readonly age: number }

export class NodeClock {
  readonly #own: () => number
  #correction = 0
  #since = performance.now()

  /** `own`: the time of this machine at the start, continued, in milliseconds that may have fractions. */
  constructor(own: () => number) {
    this.#own = own
  }

  now(): Instant {
    return toInstant(Math.round(this.measure()))
  }

  /** Returns the time with fractions of a millisecond. */
  measure(): number {
    return this.#own() + this.#correction
  }

  read(): ClockReading {
    return { at: this.now(), age: Math.round(performance.now() - this.#since) }
  }

  /** How far, in milliseconds, this node's time is ahead of the clock of its machine, or behind it if negative. */
  get correction(): number {
    return this.#correction
  }

  /** Whether the time of another node is older than that of this one. `isFirst`: whether it comes first by name. */
  isOlder({ age }: ClockReading, isFirst: boolean): boolean {
    const difference = age - this.read().age
    return Math.abs(difference) < together ? isFirst : difference > 0
  }

  /** Takes the time of another node. */
  take({ at, age }: ClockReading): void {
    this.#correction = at - this.#own()
    this.#since = performance.now() - age
  }
}
