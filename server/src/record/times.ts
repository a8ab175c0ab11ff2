import type { Instant, Millis } from '@rostrum/shared/kernel/time'

export const toIso = (at: Instant): string => new Date(at).toISOString()
/** Whole seconds, rounded as a clock shows them. */
export const toSeconds = (length: Millis | number): number => Math.max(0, Math.round(length / 1000))
