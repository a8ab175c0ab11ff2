/**
 * Times and lengths as the record gives them. A rehearsal runs faster than the session that it plays. Its record stretches all times from
 * the planned start on, so that limits and lengths read as planned.
 */
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'

export type RecordTimes = {
  readonly toIso: (at: Instant) => string
  /** Converts to whole seconds, rounded as on a clock. Negative lengths become zero. */
  readonly toSeconds: (length: Millis | number) => number
  /** Converts a difference, which may be negative. */
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
