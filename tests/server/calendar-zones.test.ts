/** The times of a calendar entry around a change of the clocks. Some programs read the zone in the file, others know the zone by name. */
import { formatCalendar } from '@rostrum/server/services/mail/icalendar'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'

const minute = 60_000
const lengths = [20, 90]

/** Each zone with instants at which its clocks change, or with ordinary ones. */
const zones = [
  ['Europe/Zurich', '2026-10-25T01:00Z', '2027-03-28T01:00Z'],
  ['America/New_York', '2026-11-01T06:00Z', '2027-03-14T07:00Z'],
  ['Australia/Lord_Howe', '2027-04-03T15:00Z', '2026-10-03T15:30Z'],
  ['Africa/Nairobi', '2026-10-25T01:00Z', '2027-03-28T01:00Z'],
  ['Asia/Kolkata', '2026-10-25T01:00Z', '2027-03-28T01:00Z'],
  ['UTC', '2026-10-25T01:00Z', '2027-03-28T01:00Z'],
] as const

const clocks = new Map<string, Intl.DateTimeFormat>()
const readClock = (timeZone: string, at: number): string => {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(timeZone, clock)
  return clock.format(at).replaceAll(/[- :]/g, '')
}

/** Returns the first instant at which clocks of the zone show this time, as RFC 5545 (§3.3.5) requires. */
const findFirst = (timeZone: string, clock: string): number => {
  const [, year, month, day, hour, minutes] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(clock) ?? []
  const near = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minutes))
  for (let at = near - 15 * 60 * minute; at <= near + 15 * 60 * minute; at += 15 * minute) if (readClock(timeZone, at) === clock) return at
  return Number.NaN
}

const readEntry = (timeZone: string, startsAt: number, endsAt: number) => {
  const its = { ...plan, timeZone, startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) }
  const file = formatCalendar({ session: 's' as SessionId, plan: its, person: null, note: null, at: toInstant(startsAt) })
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent') as ICAL.Component)
  const own = file.slice(file.indexOf('BEGIN:VEVENT'))
  const byName = ['DTSTART', 'DTEND'].map((field) => {
    const [, zone, day = '', time = '', utc] = new RegExp(`^${field}(?:;TZID=([^:]+))?:(\\d+)T(\\d+)(Z?)`, 'm').exec(own) ?? []
    return utc === 'Z' ? findFirst('UTC', day + time) : findFirst(zone ?? '', day + time)
  })
  return { byFile: [event.startDate, event.endDate].map((time) => time.toJSDate().getTime()), byName, file }
}

test.each(zones)(
  '[X27] %s: around a change of the clocks every program reads the instants of the session from an entry',
  (zone, ...changes) => {
    for (const change of changes)
      for (let start = Date.parse(change) - 150 * minute; start <= Date.parse(change) + 150 * minute; start += 15 * minute)
        for (const length of lengths) {
          const times = [start, start + length * minute]
          const { byFile, byName } = readEntry(zone, start, start + length * minute)
          expect([new Date(start).toISOString(), length, byFile, byName]).toEqual([new Date(start).toISOString(), length, times, times])
        }
  },
)

test('[X27] on an ordinary day the entry contains the zone, and in summer time its offset', () => {
  for (const [day, offset] of [
    ['2026-07-01T12:00Z', '+0200'],
    ['2026-12-01T12:00Z', '+0100'],
  ] as const) {
    const { file } = readEntry('Europe/Zurich', Date.parse(day), Date.parse(day) + 60 * minute)
    expect(file).toMatch(/^DTSTART;TZID=Europe\/Zurich:\d{8}T1[34]0000\r$/m)
    expect(file).toContain(`TZOFFSETTO:${offset}\r\n`)
  }
})
