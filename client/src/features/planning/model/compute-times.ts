/** When each segment starts, and whether the whole agenda fits into the session. */

import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import type { PlanDraft } from './draft.ts'
import { getEndZonedTime } from './end-time.ts'
import { readNumber } from './read-field.ts'
import { toZonedInstant } from './zoned-time.ts'

/** Reads a number of minutes. A text that is not a valid duration counts as zero. */
const readMinutes = (typed: string): number => {
  const read = readNumber(typed, planBounds.minutes, false)
  return 'value' in read ? read.value : 0
}

/** All null if the start of the session is not valid. */
export const computeStartTimes = ({ begin, timeZone, segments }: PlanDraft): readonly (number | null)[] => {
  let at = toZonedInstant(begin, timeZone)
  return segments.map(({ minutes }) => {
    const from = at
    at = at === null ? null : at + readMinutes(minutes) * 60_000
    return from
  })
}

/** In minutes. `excess`: by how much the agenda is too long; negative if time is left. */
export type AgendaSum = { readonly planned: number; readonly length: number | null; readonly excess: number }

export const sumDraft = ({ begin, end, timeZone, segments }: PlanDraft): AgendaSum => {
  const planned = segments.reduce((total, { minutes }) => total + readMinutes(minutes), 0)
  const [from, to] = [toZonedInstant(begin, timeZone), toZonedInstant(getEndZonedTime(begin, end, timeZone), timeZone)]
  return makeSum(planned, from === null || to === null ? null : (to - from) / 60_000)
}

type StoredPlan = { readonly startsAt: string; readonly endsAt: string; readonly segments: readonly { readonly minutes: number }[] }

/** Computes the sum of a stored plan in the same way. */
export const sumPlan = ({ startsAt, endsAt, segments }: StoredPlan): AgendaSum =>
  makeSum(
    segments.reduce((total, { minutes }) => total + minutes, 0),
    (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
  )

const makeSum = (planned: number, length: number | null): AgendaSum => {
  const whole = Math.ceil(planned)
  return { planned: whole, length, excess: length === null ? 0 : Math.ceil(planned - length) }
}
