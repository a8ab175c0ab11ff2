/** The processor time of work that lets the event loop handle other things in between. Those do not count. */
export class BusyTime {
  #since = performance.now()
  #total = 0

  /** Resolves after the event loop has handled what waits. */
  async pause(): Promise<void> {
    this.#total += performance.now() - this.#since
    await new Promise(setImmediate)
    this.#since = performance.now()
  }

  /** Milliseconds. */
  get total(): number {
    return this.#total + performance.now() - this.#since
  }
}
