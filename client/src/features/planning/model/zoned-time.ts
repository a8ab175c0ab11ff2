/** Times as they are typed, by the clock of a place, and the instants they stand for; right also where the clocks change. */

/** `again`: the second of the two, where the clocks go back over it. */
export type Clock = { readonly day: string; readonly time: string; readonly again: boolean }

const day = 24 * 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-nu-latn', {
    timeZone: zone,
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}

/** What the clock of the place shows, as if it were that of UTC. */
const shownBy = (at: number, zone: string): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((type) => Number(parts.get(type)))
  return Date.UTC(year, month - 1, date, hour, minute, second)
}

const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000

/** Every instant at which the clock shows that: two where the clocks go back, none where they go forward over it. */
const instantsAt = (shown: number, zone: string): readonly number[] => {
  const ahead = [shown - day, shown, shown + day].map((near) => shownBy(near, zone) - wholeSecond(near))
  const candidates = [...new Set(ahead)].map((offset) => shown - offset)
  return candidates.filter((at) => shownBy(at, zone) === shown).sort((a, b) => a - b)
}

const two = (part: number): string => String(part).padStart(2, '0')

export const clockOf = (at: number, zone: string): Clock => {
  const shown = shownBy(at, zone)
  const written = new Date(shown).toISOString()
  const [first] = instantsAt(shown, zone)
  const exact = written.slice(11, 19)
  return {
    day: written.slice(0, 10),
    time: exact.endsWith(':00') ? exact.slice(0, 5) : exact,
    again: first !== undefined && first < wholeSecond(at),
  }
}

/** However a keyboard writes them: digits of other scripts are digits, marks of direction are nothing. */
export const plainTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .trim()

/** Milliseconds since midnight; null for what is no time of a day. */
const sinceMidnight = (typed: string): number | null => {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(plainTyped(typed))
  if (match === null) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  return hours > 23 || minutes > 59 || seconds > 59 ? null : ((hours * 60 + minutes) * 60 + seconds) * 1000
}

const midnight = (typed: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  const at = Date.parse(`${typed}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== typed ? null : at
}

export const isDay = (typed: string): boolean => midnight(typed) !== null
export const isTime = (typed: string): boolean => sinceMidnight(typed) !== null

/** The day so many days later. */
export const dayAfter = (typed: string, days: number): string => {
  const at = midnight(typed)
  return at === null ? typed : new Date(at + days * day).toISOString().slice(0, 10)
}

export const daysBetween = (from: string, to: string): number => Math.round(((midnight(to) ?? 0) - (midnight(from) ?? 0)) / day)

export const isZone = (name: string): boolean => {
  try {
    formatOf(name)
    return name !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const shownIn = ({ day: typedDay, time }: Omit<Clock, 'again'>): number | null => {
  const [start, since] = [midnight(typedDay), sinceMidnight(time)]
  return start === null || since === null ? null : start + since
}

/** Null for what is no day or no time, and for a time that the clocks leave out. */
export const instantIn = (clock: Clock, zone: string): number | null => {
  const shown = shownIn(clock)
  const [first, second] = shown === null || !isZone(zone) ? [] : instantsAt(shown, zone)
  return (clock.again ? second : undefined) ?? first ?? null
}

/** Whether the clocks go back over it, so that there are two of it. */
export const isTwice = (clock: Omit<Clock, 'again'>, zone: string): boolean => {
  const shown = shownIn(clock)
  return shown !== null && isZone(zone) && instantsAt(shown, zone).length > 1
}

/** How far the place is ahead of UTC then, in words of its own: +01:00. */
export const offsetText = (zone: string, at: number): string => {
  const minutes = Math.round((shownBy(at, zone) - wholeSecond(at)) / 60_000)
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
