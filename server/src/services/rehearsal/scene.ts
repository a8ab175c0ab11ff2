/** The context of everybody in a rehearsal: the clock, the behaviour and number of people, and the length of the session. */
import type { Cast } from './casts.ts'
import type { SimulationClock } from './simulation-clock.ts'

export type Scene = {
  readonly clock: SimulationClock
  readonly cast: Cast
  /** The planned length, in simulated milliseconds. */
  readonly sessionLength: number
  readonly people: number
}
