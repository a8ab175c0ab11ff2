/** An end is typed as a time alone: it is the first such time after the beginning. `far`: so many days later than that, which only files say. */
import { type Clock, clockOf, dayAfter, daysBetween, instantIn } from './zoned-time.ts'

export type End = { readonly time: string; readonly again: boolean; readonly far: number }

export const noEnd: End = { time: '', again: false, far: 0 }

/** The day on which it falls, counted from the day of the beginning, before `far`. */
const nearest = (begin: Clock, end: Omit<End, 'far'>, zone: string): number => {
  const from = instantIn(begin, zone)
  const sameDay = instantIn({ ...end, day: begin.day }, zone)
  return from !== null && sameDay !== null && sameDay <= from ? 1 : 0
}

export const endClock = (begin: Clock, end: End, zone: string): Clock => ({
  time: end.time,
  again: end.again,
  day: dayAfter(begin.day, nearest(begin, end, zone) + end.far),
})

export const endOf = (at: number, begin: Clock, zone: string): End => {
  const { day, time, again } = clockOf(at, zone)
  return { time, again, far: daysBetween(begin.day, day) - nearest(begin, { time, again }, zone) }
}
