/** A process: it may be killed at any time, or stand still, and its clocks are off. */

export class SimulatedProcess {
  isAlive = true
  /** True time until which it stands still. */
  stalledUntil = 0
  readonly #startedAt: number
  /** How fast its clock goes. */
  readonly rate: number
  /** What the wall clock of its machine showed at its start. */
  readonly #wallAtStart: number

  constructor(startedAt: number, rate: number, wallAtStart: number) {
    this.#startedAt = startedAt
    this.rate = rate
    this.#wallAtStart = wallAtStart
  }

  /** Its monotonic clock, in milliseconds. */
  measure(now: number): number {
    return (now - this.#startedAt) * this.rate
  }

  /** The wall time at its start, continued by its monotonic clock, as the server does it. */
  readWall(now: number): number {
    return this.#wallAtStart + this.measure(now)
  }
}

/** What belongs to no process: the network, the people. */
export const world = new SimulatedProcess(0, 1, 0)
