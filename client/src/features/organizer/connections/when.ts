/**
 * The time of an event. On the current day it is the exact time in the time zone of the session, otherwise the date and time on this
 * device.
 */
import { formatMoment } from '../../../text/days.ts'
import { formatExactTime } from '../../../text/times.ts'

export type Zone = { readonly timeZone: string }

const formatDayOf = (at: number, zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at)

export const formatWhen = (language: string, { timeZone }: Zone, at: number, now = Date.now()): string =>
  formatDayOf(at, timeZone) === formatDayOf(now, timeZone) ? formatExactTime(at, timeZone) : formatMoment(language, at)
