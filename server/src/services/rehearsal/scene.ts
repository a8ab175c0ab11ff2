/**
 * The things that everybody in a rehearsal shares: the clock, how people behave, the length of the session, and how many people there are.
 */
import type { Cast } from './casts.ts'
import type { SimulationClock } from './simulation-clock.ts'

export type Scene = {
  readonly clock: SimulationClock
  readonly cast: Cast
  /** The planned length, in simulated milliseconds. */
  readonly sessionLength: number
  readonly people: number
}
