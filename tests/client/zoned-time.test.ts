/** Times typed in a time zone. The shown and the typed time are the same instant, even around clock changes. */

import { getEndZonedTime, toEndTime } from '@rostrum/client/features/planning/model/end-time'
import {
  formatOffset,
  isAmbiguous,
  isDay,
  isTime,
  isZone,
  toZonedInstant,
  toZonedTime,
} from '@rostrum/client/features/planning/model/zoned-time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Zones with their clock changes: forward and back, by an hour or half an hour, in both hemispheres. */
const clockChanges = [
  ['Europe/Zurich', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  ['America/St_Johns', '2026-03-08T05:30:00Z', '2026-11-01T04:30:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-04-04T15:00:00Z'],
  ['Africa/Casablanca', '2026-03-22T02:00:00Z', '2026-02-15T02:00:00Z'],
] as const

const hourMs = 3_600_000

describe.each(clockChanges)('in the time zone %s', (zone, forward, back) => {
  test.each([
    ['forward', forward],
    ['back', back],
  ])('the shown and the typed time are the same instant around the change %s', (_, change) => {
    const around = fc.integer({ min: -30 * 3600, max: 30 * 3600 }).map((seconds) => Date.parse(change) + seconds * 1000)
    fc.assert(
      fc.property(around, (at) => {
        expect(toZonedInstant(toZonedTime(at, zone), zone)).toBe(at)
      }),
    )
  })

  test('an end time is the same instant too, however far after the start', () => {
    const begins = fc.constantFrom(forward, back).chain((change) => fc.integer({ min: -2000, max: 2000 }).map((m) => [change, m] as const))
    fc.assert(
      fc.property(begins, fc.integer({ min: -600, max: 6000 }), ([change, before], length) => {
        const from = Date.parse(change) + before * 60_000
        const to = from + length * 60_000
        const begin = toZonedTime(from, zone)
        expect(toZonedInstant(getEndZonedTime(begin, toEndTime(to, begin, zone), zone), zone)).toBe(to)
      }),
    )
  })
})

describe('at a clock change', () => {
  test('a skipped time does not exist', () => {
    expect(toZonedInstant({ day: '2026-03-29', time: '02:30', isSecond: false }, 'Europe/Zurich')).toBeNull()
    expect(toZonedInstant({ day: '2026-03-29', time: '02:30', isSecond: false }, 'UTC')).toBe(Date.parse('2026-03-29T02:30:00Z'))
  })

  test('a repeated time is the first one, unless the second is chosen', () => {
    const clock = { day: '2026-10-25', time: '02:30' }
    expect([isAmbiguous(clock, 'Europe/Zurich'), isAmbiguous({ ...clock, time: '03:30' }, 'Europe/Zurich')]).toEqual([true, false])
    const first = toZonedInstant({ ...clock, isSecond: false }, 'Europe/Zurich')
    expect(first).toBe(Date.parse('2026-10-25T02:30:00+02:00'))
    expect(toZonedInstant({ ...clock, isSecond: true }, 'Europe/Zurich')).toBe(Number(first) + hourMs)
  })

  test('the same local time in another time zone is a different instant', () => {
    const clock = { day: '2026-07-01', time: '10:00', isSecond: false }
    expect(toZonedInstant(clock, 'Asia/Kolkata')).toBe(Date.parse('2026-07-01T10:00:00+05:30'))
    expect([formatOffset('Asia/Kolkata', 0), formatOffset('America/St_Johns', Date.parse('2026-07-01'))]).toEqual(['+05:30', '−02:30'])
  })
})

describe('an end time', () => {
  const begin = { day: '2026-06-01', time: '22:00', isSecond: false }
  test('before the start time is on the next day', () => {
    expect(getEndZonedTime(begin, { time: '00:30', isSecond: false, extraDays: 0 }, 'UTC').day).toBe('2026-06-02')
    expect(getEndZonedTime(begin, { time: '23:30', isSecond: false, extraDays: 0 }, 'UTC').day).toBe('2026-06-01')
  })
  test('moves with the day', () => {
    const end = toEndTime(Date.parse('2026-06-03T09:00:00Z'), begin, 'UTC')
    expect(end.extraDays).toBe(1)
    expect(getEndZonedTime({ ...begin, day: '2027-01-31' }, end, 'UTC').day).toBe('2027-02-02')
  })
})

test('a time can be typed in any format that keyboards offer', () => {
  expect(['9:30', '09.30', ' 14:30 ', '١٤:٣٠', '14：30', '09:30:15'].map(isTime)).toEqual(Array(6).fill(true))
  expect(['24:00', '9:60', '9', '', 'noon', '9:3'].map(isTime)).toEqual(Array(6).fill(false))
  expect(['2026-02-29', '2028-02-29', '', '1.2.2026'].map(isDay)).toEqual([false, true, false, false])
  expect(['Europe/Zurich', 'UTC', 'Geneva', ''].map(isZone)).toEqual([true, true, false, false])
})
