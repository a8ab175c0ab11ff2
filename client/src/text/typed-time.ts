/** Turns a time of day that a person typed, in the session's time zone, into an instant that is not in the future. */
import type { Instant } from '@rostrum/shared/kernel/time'

const timePattern = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/
const secondsPerDay = 24 * 3600
/** A time longer ago than this is not accepted, because the secretariat types when it saw a hand go up. */
const maxSecondsAgo = 12 * 3600

const getSecondOfDay = (at: number, zone: string): number => {
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const [hours = 0, minutes = 0, seconds = 0] = format.format(at).split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

/** Null if the input is not a time, or is in the future. */
export const parseTimeOfDay = (input: string, zone: string, now: Instant): Instant | null => {
  const match = timePattern.exec(
    input
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  )
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  const difference = getSecondOfDay(now, zone) - (hours * 3600 + minutes * 60 + seconds)
  const secondsAgo = difference < 0 ? difference + secondsPerDay : difference
  return secondsAgo > maxSecondsAgo ? null : ((Math.floor(now / 1000) * 1000 - secondsAgo * 1000) as Instant)
}
