/**
 * Counts the connections that were not let in yet. Each of them holds a file of the process for some seconds and costs its sender nothing,
 * so there are at most so many, from one address and in all.
 */

/** Ten thousand screens of a hall may come back at once from one address, and half as many from other addresses. */
const most = { address: 10_000, all: 15_000 }

export class Unentered {
  readonly #most: typeof most
  readonly #counts = new Map<string, number>()
  readonly #addresses = new Map<object, string>()

  constructor(limits = most) {
    this.#most = limits
  }

  hasPlace(address: string): boolean {
    return this.#addresses.size < this.#most.all && (this.#counts.get(address) ?? 0) < this.#most.address
  }

  add(connection: object, address: string): void {
    this.#addresses.set(connection, address)
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1)
  }

  /** The connection was let in, or is gone. */
  remove(connection: object): void {
    const address = this.#addresses.get(connection)
    if (address === undefined) return
    this.#addresses.delete(connection)
    const left = (this.#counts.get(address) ?? 1) - 1
    if (left > 0) this.#counts.set(address, left)
    else this.#counts.delete(address)
  }
}
