/** Times typed by the clock of a place: what is shown and typed back is the same instant, also where the clocks change. */

import { endClock, endOf } from '@rostrum/client/features/planning/model/end-time'
import { clockOf, instantIn, isDay, isTime, isTwice, isZone, offsetText } from '@rostrum/client/features/planning/model/zoned-time'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

/** Each with a change of clocks: forward and back, by an hour or half of it, on both halves of the earth. */
const changes = [
  ['Europe/Zurich', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  ['America/St_Johns', '2026-03-08T05:30:00Z', '2026-11-01T04:30:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-04-04T15:00:00Z'],
  ['Africa/Casablanca', '2026-03-22T02:00:00Z', '2026-02-15T02:00:00Z'],
] as const

const hour = 3_600_000

describe.each(changes)('by the clock of %s', (zone, forward, back) => {
  test.each([
    ['forward', forward],
    ['back', back],
  ])('what is shown and typed back is the same instant, around the clocks going %s', (_, change) => {
    const around = fc.integer({ min: -30 * 3600, max: 30 * 3600 }).map((seconds) => Date.parse(change) + seconds * 1000)
    fc.assert(
      fc.property(around, (at) => {
        expect(instantIn(clockOf(at, zone), zone)).toBe(at)
      }),
    )
  })

  it('an end is the same instant too, however far after the beginning', () => {
    const begins = fc.constantFrom(forward, back).chain((change) => fc.integer({ min: -2000, max: 2000 }).map((m) => [change, m] as const))
    fc.assert(
      fc.property(begins, fc.integer({ min: -600, max: 6000 }), ([change, before], length) => {
        const from = Date.parse(change) + before * 60_000
        const to = from + length * 60_000
        const begin = clockOf(from, zone)
        expect(instantIn(endClock(begin, endOf(to, begin, zone), zone), zone)).toBe(to)
      }),
    )
  })
})

describe('where the clocks change', () => {
  it('a time that they leave out is none', () => {
    expect(instantIn({ day: '2026-03-29', time: '02:30', again: false }, 'Europe/Zurich')).toBeNull()
    expect(instantIn({ day: '2026-03-29', time: '02:30', again: false }, 'UTC')).toBe(Date.parse('2026-03-29T02:30:00Z'))
  })

  it('a time that there is twice is the first, unless the second is meant', () => {
    const clock = { day: '2026-10-25', time: '02:30' }
    expect([isTwice(clock, 'Europe/Zurich'), isTwice({ ...clock, time: '03:30' }, 'Europe/Zurich')]).toEqual([true, false])
    const first = instantIn({ ...clock, again: false }, 'Europe/Zurich')
    expect(first).toBe(Date.parse('2026-10-25T02:30:00+02:00'))
    expect(instantIn({ ...clock, again: true }, 'Europe/Zurich')).toBe(Number(first) + hour)
  })

  it('the same clock in another zone is another instant', () => {
    const clock = { day: '2026-07-01', time: '10:00', again: false }
    expect(instantIn(clock, 'Asia/Kolkata')).toBe(Date.parse('2026-07-01T10:00:00+05:30'))
    expect([offsetText('Asia/Kolkata', 0), offsetText('America/St_Johns', Date.parse('2026-07-01'))]).toEqual(['+05:30', '−02:30'])
  })
})

describe('an end', () => {
  const begin = { day: '2026-06-01', time: '22:00', again: false }
  it('before the time of the beginning is on the next day', () => {
    expect(endClock(begin, { time: '00:30', again: false, far: 0 }, 'UTC').day).toBe('2026-06-02')
    expect(endClock(begin, { time: '23:30', again: false, far: 0 }, 'UTC').day).toBe('2026-06-01')
  })
  it('moves with the day', () => {
    const end = endOf(Date.parse('2026-06-03T09:00:00Z'), begin, 'UTC')
    expect(end.far).toBe(1)
    expect(endClock({ ...begin, day: '2027-01-31' }, end, 'UTC').day).toBe('2027-02-02')
  })
})

it('a time is typed as keyboards write it', () => {
  expect(['9:30', '09.30', ' 14:30 ', '١٤:٣٠', '14：30', '09:30:15'].map(isTime)).toEqual(Array(6).fill(true))
  expect(['24:00', '9:60', '9', '', 'noon', '9:3'].map(isTime)).toEqual(Array(6).fill(false))
  expect(['2026-02-29', '2028-02-29', '', '1.2.2026'].map(isDay)).toEqual([false, true, false, false])
  expect(['Europe/Zurich', 'UTC', 'Geneva', ''].map(isZone)).toEqual([true, true, false, false])
})
