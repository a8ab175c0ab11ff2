/** Times as they were on the clock of the place where the session was held. */

export type Wall = { readonly date: string; readonly time: string; readonly minute: string }

export class PlaceClock {
  readonly #format: Intl.DateTimeFormat
  readonly #known = new Map<string, Wall>()

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

  /** Made of numbers alone, so that no version of the language data can change a document. */
  at(iso: string): Wall {
    const known = this.#known.get(iso)
    if (known) return known
    const parts = Object.fromEntries(this.#format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
    const minute = `${parts['hour']}:${parts['minute']}`
    const wall = { date: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${minute}:${parts['second']}`, minute }
    this.#known.set(iso, wall)
    return wall
  }
}

/** 2:05, 75:00 */
export const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
