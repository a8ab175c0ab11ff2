/** A log that one process has to itself. How entries are kept is the shelf's affair; order, conflicts and followers are the same for all. */

import type { Revision, SessionId } from '@rostrum/shared/contract/ids'
import { noRevision } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { beginning } from './chain.ts'
import { chainIn, decode, decodeInTurns, encode, type Tip } from './commit-codec.ts'
import { Follower } from './follower.ts'
import { Conflict, Damaged, type Log } from './log.ts'

export interface Shelf {
  readonly profile: string
  /** The last commit of a session, or null. */
  tip(session: SessionId): Tip | null
  /** The entry at a revision. */
  entry(session: SessionId, revision: Revision): string | undefined
  /** The entries after a revision, in order, as they stand. */
  entries(session: SessionId, since: Revision): readonly string[]
  /** Keeps entries from `first` on, all or none; durable when it resolves. */
  put(session: SessionId, first: Revision, entries: readonly string[]): Promise<void>
  /** Takes away all entries of a session; durable when it resolves. */
  drop(session: SessionId): Promise<void>
  close(): Promise<void>
}

export class LocalLog implements Log {
  readonly #shelf: Shelf
  readonly #followers = new Map<SessionId, Set<Follower>>()
  /** The last append of each session that is under way: the next one waits for it. */
  readonly #underWay = new Map<SessionId, Promise<void>>()

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  get profile(): string {
    return this.#shelf.profile
  }

  append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    const before = this.#underWay.get(session)
    const append = () => this.#append(session, expected, commits)
    const now = before === undefined ? append() : before.then(append, append)
    this.#underWay.set(session, now)
    const done = () => {
      if (this.#underWay.get(session) === now) this.#underWay.delete(session)
    }
    now.then(done, done)
    return now
  }

  async #append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    const tip = this.#tip(session)
    if (tip.revision !== expected) throw new Conflict(tip.revision)
    const [first] = commits
    if (first === undefined) return
    await this.#shelf.put(session, first.revision, encode(tip, commits))
    for (const follower of this.#followers.get(session) ?? []) follower.tell(commits)
  }

  async read(session: SessionId, since: Revision): Promise<readonly Commit[]> {
    // What there is, all at one moment; it is proved in turns.
    const [entries, before, tip] = [this.#shelf.entries(session, since), this.#before(session, since), this.#tip(session)]
    return whole(session, since, await decodeInTurns(session, before, entries), tip)
  }

  follow(session: SessionId, since: Revision, on: (commits: readonly Commit[]) => void, lost: (why: Error) => void): () => void {
    const follower = new Follower(since, on, lost)
    queueMicrotask(() => {
      // In one go, so that nothing is appended between what is read and what is told.
      follower.attempt(() => follower.tell(this.#read(session, since)))
      if (!follower.ended) this.#followers.set(session, (this.#followers.get(session) ?? new Set()).add(follower))
    })
    return () => {
      follower.stop()
      this.#followers.get(session)?.delete(follower)
    }
  }

  async forget(session: SessionId): Promise<void> {
    await Promise.allSettled([this.#underWay.get(session)])
    await this.#shelf.drop(session)
    for (const follower of this.#followers.get(session) ?? []) follower.lose(new Error('the session was forgotten'))
    this.#followers.delete(session)
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#underWay.values())
    this.#followers.clear()
    await this.#shelf.close()
  }

  #tip(session: SessionId): Tip {
    return this.#shelf.tip(session) ?? { revision: noRevision, chain: beginning }
  }

  #read(session: SessionId, since: Revision): readonly Commit[] {
    const commits = decode(session, this.#before(session, since), this.#shelf.entries(session, since))
    return whole(session, since, commits, this.#tip(session))
  }

  /** The commit that what is read must follow on. */
  #before(session: SessionId, since: Revision): Tip {
    if (since === noRevision) return { revision: noRevision, chain: beginning }
    const entry = this.#shelf.entry(session, since)
    if (entry === undefined) throw new Damaged(session, since, 'it is not there')
    return { revision: since, chain: chainIn(entry) }
  }
}

/** These, where they reach to the end of the log. */
function whole(session: SessionId, since: Revision, commits: readonly Commit[], { revision }: Tip): readonly Commit[] {
  const last = commits.at(-1)?.revision ?? since
  if (last !== revision) throw new Damaged(session, last, `the log is at ${revision}, but this is the last that is there`)
  return commits
}
