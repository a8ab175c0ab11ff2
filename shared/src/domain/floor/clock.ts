/** The clock of a turn: it runs, stands still, and runs on. Paused time is not used time. */
import type { PauseCause, Turn } from '../../contract/floor.ts'
import type { Event } from '../../contract/registry.ts'
import { between, type Instant, type Millis, noTime, sum } from '../../kernel/time.ts'

/** Time used up to `at`. */
export const usedBy = (turn: Turn, at: Instant): Millis =>
  turn.runningSince === null ? turn.used : sum(turn.used, between(turn.runningSince, at))

/** Time it has stood still since its start, up to `at`. */
export const stoodBy = (turn: Turn, at: Instant): Millis =>
  turn.paused === null ? turn.pausedFor : sum(turn.pausedFor, between(turn.paused.at, at))

export const begun = (turn: Turn, at: Instant): Turn => ({ ...turn, startedAt: at, runningSince: at })

export const halted = (turn: Turn, cause: PauseCause, at: Instant): Turn => ({
  ...turn,
  used: usedBy(turn, at),
  runningSince: null,
  paused: { at, cause },
})

export const running = (turn: Turn, at: Instant): Turn => ({ ...turn, runningSince: at, paused: null, pausedFor: stoodBy(turn, at) })

/** With its clock stopped where it stands, as nothing but a value. */
export const frozen = (turn: Turn, at: Instant): Turn => ({ ...turn, used: usedBy(turn, at), runningSince: null })

export const notYetStarted = {
  startedAt: null,
  used: noTime,
  runningSince: null,
  paused: null,
  pausedFor: noTime,
  extended: noTime,
} as const

/** The turn is paused for this cause if it runs; if not, nothing happens. */
export const pausedBy = (turn: Turn | null, cause: PauseCause): readonly Event[] =>
  turn !== null && turn.runningSince !== null ? [{ type: 'floor.paused', data: { turn: turn.id, cause } }] : []

/** What was paused for this cause runs on; what the Chair had paused stays. */
export const resumedAfter = (turn: Turn | null, cause: PauseCause): readonly Event[] =>
  turn?.paused?.cause === cause ? [{ type: 'floor.resumed', data: { turn: turn.id } }] : []
