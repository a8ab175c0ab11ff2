/** What this node has seen of the log of one session as durable: its head, and the last entries, so that they can be appended again. */
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from './chain.ts'
import { type LogHead, readChain } from './commit-codec.ts'

/** Characters of entries that are kept of a session: some 20,000 commits. */
const maxKept = 8 * 1024 * 1024

export class SeenLog {
  readonly #entries = new Map<number, string>()
  #head: LogHead = { revision: revisionZero, chain: emptyChain }
  #lowest = 1
  #kept = 0
  /** How often a session of this id had been deleted when this log was first read. Null: it was not read yet. */
  deletions: number | null = null

  get head(): LogHead {
    return this.#head
  }

  /** `first`: the revision of the first of them. They were verified, and nobody can lose them now. */
  add(first: number, entries: readonly string[]): void {
    this.#lowest = Math.min(this.#lowest, first)
    for (const [index, entry] of entries.entries()) {
      const revision = first + index
      if (this.#entries.has(revision)) continue
      this.#entries.set(revision, entry)
      this.#kept += entry.length
      if (revision > this.#head.revision) this.#head = { revision: revision as Revision, chain: readChain(entry) }
    }
    for (; this.#kept > maxKept; this.#lowest += 1) {
      this.#kept -= this.#entries.get(this.#lowest)?.length ?? 0
      this.#entries.delete(this.#lowest)
    }
  }

  /** Undefined where it is not known. */
  getChainAt(revision: Revision): string | undefined {
    if (revision === revisionZero) return emptyChain
    const entry = this.#entries.get(revision)
    return entry === undefined ? undefined : readChain(entry)
  }

  /** At most `limit` entries after a revision, or null where they are not kept any more. */
  takeAfter(revision: Revision, limit: number): readonly string[] | null {
    const count = Math.min(limit, this.#head.revision - revision)
    const entries = Array.from({ length: count }, (_, index) => this.#entries.get(revision + index + 1))
    return entries.every((entry) => entry !== undefined) ? entries : null
  }
}
