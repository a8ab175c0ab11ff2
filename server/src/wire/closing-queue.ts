/** Closes connections a few at a time. Hundreds that fill up with the same frame would otherwise be closed within it, and all others wait. */

/** Closings in a turn of the event loop. They take a millisecond or two. */
const groupSize = 10

export class ClosingQueue {
  readonly #waiting: (() => void)[] = []
  #isRunning = false

  add(close: () => void): void {
    this.#waiting.push(close)
    if (!this.#isRunning) this.#schedule()
  }

  #schedule(): void {
    this.#isRunning = this.#waiting.length > 0
    if (this.#isRunning) setImmediate(() => this.#run())
  }

  #run(): void {
    for (const close of this.#waiting.splice(0, groupSize)) close()
    this.#schedule()
  }
}
