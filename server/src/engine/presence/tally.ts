/** Counts things by kind, as each one comes, changes and goes. */
export class Tally<Key, Kind> {
  readonly #kinds = new Map<Key, Kind>()
  readonly #counts = new Map<Kind, number>()

  /** Sets the kind of a thing. `undefined`: it is not there, or no longer. */
  set(key: Key, kind: Kind | undefined): void {
    const before = this.#kinds.get(key)
    if (before === kind) return
    if (before !== undefined) this.#add(before, -1)
    if (kind === undefined) this.#kinds.delete(key)
    else {
      this.#kinds.set(key, kind)
      this.#add(kind, 1)
    }
  }

  get size(): number {
    return this.#kinds.size
  }

  /** The count of each kind that is there. */
  get counts(): ReadonlyMap<Kind, number> {
    return this.#counts
  }

  #add(kind: Kind, change: 1 | -1): void {
    const count = (this.#counts.get(kind) ?? 0) + change
    if (count === 0) this.#counts.delete(kind)
    else this.#counts.set(kind, count)
  }
}
