/**
 * The part of a session's log that this node has seen as durable. It keeps the head and the last entries, so that they can be appended
 * again.
 */
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from './chain.ts'
import { type LogHead, readChain } from './commit-codec.ts'

/** The most characters of entries that are kept for a session: about 20,000 commits. */
const maxKept = 8 * 1024 * 1024

export class SeenLog {
  readonly #entries = new Map<number, string>()
  #head: LogHead = { revision: revisionZero, chain: emptyChain }
  #lowest = 1
  #kept = 0
  /** How often a session with this id had been deleted when this log was first read. Null if it has not been read yet. */
  deletions: number | null = null

  get head(): LogHead {
    return this.#head
  }

  /** Adds verified, durable entries. `first`: the revision of the first one. */
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

  /** Returns the chain of a commit, or undefined if it is not known. */
  getChainAt(revision: Revision): string | undefined {
    if (revision === revisionZero) return emptyChain
    const entry = this.#entries.get(revision)
    return entry === undefined ? undefined : readChain(entry)
  }

  /** Returns at most `limit` entries after a revision, or null if they are no longer kept. */
  takeAfter(revision: Revision, limit: number): readonly string[] | null {
    const count = Math.min(limit, this.#head.revision - revision)
    const entries = Array.from({ length: count }, (_, index) => this.#entries.get(revision + index + 1))
    return entries.every((entry) => entry !== undefined) ? entries : null
  }
}
