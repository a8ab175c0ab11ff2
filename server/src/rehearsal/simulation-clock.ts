/** The pace of a rehearsal: lengths are given as in a real session and pass as many times faster. Chance comes from a seed. */
import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'

export class Tempo {
  readonly #speed: number
  readonly #began = performance.now()
  readonly #end = new AbortController()
  #seed: number

  constructor(speed: number, seed: number) {
    this.#speed = speed
    this.#seed = seed >>> 0 || 1
    setMaxListeners(0, this.#end.signal) // everybody waits for the same end
  }

  /** How much longer a length of the compressed plan is in the play. */
  get factor(): number {
    return this.#speed
  }

  get over(): boolean {
    return this.#end.signal.aborted
  }

  /** Milliseconds of the play since it began. */
  now(): number {
    return (performance.now() - this.#began) * this.#speed
  }

  /** Passes `length` milliseconds of the play; ends early where the play does. */
  async wait(length: number): Promise<void> {
    try {
      await setTimeout(Math.max(20, length / this.#speed), undefined, { signal: this.#end.signal })
    } catch (error) {
      if (!this.over) throw error
    }
  }

  stop(): void {
    this.#end.abort()
  }

  /** Between nought and `limit`. */
  chance(limit: number): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0
    return (this.#seed / 4_294_967_296) * limit
  }

  /** True with this likelihood. */
  often(share: number): boolean {
    return this.chance(1) < share
  }
}
