/** The day of a session as text, in the session's time zone. */

import { formatWrittenDate } from '@rostrum/shared/kernel/written-date'
import type { Language } from './catalogue.ts'
import type { Translate } from './messages.ts'
import { formatTimeSpan } from './times.ts'

type SessionTimes = { readonly startsAt: number; readonly endsAt: number; readonly timeZone: string }

export const formatLongDay = (language: string, zone: string, at: number): string =>
  formatWrittenDate(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }, at)

export const formatDay = (t: Translate, { id }: Language, { startsAt, timeZone }: SessionTimes, now: number): string => {
  const day = formatLongDay(id, timeZone, startsAt)
  return day === formatLongDay(id, timeZone, now) ? t('home.today') : day
}

/** Formats the date only, in the time zone of this device. */
export const formatDate = (language: string, at: number): string => formatWrittenDate(language, { dateStyle: 'medium' }, at)

/** Formats the date and the time, by the clock of this device. */
export const formatMoment = (language: string, at: number): string =>
  formatWrittenDate(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }, at)

/** Formats the value of a date field, such as 2026-03-29. */
export const formatFullDay = (language: string, day: string): string => formatLongDay(language, 'UTC', Date.parse(`${day}T12:00:00Z`))

export const formatSpan = ({ startsAt, endsAt, timeZone }: SessionTimes): string => formatTimeSpan(startsAt, endsAt, timeZone)
