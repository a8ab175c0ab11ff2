/** The functions that are called on each change. */
export class Listeners {
  readonly #all = new Set<() => void>()

  /** Returns a function that ends the subscription. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  readonly notify = (): void => {
    for (const listener of this.#all) listener()
  }
}
