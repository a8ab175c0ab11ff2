import type { FloorState } from '../../contract/floor.ts'
import { countsAsIntervention } from '../../contract/kinds.ts'
import { type Millis, seconds, toMillis } from '../../kernel/time.ts'
import { memoize } from '../memo.ts'

export const computeMedian = memoize((lengths: readonly Millis[]): Millis => {
  if (lengths.length === 0) return seconds(15)
  const sorted = [...lengths].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return toMillis(Math.round(sorted.length % 2 ? high : ((sorted[middle - 1] ?? 0) + high) / 2))
})

const smoothing = 0.25

/** The smallest share of a limit that counts. A turn that used less was accidental or passed, and tells nothing about the pace. */
const minShare = 0.25

export const computePace = memoize((past: FloorState['past']): Omit<SpeakingPace, 'handover'> => {
  let share = 1
  let spread = 0
  for (const { kind, used, limit, extended } of past) {
    if (!countsAsIntervention(kind)) continue
    const observed = Math.min(2, used / (limit - extended))
    if (observed < minShare) continue
    spread += smoothing * (Math.abs(observed - share) - spread)
    share += smoothing * (observed - share)
  }
  return { share, spread }
})

/**
 * Returns the plausible shares of fast and slow speakers: from half of the usual share to half as much again. Single turns may vary more.
 */
export const boundShare = (share: number, spread: number): readonly [fast: number, slow: number] => [
  Math.max(share / 2, share - spread),
  Math.min(share * 1.5, share + spread),
]

/**
 * Observed pace. `handover`: the median time from call to start. `share`: the smoothed part of their limit that speakers use. `spread`: the
 * smoothed deviation from it.
 */
export type SpeakingPace = { readonly handover: Millis; readonly share: number; readonly spread: number }
