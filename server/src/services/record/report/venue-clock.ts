/** Formats times in the time zone of the venue. */

export type LocalTime = { readonly date: string; readonly time: string; readonly minute: string }

export class VenueClock {
  readonly #format: Intl.DateTimeFormat
  readonly #cache = new Map<string, LocalTime>()

  constructor(timeZone: string) {
    const [year, month, day, hour, minute, second] = ['numeric', '2-digit', '2-digit', '2-digit', '2-digit', '2-digit'] as const
    this.#format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year,
      month,
      day,
      hour,
      minute,
      second,
    })
  }

  /** Uses only numbers, so that no version of the language data changes a document. */
  getLocalTime(iso: string): LocalTime {
    const cached = this.#cache.get(iso)
    if (cached) return cached
    const parts = Object.fromEntries(this.#format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
    const minute = `${parts['hour']}:${parts['minute']}`
    const localTime = { date: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${minute}:${parts['second']}`, minute }
    this.#cache.set(iso, localTime)
    return localTime
  }
}

/** Formats seconds as minutes and seconds, such as 2:05 or 75:00. */
export const formatClock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
