/** The processor time of work that lets the event loop handle other things in between. Those do not count. */
/**
 * Turns of the event loop in a pause: commands are read and decided in one, and answered in another, after they were flushed. With a single
 * turn, the commands of a storm waited twice as long.
 */
const turns = 3

export class BusyTime {
  #since = performance.now()
  #total = 0

  /** Resolves after the event loop has handled what waits. */
  async pause(): Promise<void> {
    this.#total += performance.now() - this.#since
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
    this.#since = performance.now()
  }

  /** Milliseconds. */
  get total(): number {
    return this.#total + performance.now() - this.#since
  }
}
