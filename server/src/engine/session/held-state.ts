/** The part of a session that this node holds: the state after the last applied commit, and related data. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit, Event, State } from '@rostrum/shared/contract/registry'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { nextRevision, type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from '../log/chain.ts'
import type { LogHead } from '../log/commit-codec.ts'
import { DamagedLogError } from '../log/log-errors.ts'
import type { Checkpoint } from './checkpoint.ts'
import { ReplyCache } from './reply-cache.ts'
import type { SessionClock } from './session-clock.ts'

export class HeldState {
  readonly #session: SessionId
  readonly #clock: SessionClock
  readonly replyCache = new ReplyCache()
  #state = initialState
  #head: LogHead = { revision: revisionZero, chain: emptyChain }

  constructor(session: SessionId, clock: SessionClock) {
    this.#session = session
    this.#clock = clock
  }

  get state(): State {
    return this.#state
  }
  get revision(): Revision {
    return this.#head.revision
  }
  /** The last commit that was applied. */
  get head(): LogHead {
    return this.#head
  }

  /** Applies stored commits and returns their events. Known commits are skipped. `states`: the state after each of the commits. */
  apply(commits: readonly Commit[], states?: readonly State[]): readonly Event[] {
    const events: Event[] = []
    for (const [index, commit] of commits.entries()) {
      if (commit.revision <= this.revision) continue
      if (commit.revision !== nextRevision(this.revision))
        throw new DamagedLogError(this.#session, commit.revision, `it came after ${this.revision}`)
      this.#state = states?.[index] ?? evolveAll(this.#state, commit.events, commit.at)
      this.#head = { revision: commit.revision, chain: commit.chain }
      this.replyCache.addCommit(commit)
      events.push(...commit.events)
    }
    const last = commits.at(-1)
    if (last !== undefined) this.#clock.catchUp(last.at)
    return events
  }

  restart({ state, revision, chain, at, senders }: Checkpoint): void {
    this.#state = state
    this.#head = { revision, chain }
    this.#clock.catchUp(at)
    this.replyCache.restart(senders)
  }
}
