/**
 * The pace of rounds: the first is immediate. Then there is a pause of 50 ms or twice the processor time of the last round, whichever is
 * longer. What else happened during the round does not count, so that rounds do not get rare because commands are many.
 */
const minInterval = 50

export class RoundScheduler {
  readonly #round: () => Promise<number>
  #isRunning = false
  #requested: 'no' | 'soon' | 'now' = 'no'
  #restUntil = 0
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  /** Rounds do not overlap: the next begins after `round` has resolved, with its processor time in milliseconds. */
  constructor(round: () => Promise<number>) {
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
    let busy = 0
    try {
      busy = await this.#round()
    } finally {
      this.#restUntil = performance.now() + Math.max(minInterval, 2 * busy)
      this.#isRunning = false
      this.#schedule()
    }
  }
}
