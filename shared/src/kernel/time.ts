/** A point in time: milliseconds since 1970-01-01 UTC, by the server's clock. */
export type Instant = number & { readonly [instant]: true }
/** A length of time in milliseconds. */
export type Millis = number & { readonly [millis]: true }
declare const instant: unique symbol
declare const millis: unique symbol

export const toInstant = (milliseconds: number): Instant => milliseconds as Instant
export const toMillis = (milliseconds: number): Millis => milliseconds as Millis
export const zeroMillis = 0 as Millis
export const seconds = (count: number): Millis => (count * 1000) as Millis
export const minutes = (count: number): Millis => (count * 60_000) as Millis

export const addMillis = (at: Instant, length: Millis): Instant => (at + length) as Instant
/** Returns the time between two instants; negative if `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): Millis => (to - from) as Millis
export const sumMillis = (...lengths: readonly Millis[]): Millis => lengths.reduce((total, length) => total + length, 0) as Millis
