import type { FloorSnapshot, FloorState, Turn } from '../../contract/floor.ts'
import type { Instant } from '../../kernel/time.ts'
import { freezeClock } from './clock.ts'

/**
 * Restores a turn. Its clock continues from the time it had at the step. If the step did not change the clock, the current clock is kept.
 */
export const restoreTurn = (now: Turn | null, { current: before, wasRunning, clockUnchanged }: FloorSnapshot, at: Instant): Turn | null => {
  if (before === null) return null
  if (!clockUnchanged || now === null) return wasRunning ? { ...before, runningSince: at } : before
  const { startedAt, used, runningSince, paused, pausedFor } = now
  return { ...before, startedAt, used, runningSince, paused, pausedFor }
}

/** Takes a snapshot of the floor before a step, to undo it. */
export const takeFloorSnapshot = (before: FloorState, after: FloorState, at: Instant): FloorSnapshot => {
  const { current } = before
  const same = current !== null && current.id === after.current?.id
  const clockUnchanged = same && current.runningSince === after.current?.runningSince && current.paused === after.current?.paused
  return {
    limits: before.limits,
    current: current && freezeClock(current, at),
    interrupted: before.interrupted,
    intention: before.intention,
    pastCount: before.past.length,
    handoverCount: before.handovers.length,
    wasRunning: current !== null && current.runningSince !== null,
    clockUnchanged,
  }
}
