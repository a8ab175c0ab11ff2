/** A session as a calendar entry (RFC 5545). */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Instant } from '@rostrum/shared/kernel/time'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { mayHaveMeetingLink } from './particulars.ts'

export type CalendarContent = {
  readonly session: SessionId
  readonly plan: Pick<Plan, 'title' | 'place' | 'venue' | 'about' | 'timeZone' | 'startsAt' | 'endsAt' | 'meetingLink' | 'cancelled'>
  /** The person whom the entry is for, or null if it is for everybody. */
  readonly person: Pick<Person, 'role' | 'channel' | 'revoked' | 'walkIn'> | null
  /** A sentence at the end of the description, or null. */
  readonly note: string | null
  /** The language of the title. If absent, the title is in the language in which it was written first. */
  readonly language?: string | undefined
  readonly at: Instant
}

/**
 * Formats the entry. It contains no personal link, because calendars are often shared. The UID is always the same, so that a calendar
 * replaces the old entry.
 */
export function formatCalendar({ session, plan, person, note, at, language }: CalendarContent): string {
  const { title, place, venue, about, timeZone, startsAt, endsAt, meetingLink, cancelled = false } = plan
  // `URL` escapes line breaks, so that an address cannot inject a line.
  const url = person !== null && mayHaveMeetingLink(person) && meetingLink !== null ? new URL(meetingLink).href : null
  const zone = findZone(timeZone, startsAt, endsAt)
  const description = [about, url, note].filter((part) => part !== null).join('\n\n')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rostrum//Rostrum//EN',
    `METHOD:${getCalendarMethod(plan)}`,
    ...(zone === null ? [] : formatZone(zone)),
    'BEGIN:VEVENT',
    `UID:${session}@rostrum`,
    `SEQUENCE:${Math.floor((at - sequenceStart) / minuteMs)}`,
    `DTSTAMP:${formatUtc(at)}`,
    `DTSTART${formatZonedTime(startsAt, zone)}`,
    `DTEND${formatZonedTime(endsAt, zone)}`,
    `SUMMARY:${escapeText(pickWording(title, language ?? ''))}`,
    `LOCATION:${escapeText([venue, place].filter((part) => part !== null).join(', '))}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    ...(cancelled ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

export type CalendarMethod = 'CANCEL' | 'PUBLISH'
/** An entry of a cancelled session takes the one in the calendar away. */
export const getCalendarMethod = ({ cancelled = false }: Pick<Plan, 'cancelled'>): CalendarMethod => (cancelled ? 'CANCEL' : 'PUBLISH')

const [dayMs, minuteMs] = [86_400_000, 60_000]
/** Calendars keep the entry with the highest number. Nobody counts the entries that were handed out, so the minutes since 2020 are taken. */
const sequenceStart = Date.UTC(2020, 0)

type Zone = { readonly name: string; readonly minutes: number }

/**
 * Returns the zone. It is null, so that times are written in UTC, if the clocks change during the session. The same holds if one of its
 * times occurs twice and this is the second.
 */
function findZone(name: string, startsAt: Instant, endsAt: Instant): Zone | null {
  const minutes = getUtcOffset(name, startsAt)
  const isPlain = minutes === getUtcOffset(name, endsAt) && !isRepeated(name, startsAt) && !isRepeated(name, endsAt)
  return name === 'UTC' || !isPlain ? null : { name, minutes }
}

/** Whether clocks have shown this time before and were then set back. Programs that know the zone by name take the first time. */
function isRepeated(name: string, at: Instant): boolean {
  const [now, before] = [getUtcOffset(name, at), getUtcOffset(name, (at - dayMs) as Instant)]
  return before > now && getUtcOffset(name, (at - (before - now) * 60_000) as Instant) === before
}

function getUtcOffset(timeZone: string, at: Instant): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const [, sign = '+', hours = '0', minutes = '0'] =
    /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}

/** One rule is enough: the offset on the day of the session. */
function formatZone({ name, minutes }: Zone): readonly string[] {
  const digits = (value: number): string => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  const offset = `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${digits(size % 60)}`
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ]
}

const formatUtc = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
const formatZonedTime = (at: Instant, zone: Zone | null): string =>
  zone === null ? `:${formatUtc(at)}` : `;TZID=${zone.name}:${formatUtc((at + zone.minutes * 60_000) as Instant).slice(0, -1)}`

const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** Folds a line to at most 75 bytes per line. A character is never split. A continuation begins with a space. */
function foldLine(line: string): string {
  const folded: string[] = []
  let [part, bytes] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > 75) {
      folded.push(part)
      part = ' '
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...folded, part].join('\r\n')
}
