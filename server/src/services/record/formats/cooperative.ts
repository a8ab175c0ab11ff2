/** Runs long work in short stretches so that it does not block the process. The result does not depend on the timing. */

/** In milliseconds. A stretch can be longer by one step of the work. */
const maxStretch = 12

export class YieldTimer {
  #since = performance.now()

  async yieldIfDue(): Promise<void> {
    if (performance.now() - this.#since < maxStretch) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}

/** Runs a generator to its result and yields in between. */
export async function runCooperatively<T>(work: Generator<unknown, T>, timer = new YieldTimer()): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await timer.yieldIfDue()
  }
}
