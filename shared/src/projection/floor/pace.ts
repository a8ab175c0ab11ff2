import type { FloorState } from '../../contract/floor.ts'
import { type Millis, seconds, toMillis } from '../../kernel/time.ts'
import { memoize } from '../memo.ts'

export const computeMedian = (lengths: readonly Millis[]): Millis => {
  if (lengths.length === 0) return seconds(15)
  const sorted = [...lengths].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return toMillis(Math.round(sorted.length % 2 ? high : ((sorted[middle - 1] ?? 0) + high) / 2))
}

const smoothing = 0.25

export const computePace = memoize((past: FloorState['past']): Omit<SpeakingPace, 'handover'> => {
  let share = 1
  let spread = 0
  for (const { kind, used, limit, extended } of past) {
    if (kind !== 'intervention') continue
    const observed = Math.min(2, Math.max(0.1, used / (limit - extended)))
    spread += smoothing * (Math.abs(observed - share) - spread)
    share += smoothing * (observed - share)
  }
  return { share, spread }
})

/**
 * Observed pace: `handover` is the median time from call to start, `share` the smoothed part of their limit that speakers use, and
 * `spread` the smoothed deviation from it.
 */
export type SpeakingPace = { readonly handover: Millis; readonly share: number; readonly spread: number }
