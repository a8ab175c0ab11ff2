/** Decides when counts of who is present are sent. Officers get them every second, everybody else when fewer people are connecting. */

/** In milliseconds. */
const interval = 1000
/**
 * From this number of new connections in an interval, everybody but the officers waits. A round for ten thousand screens costs as much as
 * admitting about a hundred people.
 */
const manyConnections = 100
/** The most intervals that the others wait. */
const maxHeld = 5

export class PresenceSchedule {
  readonly #onDue: (receivers: 'officers' | 'everybody') => void
  #timer: NodeJS.Timeout | undefined
  #connections = 0
  #held = 0

  constructor(onDue: (receivers: 'officers' | 'everybody') => void) {
    this.#onDue = onDue
  }

  /** Counts somebody who has connected. */
  countConnection(): void {
    this.#connections += 1
  }

  /** Requests a sending because presence has changed. */
  request(): void {
    this.#timer ??= setTimeout(() => this.#run(), interval)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #run(): void {
    this.#timer = undefined
    const isHeld = this.#connections >= manyConnections && this.#held < maxHeld
    this.#connections = 0
    this.#held = isHeld ? this.#held + 1 : 0
    this.#onDue(isHeld ? 'officers' : 'everybody')
    if (isHeld) this.request()
  }
}
