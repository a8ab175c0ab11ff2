/** The log for several nodes: streams in Redis. Any node may append, by compare-and-append. Every node follows. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { emptyChain } from './chain.ts'
import type { CheckpointStore } from './checkpoint-store.ts'
import { decodeCommitsInChunks, encodeCommits, type LogHead, readChain } from './commit-codec.ts'
import type { Log } from './log.ts'
import { DamagedLogError, RevisionConflictError, StorageUnavailableError } from './log-errors.ts'
import { RedisConnection, type RedisReply } from './redis-connection.ts'
import { detectProfile, type RedisProfile } from './redis-profile.ts'
import { checkpointKey, parseRange, readEntriesAfter, readHead, streamEntryId, streamKey } from './redis-stream.ts'
import { RedisTail } from './redis-tail.ts'

const script = readFileSync(new URL('./append.lua', import.meta.url), 'utf8')
const scriptHash = createHash('sha1').update(script).digest('hex')

/** How long, in milliseconds, an append tries to learn its outcome when the connection breaks during it. */
const appendRetryTime = 3_000

export async function openRedisLog(url: string, options: { readonly volatile: boolean }): Promise<Log> {
  const connection = await RedisConnection.open(url)
  try {
    return new RedisLog(url, connection, await detectProfile(connection, options.volatile))
  } catch (error) {
    connection.close()
    throw error
  }
}

class RedisLog implements Log {
  readonly profile: RedisProfile
  readonly checkpoints: CheckpointStore
  readonly #url: string
  readonly #connection: RedisConnection
  readonly #tails = new Set<RedisTail>()
  /** The last commit of each session that this node saw stored. */
  readonly #heads = new Map<SessionId, LogHead>()

  constructor(url: string, connection: RedisConnection, profile: RedisProfile) {
    this.#url = url
    this.#connection = connection
    this.profile = profile
    this.checkpoints = {
      load: async (session) => {
        const text = await connection.send('GET', checkpointKey(session))
        return typeof text === 'string' ? text : null
      },
      save: async (session, text) => void (await connection.send('SET', checkpointKey(session), text)),
      delete: async (session) => void (await connection.send('DEL', checkpointKey(session))),
    }
  }

  async append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    if (commits.length === 0) return
    const head = await this.#getHeadAt(session, expected)
    const entries = encodeCommits(head, commits)
    const command = [streamKey(session), String(expected), head.chain, ...entries]
    let attempts = 0
    const limit = performance.now() + appendRetryTime
    for (;;) {
      try {
        attempts += 1
        return await this.#handleReply(session, head, commits, await this.#runScript(command), attempts)
      } catch (error) {
        if (!(error instanceof StorageUnavailableError)) throw error
        // The script may have run. A second run stores the commits or conflicts with the first. The chain shows which.
        const left = limit - performance.now()
        if (left <= 0 || !(await this.#connection.waitUntilUp(left))) throw error
      }
    }
  }

  async #handleReply(session: SessionId, head: LogHead, commits: readonly Commit[], reply: RedisReply, attempts: number): Promise<void> {
    const [outcome, at] = Array.isArray(reply) ? reply : []
    const last = commits.at(-1)
    if (outcome === 'stored' || (outcome === 'conflict' && attempts > 1 && (await this.#isStored(session, last)))) {
      if (last !== undefined) this.#saveHead(session, last)
      return
    }
    if (outcome === 'conflict') throw new RevisionConflictError(Number(at) as Revision)
    throw new DamagedLogError(session, head.revision, 'another commit is in its place')
  }

  async #isStored(session: SessionId, commit: Commit | undefined): Promise<boolean> {
    if (commit === undefined) return false
    const [found] = parseRange(
      await this.#connection.send('XRANGE', streamKey(session), streamEntryId(commit.revision), streamEntryId(commit.revision)),
    )
    return found?.entry.startsWith(commit.chain) ?? false
  }

  /** Runs the script by its hash, or in full if Redis does not have it. */
  async #runScript([key = '', ...rest]: readonly string[]): Promise<RedisReply> {
    try {
      return await this.#connection.send('EVALSHA', scriptHash, '1', key, ...rest)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return await this.#connection.send('EVAL', script, '1', key, ...rest)
    }
  }

  /** The commit to append to: as this node saw it, otherwise as Redis has it. Throws `RevisionConflictError` if it does not exist. */
  async #getHeadAt(session: SessionId, expected: Revision): Promise<LogHead> {
    const knownHead = this.#heads.get(session)
    if (knownHead?.revision === expected) return knownHead
    if (knownHead !== undefined && knownHead.revision > expected) throw new RevisionConflictError(knownHead.revision)
    if (expected === revisionZero) return { revision: expected, chain: emptyChain }
    const chain = await this.readChain(session, expected)
    if (chain !== null) return { revision: expected, chain }
    const [last] = parseRange(await this.#connection.send('XREVRANGE', streamKey(session), '+', '-', 'COUNT', '1'))
    throw new RevisionConflictError(last?.revision ?? revisionZero)
  }

  async read(session: SessionId, since: Revision, limit?: number): Promise<readonly Commit[]> {
    // What was seen stored before the read is in it. Newer commits may be followed before the reply is handled.
    const knownHead = this.#heads.get(session)
    const before = await readHead(this.#connection, session, since, knownHead)
    const entries = await readEntriesAfter(this.#connection, session, since, limit)
    const commits = await decodeCommitsInChunks(session, before, entries)
    if (commits.length === limit) return commits
    const last = commits.at(-1) ?? before
    if (knownHead !== undefined && last.revision < knownHead.revision)
      throw new DamagedLogError(session, last.revision, `commit ${knownHead.revision} was seen stored, but this is the last that is there`)
    // If the head changed while the chain was verified, the newer one stays.
    if (this.#heads.get(session) === knownHead) this.#saveHead(session, last)
    return commits
  }

  async readChain(session: SessionId, revision: Revision): Promise<string | null> {
    const [found] = parseRange(await this.#connection.send('XRANGE', streamKey(session), streamEntryId(revision), streamEntryId(revision)))
    return found === undefined ? null : readChain(found.entry)
  }

  follow(
    session: SessionId,
    since: Revision,
    onCommits: (commits: readonly Commit[]) => void,
    onLost: (reason: Error) => void,
  ): () => void {
    const deliver = (commits: readonly Commit[]) => {
      const last = commits.at(-1)
      if (last !== undefined) this.#saveHead(session, last)
      onCommits(commits)
    }
    const tail = new RedisTail(this.#url, session, since, deliver, onLost)
    this.#tails.add(tail)
    return () => {
      tail.stop()
      this.#tails.delete(tail)
    }
  }

  #saveHead(session: SessionId, { revision, chain }: LogHead): void {
    const knownHead = this.#heads.get(session)
    if (revision > (knownHead?.revision ?? revisionZero)) this.#heads.set(session, { revision, chain })
  }

  async delete(session: SessionId): Promise<void> {
    await this.#connection.send('DEL', streamKey(session), checkpointKey(session))
    this.#heads.delete(session)
  }

  async close(): Promise<void> {
    for (const tail of this.#tails) tail.stop()
    this.#connection.close()
  }
}
