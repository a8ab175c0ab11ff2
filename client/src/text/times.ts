/** Times of day in the session's own zone, 24 hours, Latin digits, the same in every language. */
import { isolateNumber } from './isolation.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string, exact: boolean): Intl.DateTimeFormat => {
  const key = `${zone} ${exact}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(exact ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
    timeZone: zone,
  })
  formats.set(key, made)
  return made
}

/** 12:04 */
export const timeOfDay = (at: number, zone: string): string => isolateNumber(formatOf(zone, false).format(at))

/** 12:04:31 */
export const exactTime = (at: number, zone: string): string => isolateNumber(formatOf(zone, true).format(at))

/** 12:00–12:34 */
export const timeSpan = (from: number, to: number, zone: string): string => {
  const format = formatOf(zone, false)
  return isolateNumber(`${format.format(from)}–${format.format(to)}`)
}

/** A length of time as minutes and seconds: 3:00. */
export const lengthText = (milliseconds: number): string => {
  const total = Math.round(milliseconds / 1000)
  return isolateNumber(`${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`)
}

/** Whole minutes, never none while something is left. */
export const wholeMinutes = (milliseconds: number): number => Math.max(0, Math.round(milliseconds / 60_000))
