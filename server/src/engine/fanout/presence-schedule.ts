/** When counts of who is present are sent: to officers every second, to everybody else when it is calmer. */

/** Milliseconds. */
const interval = 1000
/** Connections in an interval from which the others wait. A round for ten thousand screens costs as much as to admit some hundred. */
const manyConnections = 100
/** Intervals after which the others wait no longer. */
const maxHeld = 5

export class PresenceSchedule {
  readonly #onDue: (receivers: 'officers' | 'everybody') => void
  #timer: NodeJS.Timeout | undefined
  #connections = 0
  #held = 0

  constructor(onDue: (receivers: 'officers' | 'everybody') => void) {
    this.#onDue = onDue
  }

  /** Somebody has connected. */
  countConnection(): void {
    this.#connections += 1
  }

  /** Who is present has changed. */
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
