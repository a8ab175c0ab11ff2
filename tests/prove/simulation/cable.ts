/** A connection between two ends: messages arrive in order, late, or not at all because it broke. Whether one arrived nobody knows. */
import type { SimulatedProcess } from './simulated-process.ts'

export type CablePorts = {
  readonly after: (delay: number, then: () => void, process: SimulatedProcess) => unknown
  readonly now: () => number
  /** Milliseconds that the next message takes. */
  readonly drawDelay: () => number
}

export class Cable {
  readonly #ports: CablePorts
  readonly #listeners = new Set<() => void>()
  #cuts = 0
  /** How often it broke. */
  breaks = 0
  /** When the last message of each end arrives. */
  readonly #lastArrival = [0, 0]

  constructor(ports: CablePorts) {
    this.#ports = ports
  }

  /** Nothing is on its way. */
  get isQuiet(): boolean {
    return Math.max(...this.#lastArrival) <= this.#ports.now()
  }

  get isCut(): boolean {
    return this.#cuts > 0
  }

  /** `end`: who sends. `then` is run by the process at the other end, unless the connection breaks before. */
  send(end: 0 | 1, then: () => void, process: SimulatedProcess): void {
    if (this.isCut) return
    const { now, drawDelay, after } = this.#ports
    const sentIn = this.breaks
    const arrival = Math.max(now() + drawDelay(), this.#lastArrival[end] ?? 0)
    this.#lastArrival[end] = arrival
    after(arrival - now(), () => this.breaks === sentIn && then(), process)
  }

  /** Loses all that is on its way, and all that is sent until it is restored as often as it was cut. */
  cut(): void {
    this.#cuts += 1
    this.breaks += 1
    this.#lastArrival.fill(0)
  }

  restore(): void {
    this.#cuts -= 1
    if (this.#cuts === 0) for (const listener of [...this.#listeners]) listener()
  }

  /** Calls the listener when it was restored. Returns a function that ends it. */
  onRestored(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
