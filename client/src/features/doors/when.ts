/** The day of a session in words, in its own zone. */
import type { Language } from '../../text/text.ts'
import type { Speak } from '../../text/messages.ts'
import { timeSpan } from '../../text/times.ts'

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

export const spanWords = ({ startsAt, endsAt, timeZone }: Timed): string => timeSpan(startsAt, endsAt, timeZone)
