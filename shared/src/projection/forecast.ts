/** What happens if nothing changes: how many will be heard, at which limit, and when each one's time comes. */
import { type Instant, type Millis, millisOf, minutes, seconds } from '../kernel/time.ts'

const step = seconds(15)
const least = minutes(1)

/** How many of those waiting are heard in the time that is left. */
export const heard = (waiting: number, left: Millis, limit: Millis, handover: Millis): number =>
  Math.min(waiting, Math.max(0, Math.floor(left / (limit + handover))))

/** The longest limit at which all are heard, in steps of 15 s, not below a minute and not above the present one. */
export const limitForAll = (waiting: number, left: Millis, limit: Millis, handover: Millis): Millis => {
  if (waiting === 0) return limit
  const fair = Math.floor((left / waiting - handover) / step) * step
  return millisOf(Math.max(Math.min(least, limit), Math.min(limit, fair)))
}

export type LimitChoice = { readonly limit: Millis; readonly heard: number; readonly all: boolean }

/** The present limit, two thirds and half of it, and the one at which all are heard: longest first. */
export const limitChoices = (waiting: number, left: Millis, limit: Millis, handover: Millis): readonly LimitChoice[] => {
  const rounded = (share: number) => Math.max(Math.min(least, limit), Math.round((limit * share) / step) * step)
  const limits = [limit, rounded(2 / 3), rounded(1 / 2), limitForAll(waiting, left, limit, handover)]
  return [...new Set<number>(limits)]
    .sort((a, b) => b - a)
    .map((one) => {
      const count = heard(waiting, left, millisOf(one), handover)
      return { limit: millisOf(one), heard: count, all: count === waiting }
    })
}

export type Window = { readonly likely: Instant; readonly from: Instant; readonly until: Instant }

/** When the floor reaches somebody with `ahead` people before them: from a fifth less to a tenth more than the limit each, and never narrower than a minute. */
export const windowFor = (ahead: number, free: Instant, limit: Millis, handover: Millis): Window => {
  const at = (share: number) => (free + (ahead + 1) * handover + ahead * limit * share) as Instant
  const from = at(0.8)
  return { likely: at(0.95), from, until: Math.max(at(1.1), from + least) as Instant }
}
