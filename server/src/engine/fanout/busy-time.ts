/** The processor time of work that lets the event loop, and other rounds, do other things in between. Those do not count. */
export class BusyTime {
  #total = 0

  /** Runs work that waits for nothing, and counts it. */
  spend<T>(work: () => T): T {
    const since = performance.now()
    try {
      return work()
    } finally {
      this.#total += performance.now() - since
    }
  }

  /** Milliseconds. */
  get total(): number {
    return this.#total
  }
}
