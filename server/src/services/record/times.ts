/**
 * Times and lengths as the record gives them. A rehearsal passes faster than the session that it plays: its record stretches all times
 * from the planned start on, so that limits and lengths read as they were meant.
 */
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'

export type RecordTimes = {
  readonly toIso: (at: Instant) => string
  /** Whole seconds, rounded as a clock shows them. Less than nothing counts as nothing. */
  readonly toSeconds: (length: Millis | number) => number
  /** The same for a difference, which may be less than nothing. */
  readonly toSignedSeconds: (length: Millis | number) => number
}

export const makeRecordTimes = ({ startsAt, pace = 1 }: Pick<Plan, 'startsAt' | 'pace'>): RecordTimes => {
  const toSignedSeconds = (length: number) => Math.round((length * pace) / 1000)
  return {
    toIso: (at) => new Date(startsAt + (at - startsAt) * pace).toISOString(),
    toSeconds: (length) => Math.max(0, toSignedSeconds(length)),
    toSignedSeconds,
  }
}
