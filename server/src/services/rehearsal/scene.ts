/** What everybody in a rehearsal knows: the clock, how people behave, and how long it takes. */
import type { Cast } from './casts.ts'
import type { SimulationClock } from './simulation-clock.ts'

export type Scene = {
  readonly clock: SimulationClock
  readonly cast: Cast
  /** Simulated milliseconds. */
  readonly sessionLength: number
  readonly people: number
}
