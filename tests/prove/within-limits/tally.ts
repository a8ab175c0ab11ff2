/** How often each outcome came, such as the status of an answer. */
export class Tally {
  readonly #counts = new Map<string, number>()

  note(outcome: string | number): void {
    this.#counts.set(String(outcome), (this.#counts.get(String(outcome)) ?? 0) + 1)
  }

  list(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts)
  }
}
