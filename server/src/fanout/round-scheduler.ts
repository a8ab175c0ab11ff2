/**
 * The pace of rounds: the first is immediate. Then there is a pause of 50 ms or twice the duration of the last round, whichever is longer.
 */
const minInterval = 50

export class RoundScheduler {
  readonly #round: () => Promise<void>
  #isRunning = false
  #requested: 'no' | 'soon' | 'now' = 'no'
  #restUntil = 0
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  /** Rounds do not overlap: the next begins after `round` has resolved. */
  constructor(round: () => Promise<void>) {
    this.#round = round
  }

  /** An urgent round does not wait for the pause, only for a round that is still running. */
  request(isUrgent: boolean): void {
    if (this.#isStopped) return
    this.#requested = isUrgent || this.#requested === 'now' ? 'now' : 'soon'
    this.#schedule()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #schedule(): void {
    if (this.#isRunning || this.#requested === 'no' || this.#isStopped) return
    const rest = this.#restUntil - performance.now()
    if (this.#requested === 'now' || rest <= 0) {
      clearTimeout(this.#timer)
      this.#timer = undefined
      void this.#runRound()
    } else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined
        this.#schedule()
      }, rest)
    }
  }

  async #runRound(): Promise<void> {
    this.#isRunning = true
    this.#requested = 'no'
    const startedAt = performance.now()
    try {
      await this.#round()
    } finally {
      const endedAt = performance.now()
      this.#restUntil = endedAt + Math.max(minInterval, 2 * (endedAt - startedAt))
      this.#isRunning = false
      this.#schedule()
    }
  }
}
