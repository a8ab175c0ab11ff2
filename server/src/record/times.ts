import type { Instant, Millis } from '@rostrum/shared/kernel/time'

export const isoOf = (at: Instant): string => new Date(at).toISOString()
/** Whole seconds, as a clock shows them. */
export const secondsOf = (length: Millis | number): number => Math.max(0, Math.round(length / 1000))
