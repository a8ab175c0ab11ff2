/** Counts that many people change at once are sent after a short calm. As long as there is no calm, they are sent twice a second. */

/** In milliseconds. */
const [calm, longest] = [50, 500]

export class CalmSchedule {
  readonly #onDue: () => void
  #timer: NodeJS.Timeout | undefined
  #first = 0
  #last = 0

  constructor(onDue: () => void) {
    this.#onDue = onDue
  }

  request(): void {
    this.#last = performance.now()
    if (this.#timer !== undefined) return
    this.#first = this.#last
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #wait(): void {
    const due = Math.min(this.#last + calm, this.#first + longest)
    this.#timer = setTimeout(() => this.#check(due), due - performance.now())
  }

  #check(due: number): void {
    if (due < Math.min(this.#last + calm, this.#first + longest)) {
      this.#wait()
      return
    }
    this.#timer = undefined
    this.#onDue()
  }
}
