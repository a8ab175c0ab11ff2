/** A time of day as people type it, in the session's own zone, back to an instant that is not in the future. */
import type { Instant } from '@rostrum/shared/kernel/time'

const form = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/
const day = 24 * 3600
/** Longer ago than this it is not a hand that was just seen. */
const longest = 12 * 3600

const secondOfDay = (at: number, zone: string): number => {
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

/** Null for what is no time, or lies ahead. */
export const instantFrom = (typed: string, zone: string, now: Instant): Instant | null => {
  const match = form.exec(
    typed
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  )
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  const ago = secondOfDay(now, zone) - (hours * 3600 + minutes * 60 + seconds)
  const passed = ago < 0 ? ago + day : ago
  return passed > longest ? null : ((Math.floor(now / 1000) * 1000 - passed * 1000) as Instant)
}
