/** The pace of rounds: the first at once, then at most one per 50 ms or twice what the last one took, whichever is longer. */
const least = 50

export class Pace {
  readonly #round: () => Promise<void>
  #running = false
  #wanted: 'no' | 'soon' | 'now' = 'no'
  #restUntil = 0
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  /** `round` must not overlap itself: the next begins after it has resolved. */
  constructor(round: () => Promise<void>) {
    this.#round = round
  }

  /** `urgent` does not wait for the rest, only for a round that is under way. */
  want(urgent: boolean): void {
    if (this.#stopped) return
    this.#wanted = urgent || this.#wanted === 'now' ? 'now' : 'soon'
    this.#consider()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #consider(): void {
    if (this.#running || this.#wanted === 'no' || this.#stopped) return
    const rest = this.#restUntil - performance.now()
    if (this.#wanted === 'now' || rest <= 0) {
      clearTimeout(this.#timer)
      this.#timer = undefined
      void this.#go()
    } else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined
        this.#consider()
      }, rest)
    }
  }

  async #go(): Promise<void> {
    this.#running = true
    this.#wanted = 'no'
    const began = performance.now()
    try {
      await this.#round()
    } finally {
      const ended = performance.now()
      this.#restUntil = ended + Math.max(least, 2 * (ended - began))
      this.#running = false
      this.#consider()
    }
  }
}
