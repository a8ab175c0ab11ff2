/** The day of a session in words, in its own zone. */

import type { Speak } from './messages.ts'
import type { Language } from './text.ts'
import { timeSpan } from './times.ts'

type Timed = { readonly startsAt: number; readonly endsAt: number; readonly timeZone: string }

const dayIn = (language: string, zone: string, at: number): string =>
  new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at)

export const dayWords = (t: Speak, { id }: Language, { startsAt, timeZone }: Timed, now: number): string => {
  const day = dayIn(id, timeZone, startsAt)
  return day === dayIn(id, timeZone, now) ? t('home.today') : day
}

/** The date alone, by the clock of this device. */
export const dateWords = (language: string, at: number): string =>
  new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: 'medium' }).format(at)

/** A day as a field holds it, such as 2026-03-29. */
export const fullDay = (language: string, day: string): string => dayIn(language, 'UTC', Date.parse(`${day}T12:00:00Z`))

export const spanWords = ({ startsAt, endsAt, timeZone }: Timed): string => timeSpan(startsAt, endsAt, timeZone)
