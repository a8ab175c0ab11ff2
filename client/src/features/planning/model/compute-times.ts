/** When each part of the agenda begins, and whether all of it fits into the session. */

import type { Draft } from './draft.ts'
import { endClock } from './end-time.ts'
import { readNumber } from './read-field.ts'
import { instantIn } from './zoned-time.ts'

/** Minutes; a length that cannot be read yet counts as none. */
const minutesOf = (typed: string): number => {
  const read = readNumber(typed, 1, 600, false)
  return 'value' in read ? read.value : 0
}

/** Null for each where the beginning of the session cannot be read. */
export const beginningsOf = ({ begin, timeZone, segments }: Draft): readonly (number | null)[] => {
  let at = instantIn(begin, timeZone)
  return segments.map(({ minutes }) => {
    const from = at
    at = at === null ? null : at + minutesOf(minutes) * 60_000
    return from
  })
}

/** In minutes; `over` is how much too long the agenda is, less than nothing where time is left. */
export type Sum = { readonly planned: number; readonly length: number | null; readonly over: number }

export const sumOf = ({ begin, end, timeZone, segments }: Draft): Sum => {
  const planned = segments.reduce((total, { minutes }) => total + minutesOf(minutes), 0)
  const [from, to] = [instantIn(begin, timeZone), instantIn(endClock(begin, end, timeZone), timeZone)]
  return sized(planned, from === null || to === null ? null : (to - from) / 60_000)
}

type Planned = { readonly startsAt: string; readonly endsAt: string; readonly segments: readonly { readonly minutes: number }[] }

/** The same of a plan as it is stored. */
export const sumIn = ({ startsAt, endsAt, segments }: Planned): Sum =>
  sized(
    segments.reduce((total, { minutes }) => total + minutes, 0),
    (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
  )

const sized = (planned: number, length: number | null): Sum => {
  const whole = Math.ceil(planned)
  return { planned: whole, length, over: length === null ? 0 : Math.ceil(planned - length) }
}
