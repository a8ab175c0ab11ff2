/** Times as typed, in a time zone, and the instants they mean. They are correct even around clock changes. */

/** `isSecond`: the second of two equal times, if the clocks go back. */
export type ZonedTime = { readonly day: string; readonly time: string; readonly isSecond: boolean }

const dayMs = 24 * 3_600_000
const formatters = new Map<string, Intl.DateTimeFormat>()

const getFormatter = (zone: string): Intl.DateTimeFormat => {
  const cached = formatters.get(zone)
  if (cached) return cached
  const formatter = new Intl.DateTimeFormat('en-u-nu-latn', {
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
  formatters.set(zone, formatter)
  return formatter
}

/** The local time of the zone, in milliseconds as if it were UTC. */
const toLocalMs = (at: number, zone: string): number => {
  const parts = new Map(
    getFormatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((type) => Number(parts.get(type)))
  return Date.UTC(year, month - 1, date, hour, minute, second)
}

const floorToSecond = (at: number): number => Math.floor(at / 1000) * 1000

/** Returns every instant at which the clock shows this time: two if the clocks go back, none if they skip it. */
const findInstants = (local: number, zone: string): readonly number[] => {
  const ahead = [local - dayMs, local, local + dayMs].map((near) => toLocalMs(near, zone) - floorToSecond(near))
  const candidates = [...new Set(ahead)].map((offset) => local - offset)
  return candidates.filter((at) => toLocalMs(at, zone) === local).sort((a, b) => a - b)
}

const padTwo = (part: number): string => String(part).padStart(2, '0')

export const toZonedTime = (at: number, zone: string): ZonedTime => {
  const local = toLocalMs(at, zone)
  const iso = new Date(local).toISOString()
  const [first] = findInstants(local, zone)
  const exact = iso.slice(11, 19)
  return {
    day: iso.slice(0, 10),
    time: exact.endsWith(':00') ? exact.slice(0, 5) : exact,
    isSecond: first !== undefined && first < floorToSecond(at),
  }
}

/** Accepts any keyboard: digits of all scripts become ASCII digits, and direction marks are removed. */
export const normalizeTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .trim()

/** Milliseconds since midnight; null if the text is not a time of day. */
const parseTime = (typed: string): number | null => {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(normalizeTyped(typed))
  if (match === null) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  return hours > 23 || minutes > 59 || seconds > 59 ? null : ((hours * 60 + minutes) * 60 + seconds) * 1000
}

const parseDay = (typed: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  const at = Date.parse(`${typed}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== typed ? null : at
}

export const isDay = (typed: string): boolean => parseDay(typed) !== null
export const isTime = (typed: string): boolean => parseTime(typed) !== null

export const addDays = (typed: string, days: number): string => {
  const at = parseDay(typed)
  return at === null ? typed : new Date(at + days * dayMs).toISOString().slice(0, 10)
}

export const countDaysBetween = (from: string, to: string): number => Math.round(((parseDay(to) ?? 0) - (parseDay(from) ?? 0)) / dayMs)

export const isZone = (name: string): boolean => {
  try {
    getFormatter(name)
    return name !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const toLocal = ({ day: typedDay, time }: Omit<ZonedTime, 'isSecond'>): number | null => {
  const [start, since] = [parseDay(typedDay), parseTime(time)]
  return start === null || since === null ? null : start + since
}

/** Null if the day or the time is not valid, and for a time that the clocks skip. */
export const toZonedInstant = (clock: ZonedTime, zone: string): number | null => {
  const local = toLocal(clock)
  const [first, second] = local === null || !isZone(zone) ? [] : findInstants(local, zone)
  return (clock.isSecond ? second : undefined) ?? first ?? null
}

/** Whether the clocks go back over this time, so that it exists twice. */
export const isAmbiguous = (clock: Omit<ZonedTime, 'isSecond'>, zone: string): boolean => {
  const local = toLocal(clock)
  return local !== null && isZone(zone) && findInstants(local, zone).length > 1
}

/** The UTC offset of the zone at this instant, as text: +01:00. */
export const formatOffset = (zone: string, at: number): string => {
  const minutes = Math.round((toLocalMs(at, zone) - floorToSecond(at)) / 60_000)
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '−' : '+'}${padTwo(Math.floor(size / 60))}:${padTwo(size % 60)}`
}
