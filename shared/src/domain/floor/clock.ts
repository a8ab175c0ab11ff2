/** The clock of a turn: start, pause, resume. Paused time is not used time. */
import type { PauseCause, Turn } from '../../contract/floor.ts'
import type { Event } from '../../contract/registry.ts'
import { elapsed, type Instant, type Millis, sumMillis, zeroMillis } from '../../kernel/time.ts'

/** Computes the time used up to `at`. */
export const computeUsedTime = (turn: Turn, at: Instant): Millis =>
  turn.runningSince === null ? turn.used : sumMillis(turn.used, elapsed(turn.runningSince, at))

/** Computes the total time of the pauses since the start, up to `at`. */
export const computePausedTime = (turn: Turn, at: Instant): Millis =>
  turn.paused === null ? turn.pausedFor : sumMillis(turn.pausedFor, elapsed(turn.paused.at, at))

export const startClock = (turn: Turn, at: Instant): Turn => ({ ...turn, startedAt: at, runningSince: at })

export const pauseClock = (turn: Turn, cause: PauseCause, at: Instant): Turn => ({
  ...turn,
  used: computeUsedTime(turn, at),
  runningSince: null,
  paused: { at, cause },
})

export const resumeClock = (turn: Turn, at: Instant): Turn => ({
  ...turn,
  runningSince: at,
  paused: null,
  pausedFor: computePausedTime(turn, at),
})

/** Stops the clock of a turn at `at`, without recording a pause. */
export const freezeClock = (turn: Turn, at: Instant): Turn => ({ ...turn, used: computeUsedTime(turn, at), runningSince: null })

export const unstartedClock = {
  startedAt: null,
  used: zeroMillis,
  runningSince: null,
  paused: null,
  pausedFor: zeroMillis,
  extended: zeroMillis,
} as const

/** Pauses a turn that is running. Returns no events for any other turn. */
export const makePauseEvents = (turn: Turn | null, cause: PauseCause): readonly Event[] =>
  turn !== null && turn.runningSince !== null ? [{ type: 'floor.paused', data: { turn: turn.id, cause } }] : []
