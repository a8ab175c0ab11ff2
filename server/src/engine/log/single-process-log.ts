/** A log that only one process uses. `CommitStorage` stores the entries; order, conflicts and followers are the same for all. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { nextRevision, type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from './chain.ts'
import type { CheckpointStore } from './checkpoint-store.ts'
import { decodeCommits, decodeCommitsInChunks, encodeCommits, type LogHead, readChain } from './commit-codec.ts'
import { Follower } from './follower.ts'
import type { Log } from './log.ts'
import { DamagedLogError, DeletedLogError, RevisionConflictError } from './log-errors.ts'

export interface CommitStorage {
  readonly profile: string
  readonly checkpoints: CheckpointStore | null
  /** Returns the last commit of a session, or null. */
  getHead(session: SessionId): LogHead | null
  /** Returns the entry at a revision. */
  getEntry(session: SessionId, revision: Revision): string | undefined
  /** Returns the entries after a revision, or the first `limit` of them, in order and not verified. */
  listEntries(session: SessionId, since: Revision, limit?: number): readonly string[]
  /** Stores entries from `first` on, all or none. They are durable when it resolves. */
  put(session: SessionId, first: Revision, entries: readonly string[]): Promise<void>
  /** Deletes all entries of a session. The deletion is durable when it resolves. */
  deleteAll(session: SessionId): Promise<void>
  close(): Promise<void>
}

export class SingleProcessLog implements Log {
  readonly #storage: CommitStorage
  readonly #followers = new Map<SessionId, Set<Follower>>()
  /** The head of each session that was appended to, so that the next append reads nothing. */
  readonly #heads = new Map<SessionId, LogHead>()
  /** The last pending append of each session. The next one waits for it. */
  readonly #pendingAppends = new Map<SessionId, Promise<void>>()

  constructor(storage: CommitStorage) {
    this.#storage = storage
  }

  get profile(): string {
    return this.#storage.profile
  }

  get checkpoints(): CheckpointStore | null {
    return this.#storage.checkpoints
  }

  append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    const before = this.#pendingAppends.get(session)
    const append = () => this.#append(session, expected, commits)
    const now = before === undefined ? append() : before.then(append, append)
    this.#pendingAppends.set(session, now)
    const done = () => {
      if (this.#pendingAppends.get(session) === now) this.#pendingAppends.delete(session)
    }
    now.then(done, done)
    return now
  }

  async #append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    const head = this.#heads.get(session) ?? this.#getHead(session)
    if (head.revision !== expected) throw new RevisionConflictError(head.revision)
    const last = commits.at(-1)
    if (last === undefined) return
    const entries = encodeCommits(head, commits)
    // If the write fails, only the storage knows what is stored.
    this.#heads.delete(session)
    await this.#storage.put(session, nextRevision(expected), entries)
    this.#heads.set(session, { revision: last.revision, chain: last.chain })
    for (const follower of this.#followers.get(session) ?? []) follower.deliver(commits)
  }

  async read(session: SessionId, since: Revision, limit?: number): Promise<readonly Commit[]> {
    // Everything is read at one time, and verified in chunks afterwards.
    const entries = this.#storage.listEntries(session, since, limit)
    const [before, head] = [this.#getHeadAt(session, since), this.#getHead(session)]
    const commits = await decodeCommitsInChunks(session, before, entries)
    return commits.length === limit ? commits : requireComplete(session, since, commits, head)
  }

  async readChain(session: SessionId, revision: Revision): Promise<string | null> {
    const entry = this.#storage.getEntry(session, revision)
    return entry === undefined ? null : readChain(entry)
  }

  follow(
    session: SessionId,
    since: Revision,
    onCommits: (commits: readonly Commit[]) => void,
    onLost: (reason: Error) => void,
  ): () => void {
    const follower = new Follower(since, onCommits, onLost)
    queueMicrotask(() => {
      // This is synchronous, so that no append comes between the read and the delivery.
      follower.guard(() => follower.deliver(this.#readNow(session, since)))
      if (!follower.isEnded) this.#followers.set(session, (this.#followers.get(session) ?? new Set()).add(follower))
    })
    return () => {
      follower.stop()
      this.#followers.get(session)?.delete(follower)
    }
  }

  async delete(session: SessionId): Promise<void> {
    await Promise.allSettled([this.#pendingAppends.get(session)])
    await this.#storage.deleteAll(session)
    this.#heads.delete(session)
    await this.checkpoints?.delete(session)
    for (const follower of this.#followers.get(session) ?? []) follower.fail(new DeletedLogError(session))
    this.#followers.delete(session)
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#pendingAppends.values())
    this.#followers.clear()
    await this.#storage.close()
  }

  #getHead(session: SessionId): LogHead {
    return this.#storage.getHead(session) ?? { revision: revisionZero, chain: emptyChain }
  }

  #readNow(session: SessionId, since: Revision): readonly Commit[] {
    const commits = decodeCommits(session, this.#getHeadAt(session, since), this.#storage.listEntries(session, since))
    return requireComplete(session, since, commits, this.#getHead(session))
  }

  /** Returns the commit that the entries after `since` must follow. */
  #getHeadAt(session: SessionId, since: Revision): LogHead {
    if (since === revisionZero) return { revision: revisionZero, chain: emptyChain }
    const entry = this.#storage.getEntry(session, since)
    if (entry === undefined) throw new DamagedLogError(session, since, 'it is not there')
    return { revision: since, chain: readChain(entry) }
  }
}

/** Returns the commits. Throws `DamagedLogError` if they do not reach the head of the log. */
function requireComplete(session: SessionId, since: Revision, commits: readonly Commit[], { revision }: LogHead): readonly Commit[] {
  const last = commits.at(-1)?.revision ?? since
  if (last !== revision) throw new DamagedLogError(session, last, `the log is at ${revision}, but this is the last that is there`)
  return commits
}
