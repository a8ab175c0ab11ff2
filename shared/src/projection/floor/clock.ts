/** What a clock shows at an instant. Screens call this with the measured server time; the server sends no ticks. */
import type { Instant, Millis } from '../../kernel/time.ts'
import { toMillis } from '../../kernel/time.ts'
import type { TurnView } from './parts.ts'

export const clockPhases = ['ready', 'speak', 'last', 'final', 'over', 'paused'] as const
export type ClockPhase = (typeof clockPhases)[number]

type ClockedTurn = Pick<TurnView, 'limit' | 'used' | 'runningSince' | 'startedAt' | 'paused'>

export const computeUsed = ({ used, runningSince }: ClockedTurn, now: Instant): Millis =>
  toMillis(runningSince === null ? used : used + Math.max(0, now - runningSince))

/** Negative when over time. */
export const computeRemaining = (turn: ClockedTurn, now: Instant): Millis => toMillis(turn.limit - computeUsed(turn, now))

/** A turn counts as over time only when `grace` has passed after the limit. */
export const computeClockPhase = (
  turn: ClockedTurn,
  { warnings, grace }: { readonly warnings: readonly Millis[]; readonly grace: Millis },
  now: Instant,
): ClockPhase => {
  if (turn.startedAt === null) return 'ready'
  if (turn.paused) return 'paused'
  const left = computeRemaining(turn, now)
  if (left <= -grace) return 'over'
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (left <= late) return 'final'
  return left <= early ? 'last' : 'speak'
}

/** When the floor is free if the turn keeps to its limit. Returns `now` if nobody has the floor or the turn is over time. */
export const computeTurnEnd = (turn: ClockedTurn | null, now: Instant): Instant =>
  turn ? ((now + Math.max(0, computeRemaining(turn, now))) as Instant) : now

/** The same for the whole floor, including an interrupted turn that continues after the point of order. */
export const computeFloorFree = (
  { current, interrupted }: { readonly current: ClockedTurn | null; readonly interrupted: ClockedTurn | null },
  now: Instant,
): Instant => computeTurnEnd(interrupted, computeTurnEnd(current, now))
