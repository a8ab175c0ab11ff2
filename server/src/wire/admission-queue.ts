/** Lets a crowd in a few at a time, so that officers who return with it do not wait behind it. */

/** Connections that are let in before the event loop reads what else has arrived. They take a few milliseconds. */
const groupSize = 25

export class AdmissionQueue {
  #waiting: (() => void)[] = []
  #isRunning = false

  /** Calls `letIn` when it is its turn. */
  add(letIn: () => void): void {
    this.#waiting.push(letIn)
    if (!this.#isRunning) this.#schedule()
  }

  #schedule(): void {
    this.#isRunning = this.#waiting.length > 0
    if (this.#isRunning) setImmediate(() => this.#run())
  }

  #run(): void {
    for (const letIn of this.#waiting.splice(0, groupSize)) letIn()
    this.#schedule()
  }
}
