import type { Commit } from '@rostrum/shared/contract/registry'
import { nextRevision, type Revision } from '@rostrum/shared/kernel/revision'

/** Follows a session: gets every commit once and in order, or hears once that this is no longer possible. */
export class Follower {
  #lastRevision: Revision
  #isEnded = false
  readonly #onCommits: (commits: readonly Commit[]) => void
  readonly #onLost: (reason: Error) => void

  constructor(since: Revision, onCommits: (commits: readonly Commit[]) => void, onLost: (reason: Error) => void) {
    this.#lastRevision = since
    this.#onCommits = onCommits
    this.#onLost = onLost
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  /** Passes on the commits that are new. */
  deliver(commits: readonly Commit[]): void {
    const newCommits = commits.filter(({ revision }) => revision > this.#lastRevision)
    const [first] = newCommits
    const last = newCommits.at(-1)
    if (this.#isEnded || first === undefined || last === undefined) return
    this.guard(() => {
      if (first.revision !== nextRevision(this.#lastRevision)) throw new Error(`commit ${first.revision} came after ${this.#lastRevision}`)
      this.#lastRevision = last.revision
      this.#onCommits(newCommits)
    })
  }

  /** Runs `action`. If it throws, the follower fails with that error. */
  guard(action: () => void): void {
    if (this.#isEnded) return
    try {
      action()
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)))
    }
  }

  fail(reason: Error): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#onLost(reason)
  }

  stop(): void {
    this.#isEnded = true
  }
}
