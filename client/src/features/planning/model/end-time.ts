/** Only the time of an end is typed. It means the first such time after the start. `extraDays`: days to add, which only plan files set. */
import { addDays, countDaysBetween, toZonedInstant, toZonedTime, type ZonedTime } from './zoned-time.ts'

export type EndTime = { readonly time: string; readonly isSecond: boolean; readonly extraDays: number }

export const emptyEndTime: EndTime = { time: '', isSecond: false, extraDays: 0 }

/** The day of the end, counted from the day of the start, without `extraDays`. */
const countDaysToEnd = (begin: ZonedTime, end: Omit<EndTime, 'extraDays'>, zone: string): number => {
  const from = toZonedInstant(begin, zone)
  const sameDay = toZonedInstant({ ...end, day: begin.day }, zone)
  return from !== null && sameDay !== null && sameDay <= from ? 1 : 0
}

export const getEndZonedTime = (begin: ZonedTime, end: EndTime, zone: string): ZonedTime => ({
  time: end.time,
  isSecond: end.isSecond,
  day: addDays(begin.day, countDaysToEnd(begin, end, zone) + end.extraDays),
})

export const toEndTime = (at: number, begin: ZonedTime, zone: string): EndTime => {
  const { day, time, isSecond: again } = toZonedTime(at, zone)
  return { time, isSecond: again, extraDays: countDaysBetween(begin.day, day) - countDaysToEnd(begin, { time, isSecond: again }, zone) }
}
