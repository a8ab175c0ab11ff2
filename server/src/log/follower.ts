import { following, type Revision } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'

/** Somebody who follows a session: told every commit once and in order, or told once that this cannot be kept. */
export class Follower {
  #seen: Revision
  #ended = false
  readonly #on: (commits: readonly Commit[]) => void
  readonly #lost: (why: Error) => void

  constructor(since: Revision, on: (commits: readonly Commit[]) => void, lost: (why: Error) => void) {
    this.#seen = since
    this.#on = on
    this.#lost = lost
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Passes on what is new among these. */
  tell(commits: readonly Commit[]): void {
    const fresh = commits.filter(({ revision }) => revision > this.#seen)
    const [first] = fresh
    const last = fresh.at(-1)
    if (this.#ended || first === undefined || last === undefined) return
    this.attempt(() => {
      if (first.revision !== following(this.#seen)) throw new Error(`commit ${first.revision} came after ${this.#seen}`)
      this.#seen = last.revision
      this.#on(fresh)
    })
  }

  /** Whatever goes wrong in between ends it, and is said. */
  attempt(step: () => void): void {
    if (this.#ended) return
    try {
      step()
    } catch (error) {
      this.lose(error instanceof Error ? error : new Error(String(error)))
    }
  }

  lose(why: Error): void {
    if (this.#ended) return
    this.#ended = true
    this.#lost(why)
  }

  stop(): void {
    this.#ended = true
  }
}
