/** A process. It may be killed at any time or stand still, and its clocks are wrong. */

export class SimulatedProcess {
  isAlive = true
  /** The true time until which it stands still. */
  stalledUntil = 0
  readonly #startedAt: number
  /** The speed of its clock. 1 is right. */
  readonly rate: number
  /** The reading of the machine's wall clock when the process started. */
  readonly #wallAtStart: number

  constructor(startedAt: number, rate: number, wallAtStart: number) {
    this.#startedAt = startedAt
    this.rate = rate
    this.#wallAtStart = wallAtStart
  }

  /** Returns the reading of its monotonic clock, in milliseconds. */
  measure(now: number): number {
    return (now - this.#startedAt) * this.rate
  }

  /** Returns the wall time at its start, continued by its monotonic clock, as the server does. */
  readWall(now: number): number {
    return this.#wallAtStart + this.measure(now)
  }
}

/** The process of everything that belongs to no process: the network, the people. */
export const world = new SimulatedProcess(0, 1, 0)
