/**
 * A connection between two ends. Messages arrive in order and late, or get lost because it broke. Neither end knows whether one arrived.
 */
import type { SimulatedProcess } from './simulated-process.ts'

export type CablePorts = {
  readonly after: (delay: number, then: () => void, process: SimulatedProcess) => unknown
  readonly now: () => number
  /** Returns the milliseconds that the next message takes. */
  readonly drawDelay: () => number
}

export class Cable {
  readonly #ports: CablePorts
  readonly #listeners = new Set<() => void>()
  #cuts = 0
  /** The number of times it broke. */
  breaks = 0
  /** The times at which the last messages from each end arrive. */
  readonly #lastArrival = [0, 0]

  constructor(ports: CablePorts) {
    this.#ports = ports
  }

  /** True if nothing is on its way. */
  get isQuiet(): boolean {
    return Math.max(...this.#lastArrival) <= this.#ports.now()
  }

  get isCut(): boolean {
    return this.#cuts > 0
  }

  /** `end`: the sender. `then` is run by the process at the other end, unless the connection breaks first. */
  send(end: 0 | 1, then: () => void, process: SimulatedProcess): void {
    if (this.isCut) return
    const { now, drawDelay, after } = this.#ports
    const sentIn = this.breaks
    const arrival = Math.max(now() + drawDelay(), this.#lastArrival[end] ?? 0)
    this.#lastArrival[end] = arrival
    after(arrival - now(), () => this.breaks === sentIn && then(), process)
  }

  /** Loses everything on its way. Also loses everything that is sent until it has been restored as often as it was cut. */
  cut(): void {
    this.#cuts += 1
    this.breaks += 1
    this.#lastArrival.fill(0)
  }

  restore(): void {
    this.#cuts -= 1
    if (this.#cuts === 0) for (const listener of [...this.#listeners]) listener()
  }

  /** Calls the listener when the connection has been restored. Returns a function that removes the listener. */
  onRestored(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
