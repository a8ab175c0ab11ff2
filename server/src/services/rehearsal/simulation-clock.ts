/** The clock of a rehearsal. Durations are those of a real session, and pass faster by the speed. Random numbers come from a seed. */
import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'

export class SimulationClock {
  readonly #speed: number
  readonly #began = performance.now()
  readonly #end = new AbortController()
  #seed: number

  constructor(speed: number, seed: number) {
    this.#speed = speed
    this.#seed = seed >>> 0 || 1
    setMaxListeners(0, this.#end.signal) // every simulated person waits for the same signal
  }

  /** The factor from a length in the compressed plan to simulated time. */
  get factor(): number {
    return this.#speed
  }

  get isOver(): boolean {
    return this.#end.signal.aborted
  }

  /** Returns the simulated milliseconds since the start. */
  now(): number {
    return (performance.now() - this.#began) * this.#speed
  }

  /** Waits `length` simulated milliseconds, or until the rehearsal is stopped. */
  async wait(length: number): Promise<void> {
    try {
      await setTimeout(Math.max(20, length / this.#speed), undefined, { signal: this.#end.signal })
    } catch (error) {
      if (!this.isOver) throw error
    }
  }

  stop(): void {
    this.#end.abort()
  }

  /** Returns a random number from 0 up to, but not including, `limit`. */
  pickNumber(limit: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0
    return (this.#seed / 4_294_967_296) * limit
  }

  /** Returns true with this probability. */
  isLikely(share: number): boolean {
    return this.pickNumber(1) < share
  }
}
