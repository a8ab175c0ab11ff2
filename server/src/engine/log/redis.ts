/** The log for several nodes: streams in Redis. Any node may append, by compare-and-set. Every node follows. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { CheckpointStore } from './checkpoint-store.ts'
import { decodeCommitsInChunks, encodeCommits, type LogHead, readChain } from './commit-codec.ts'
import type { Log, LogListeners } from './log.ts'
import { DamagedLogError, DeletedLogError, LostCommitsError, RevisionConflictError, StorageUnavailableError } from './log-errors.ts'
import { type AppendOutcome, appendEntries } from './redis-append.ts'
import { RedisConnection } from './redis-connection.ts'
import { type DurabilityOptions, RedisDurability, type RedisProfile } from './redis-durability.ts'
import { readDeletions } from './redis-healing.ts'
import type { RedisSource } from './redis-source.ts'
import { checkpointKey, deletionsKey, parseRange, readEntriesAfter, readEntryAt, readHead, settlingKey, streamKey } from './redis-stream.ts'
import { RedisTail } from './redis-tail.ts'
import { SeenLog } from './seen-log.ts'

/** How long, in milliseconds, an append tries to learn its outcome if the connection breaks. */
const appendRetryTime = 3_000
/** Counts deletions, so that a node which lost the log while it was being deleted does not append it again. */
const deletion = "redis.call('INCR', KEYS[1]) return redis.call('DEL', KEYS[2], KEYS[3], KEYS[4])"

type RedisLogPorts = {
  readonly source: RedisSource
  readonly durability: RedisDurability
  readonly logger: DurabilityOptions['logger']
}

export async function openRedisLog(source: RedisSource, options: DurabilityOptions): Promise<Log> {
  const durability = new RedisDurability(source, options)
  const connection = await RedisConnection.open(source, durability)
  return new RedisLog({ source, durability, logger: options.logger }, connection)
}

class RedisLog implements Log {
  readonly checkpoints: CheckpointStore
  readonly #ports: RedisLogPorts
  readonly #connection: RedisConnection
  readonly #tails = new Set<RedisTail>()
  /** The commits of each session that this node saw as durable. */
  readonly #seenLogs = new Map<SessionId, SeenLog>()

  constructor(ports: RedisLogPorts, connection: RedisConnection) {
    this.#ports = ports
    this.#connection = connection
    this.checkpoints = {
      load: async (session) => {
        const text = await connection.send('GET', checkpointKey(session))
        return typeof text === 'string' ? text : null
      },
      save: async (session, text) => void (await connection.send('SET', checkpointKey(session), text)),
      delete: async (session) => void (await connection.send('DEL', checkpointKey(session))),
    }
  }

  get profile(): RedisProfile {
    return this.#ports.durability.profile
  }

  async append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    if (commits.length === 0) return
    const head = await this.#getHeadAt(session, expected)
    const entries = encodeCommits(head, commits)
    const limit = performance.now() + appendRetryTime
    for (let isRepeated = false; ; isRepeated = true) {
      try {
        await this.#handleOutcome(session, head, entries, await appendEntries(this.#connection, session, head, entries), isRepeated)
        return this.#getSeen(session).add(head.revision + 1, entries)
      } catch (error) {
        // The script may have run. If the connection broke, a second run stores the commits or conflicts with the first, and the chain
        // shows which. If the write was merely not confirmed, nobody has seen the commits, and the next append finds them or not.
        const left = limit - performance.now()
        if (!(error instanceof StorageUnavailableError) || this.#connection.isUp || left <= 0) throw error
        if (!(await this.#connection.waitUntilUp(left))) throw error
      }
    }
  }

  async #handleOutcome(
    session: SessionId,
    head: LogHead,
    entries: readonly string[],
    { kind, revision }: AppendOutcome,
    isRepeated: boolean,
  ): Promise<void> {
    if (kind === 'stored') return
    if (kind === 'diverged')
      throw new DamagedLogError(session, head.revision, 'another commit is in its place, or some before it are missing')
    if (kind === 'settling') throw new StorageUnavailableError('Redis had less than before, and other nodes may have seen more')
    if (isRepeated && (await this.#isStored(session, (head.revision + entries.length) as Revision, entries.at(-1) ?? ''))) return
    throw new RevisionConflictError(revision)
  }

  async #isStored(session: SessionId, revision: Revision, entry: string): Promise<boolean> {
    const { generation } = this.#connection
    if ((await readEntryAt(this.#connection, session, revision)) !== entry) return false
    await this.#connection.confirmRead(generation)
    return true
  }

  /**
   * Returns the commit to append to: as this node saw it, otherwise as Redis has it. Throws `RevisionConflictError` if it does not exist.
   */
  async #getHeadAt(session: SessionId, expected: Revision): Promise<LogHead> {
    const { head } = this.#getSeen(session)
    if (head.revision === expected) return head
    if (head.revision > expected) throw new RevisionConflictError(head.revision)
    const chain = await this.readChain(session, expected)
    if (chain !== null) return { revision: expected, chain }
    const [last] = parseRange(await this.#connection.send('XREVRANGE', streamKey(session), '+', '-', 'COUNT', '1'))
    throw new RevisionConflictError(last?.revision ?? revisionZero)
  }

  async read(session: SessionId, since: Revision, limit?: number): Promise<readonly Commit[]> {
    const seen = this.#getSeen(session)
    const { generation } = this.#connection
    seen.deletions ??= await readDeletions(this.#connection, session)
    // Commits that were seen stored before the read must be in it. The follower may see newer ones before the reply is handled.
    const { head } = seen
    const before = await readHead(this.#connection, session, since, head)
    const entries = await readEntriesAfter(this.#connection, session, since, limit)
    const end = since + entries.length
    if (end > head.revision) await this.#connection.confirmRead(generation)
    const commits = await decodeCommitsInChunks(session, before, entries)
    if (commits.length !== limit && end < head.revision)
      throw new DamagedLogError(session, end as Revision, `commit ${head.revision} was seen stored, but this is the last that is there`)
    const there = commits[head.revision - since - 1]
    if (there !== undefined && there.chain !== head.chain)
      throw new DamagedLogError(session, head.revision, 'another commit is in its place')
    seen.add(since + 1, entries)
    return commits
  }

  async readChain(session: SessionId, revision: Revision): Promise<string | null> {
    const entry = await readEntryAt(this.#connection, session, revision)
    return entry === undefined ? null : readChain(entry)
  }

  follow(session: SessionId, since: Revision, ...[onCommits, onLost, onHearing]: LogListeners): () => void {
    const { source, durability, logger } = this.#ports
    const lose = (reason: Error) => {
      // A different history is there now, and the next read starts with it.
      if (reason instanceof LostCommitsError || reason instanceof DeletedLogError) this.#seenLogs.delete(session)
      onLost(reason)
    }
    const connection = RedisConnection.start(source, durability)
    const tail = new RedisTail({ connection, session, seen: this.#getSeen(session), logger }, since, onCommits, lose, onHearing)
    this.#tails.add(tail)
    return () => {
      tail.stop()
      this.#tails.delete(tail)
    }
  }

  #getSeen(session: SessionId): SeenLog {
    const seen = this.#seenLogs.get(session) ?? new SeenLog()
    this.#seenLogs.set(session, seen)
    return seen
  }

  async delete(session: SessionId): Promise<void> {
    const keys = [deletionsKey, streamKey, checkpointKey, settlingKey].map((makeKey) => makeKey(session))
    await this.#connection.write('EVAL', deletion, String(keys.length), ...keys)
    this.#seenLogs.delete(session)
  }

  async close(): Promise<void> {
    for (const tail of this.#tails) tail.stop()
    this.#connection.close()
  }
}
