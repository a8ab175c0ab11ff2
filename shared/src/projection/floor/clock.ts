/** The display of a clock at an instant. Screens call this with the measured server time; the server sends no ticks. */
import { type Instant, type Millis, toInstant, toMillis } from '../../kernel/time.ts'
import type { TurnView } from './parts.ts'

export const clockPhases = ['ready', 'speak', 'last', 'final', 'over', 'paused'] as const
export type ClockPhase = (typeof clockPhases)[number]

type ClockedTurn = Pick<TurnView, 'limit' | 'used' | 'runningSince' | 'startedAt' | 'paused'>

export const computeUsed = ({ used, runningSince }: ClockedTurn, now: Instant): Millis =>
  toMillis(runningSince === null ? used : used + Math.max(0, now - runningSince))

/** Negative when the turn is over time. */
export const computeRemaining = (turn: ClockedTurn, now: Instant): Millis => toMillis(turn.limit - computeUsed(turn, now))

type ClockRules = { readonly warnings: readonly Millis[]; readonly grace: Millis }

/** Returns the phase of a clock. A turn counts as over time only when `grace` has passed after the limit. */
export const computeClockPhase = (turn: ClockedTurn, { warnings, grace }: ClockRules, now: Instant): ClockPhase => {
  if (turn.startedAt === null) return 'ready'
  if (turn.paused) return 'paused'
  const left = computeRemaining(turn, now)
  if (left <= -grace) return 'over'
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (left <= late) return 'final'
  return left <= early ? 'last' : 'speak'
}

/**
 * Finds an instant near `now` at which a clock shows the same digits, phase and seconds since the call. The instant stays the same for a
 * second. A page that reads it several times a second therefore renders once.
 */
export const findShownInstant = (turn: ClockedTurn & Pick<TurnView, 'calledAt'>, rules: ClockRules, now: Instant): Instant => {
  if (turn.startedAt === null) return toInstant(turn.calledAt + roundToSecond(now - turn.calledAt))
  if (turn.runningSince === null) return turn.startedAt
  const left = computeRemaining(turn, now)
  // Remaining time is rounded up, and time over the limit rounded down, with a sign from the first millisecond on.
  const shownLeft = left >= 0 ? Math.ceil(left / 1000) * 1000 : Math.ceil(left / 1000) * 1000 - 1
  const shown = toInstant(now + left - shownLeft)
  return computeClockPhase(turn, rules, shown) === computeClockPhase(turn, rules, now) ? shown : now
}

const roundToSecond = (milliseconds: number): number => Math.round(milliseconds / 1000) * 1000

/** Computes when the floor is free if the turn keeps to its limit. Returns `now` if nobody has the floor or the turn is over time. */
export const computeTurnEnd = (turn: ClockedTurn | null, now: Instant): Instant =>
  turn ? ((now + Math.max(0, computeRemaining(turn, now))) as Instant) : now

/** Computes the same for the whole floor, including an interrupted turn that continues after the point of order. */
export const computeFloorFree = (
  { current, interrupted }: { readonly current: ClockedTurn | null; readonly interrupted: ClockedTurn | null },
  now: Instant,
): Instant => computeTurnEnd(interrupted, computeTurnEnd(current, now))
