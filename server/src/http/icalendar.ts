/** A session as a calendar entry (RFC 5545). */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'

/** `link`: to the meeting, for whoever may have it. Made again, it is the same entry: a calendar replaces what it has. */
export function calendarOf(id: SessionId, { session }: State, link: string | null, at: Instant): string {
  const { title, place, venue, about, timeZone, startsAt, endsAt } = session.plan
  // As an address is written: nothing that is hidden in one can end a line.
  const url = link === null ? null : new URL(link).href
  const zone = zoneOf(timeZone, startsAt, endsAt)
  const description = [about, url].filter((part) => part !== null).join('\n\n')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rostrum//Rostrum//EN',
    'METHOD:PUBLISH',
    ...(zone === null ? [] : definitionOf(zone)),
    'BEGIN:VEVENT',
    `UID:${id}@rostrum`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART${moment(startsAt, zone)}`,
    `DTEND${moment(endsAt, zone)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped([venue, place].filter((part) => part !== null).join(', '))}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

type Zone = { readonly name: string; readonly minutes: number }

/** Null, and the times are said in UTC, where the clocks change during the session. */
function zoneOf(name: string, startsAt: Instant, endsAt: Instant): Zone | null {
  const minutes = offsetAt(name, startsAt)
  return name === 'UTC' || minutes !== offsetAt(name, endsAt) ? null : { name, minutes }
}

function offsetAt(timeZone: string, at: Instant): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const [, sign = '+', hours = '0', minutes = '0'] =
    /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}

/** One rule is enough: the one that holds on the day. */
function definitionOf({ name, minutes }: Zone): readonly string[] {
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

const utc = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
const moment = (at: Instant, zone: Zone | null): string =>
  zone === null ? `:${utc(at)}` : `;TZID=${zone.name}:${utc((at + zone.minutes * 60_000) as Instant).slice(0, -1)}`

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** At most 75 bytes a line, never through the middle of a character; what goes on begins with a space. */
function fold(line: string): string {
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
