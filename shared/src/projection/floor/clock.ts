/** What a clock shows at a moment. Screens call this with their own measured time; nothing ticks on the server. */
import type { Instant, Millis } from '../../kernel/time.ts'
import { millisOf } from '../../kernel/time.ts'
import type { TurnView } from './parts.ts'

export const clockPhases = ['ready', 'speak', 'last', 'final', 'over', 'paused'] as const
export type ClockPhase = (typeof clockPhases)[number]

type Timed = Pick<TurnView, 'limit' | 'used' | 'runningSince' | 'startedAt' | 'paused'>

export const usedAt = ({ used, runningSince }: Timed, now: Instant): Millis =>
  millisOf(runningSince === null ? used : used + Math.max(0, now - runningSince))

/** Negative when over time. */
export const remainingAt = (turn: Timed, now: Instant): Millis => millisOf(turn.limit - usedAt(turn, now))

/** `grace`: so long after the limit nobody is called over time. */
export const phaseAt = (
  turn: Timed,
  { warnings, grace }: { readonly warnings: readonly Millis[]; readonly grace: Millis },
  now: Instant,
): ClockPhase => {
  if (turn.startedAt === null) return 'ready'
  if (turn.paused) return 'paused'
  const left = remainingAt(turn, now)
  if (left <= -grace) return 'over'
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (left <= late) return 'final'
  return left <= early ? 'last' : 'speak'
}

/** When the floor is free if the turn keeps to its limit; now, when nobody has it or it is over time or stands still. */
export const freeAt = (turn: Timed | null, now: Instant): Instant => (turn ? ((now + Math.max(0, remainingAt(turn, now))) as Instant) : now)

/** The same for the whole floor: what a point of order interrupted comes after it. */
export const floorFreeAt = (
  { current, interrupted }: { readonly current: Timed | null; readonly interrupted: Timed | null },
  now: Instant,
): Instant => freeAt(interrupted, freeAt(current, now))
