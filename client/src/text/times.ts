/** Times of day in the session's time zone: 24 hours, Latin digits, the same in every language. */
import { isolateNumber } from './isolation.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const getFormat = (zone: string, exact: boolean): Intl.DateTimeFormat => {
  const key = `${zone} ${exact}`
  const cached = formats.get(key)
  if (cached) return cached
  const created = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(exact ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
    timeZone: zone,
  })
  formats.set(key, created)
  return created
}

/** 12:04 */
export const formatTime = (at: number, zone: string): string => isolateNumber(getFormat(zone, false).format(at))

/** 12:04:31 */
export const formatExactTime = (at: number, zone: string): string => isolateNumber(getFormat(zone, true).format(at))

/** 12:00–12:34 */
export const formatTimeSpan = (from: number, to: number, zone: string): string => {
  const format = getFormat(zone, false)
  return isolateNumber(`${format.format(from)}–${format.format(to)}`)
}

/** Whether the clock of this device reads the same as that of the meeting. */
export const readsLike = (at: number, zone: string): boolean =>
  formatTime(at, zone) === formatTime(at, Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Formats a duration as minutes and seconds: 3:00. */
export const formatDuration = (milliseconds: number): string => {
  const total = Math.round(milliseconds / 1000)
  return isolateNumber(`${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`)
}

/** Converts milliseconds to whole minutes, at least 0. */
export const roundToMinutes = (milliseconds: number): number => Math.max(0, Math.round(milliseconds / 60_000))
