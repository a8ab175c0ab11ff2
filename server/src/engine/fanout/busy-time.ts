/** The processor time of work that lets the event loop do other things in between, including other rounds. Those do not count. */
export class BusyTime {
  #total = 0

  /** Runs synchronous work and counts its time. */
  spend<T>(work: () => T): T {
    const since = performance.now()
    try {
      return work()
    } finally {
      this.#total += performance.now() - since
    }
  }

  /** The time so far, in milliseconds. */
  get total(): number {
    return this.#total
  }
}
