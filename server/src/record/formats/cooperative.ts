/** Long work in short stretches: others are served in between, and the result does not depend on when. */

/** In milliseconds; what is done between two looks at the clock comes on top. */
const stretch = 12

export class Breath {
  #since = performance.now()

  async taken(): Promise<void> {
    if (performance.now() - this.#since < stretch) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}

/** What a generator comes to, without holding anybody up. */
export async function unhurried<T>(work: Generator<unknown, T>, breath = new Breath()): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await breath.taken()
  }
}
