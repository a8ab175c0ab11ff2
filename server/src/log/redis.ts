/** The log for several nodes: streams in Redis. Any node may append, by compare-and-append; every node tails. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { noRevision, type Revision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { beginning } from './chain.ts'
import { chainIn, decodeInTurns, encode, type Tip } from './commit-codec.ts'
import { Conflict, Damaged, type Log, Unavailable } from './log.ts'
import { RedisConnection, type RedisReply } from './redis-connection.ts'
import { profileOf, type RedisProfile } from './redis-profile.ts'
import { entriesAfter, entriesIn, idOf, keyOf, tipAt } from './redis-stream.ts'
import { RedisTail } from './redis-tail.ts'

const script = readFileSync(new URL('./append.lua', import.meta.url), 'utf8')
const scriptHash = createHash('sha1').update(script).digest('hex')

/** How long an append tries to find out what became of it when the line breaks in the middle. */
const patience = 3_000

export async function openRedisLog(url: string, options: { readonly volatile: boolean }): Promise<Log> {
  const connection = await RedisConnection.open(url)
  try {
    return new RedisLog(url, connection, await profileOf(connection, options.volatile))
  } catch (error) {
    connection.close()
    throw error
  }
}

class RedisLog implements Log {
  readonly profile: RedisProfile
  readonly #url: string
  readonly #connection: RedisConnection
  readonly #tails = new Set<RedisTail>()
  /** The last commit of each session that this node saw stored. */
  readonly #seen = new Map<SessionId, Tip>()

  constructor(url: string, connection: RedisConnection, profile: RedisProfile) {
    this.#url = url
    this.#connection = connection
    this.profile = profile
  }

  async append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void> {
    if (commits.length === 0) return
    const tip = await this.#tipBefore(session, expected)
    const entries = encode(tip, commits)
    const command = [keyOf(session), String(expected), tip.chain, ...entries]
    let asked = 0
    const limit = performance.now() + patience
    for (;;) {
      try {
        asked += 1
        return await this.#settle(session, tip, commits, await this.#run(command), asked)
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        // The script may have run. Asked again it stores once or conflicts with itself, and both are told apart by the chain.
        const left = limit - performance.now()
        if (left <= 0 || !(await this.#connection.untilUp(left))) throw error
      }
    }
  }

  async #settle(session: SessionId, tip: Tip, commits: readonly Commit[], reply: RedisReply, asked: number): Promise<void> {
    const [outcome, at] = Array.isArray(reply) ? reply : []
    const last = commits.at(-1)
    if (outcome === 'stored' || (outcome === 'conflict' && asked > 1 && (await this.#stands(session, last)))) {
      if (last !== undefined) this.#remember(session, last)
      return
    }
    if (outcome === 'conflict') throw new Conflict(Number(at) as Revision)
    throw new Damaged(session, tip.revision, 'another commit is in its place')
  }

  async #stands(session: SessionId, commit: Commit | undefined): Promise<boolean> {
    if (commit === undefined) return false
    const [found] = entriesIn(await this.#connection.ask('XRANGE', keyOf(session), idOf(commit.revision), idOf(commit.revision)))
    return found?.entry.startsWith(commit.chain) ?? false
  }

  /** By its hash; in full where this Redis has not seen it or has forgotten it. */
  async #run([key = '', ...rest]: readonly string[]): Promise<RedisReply> {
    try {
      return await this.#connection.ask('EVALSHA', scriptHash, '1', key, ...rest)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return await this.#connection.ask('EVAL', script, '1', key, ...rest)
    }
  }

  /** The commit to append to: as seen, or else as it stands in Redis. Where there is none, the log stands elsewhere. */
  async #tipBefore(session: SessionId, expected: Revision): Promise<Tip> {
    const seen = this.#seen.get(session)
    if (seen?.revision === expected) return seen
    if (seen !== undefined && seen.revision > expected) throw new Conflict(seen.revision)
    if (expected === noRevision) return { revision: expected, chain: beginning }
    const [found] = entriesIn(await this.#connection.ask('XRANGE', keyOf(session), idOf(expected), idOf(expected)))
    if (found !== undefined) return { revision: expected, chain: chainIn(found.entry) }
    const [last] = entriesIn(await this.#connection.ask('XREVRANGE', keyOf(session), '+', '-', 'COUNT', '1'))
    throw new Conflict(last?.revision ?? noRevision)
  }

  async read(session: SessionId, since: Revision): Promise<readonly Commit[]> {
    const before = await tipAt(this.#connection, session, since, this.#seen.get(session))
    const entries = await entriesAfter(this.#connection, session, since)
    const seen = this.#seen.get(session)
    const commits = await decodeInTurns(session, before, entries)
    const last = commits.at(-1) ?? before
    if (seen !== undefined && last.revision < seen.revision)
      throw new Damaged(session, last.revision, `commit ${seen.revision} was seen stored, but this is the last that is there`)
    // Appended or forgotten while it was proved: then more is known than was read.
    if (this.#seen.get(session) === seen) this.#remember(session, last)
    return commits
  }

  follow(session: SessionId, since: Revision, on: (commits: readonly Commit[]) => void, lost: (why: Error) => void): () => void {
    const tell = (commits: readonly Commit[]) => {
      const last = commits.at(-1)
      if (last !== undefined) this.#remember(session, last)
      on(commits)
    }
    const tail = new RedisTail(this.#url, session, since, tell, lost)
    this.#tails.add(tail)
    return () => {
      tail.stop()
      this.#tails.delete(tail)
    }
  }

  #remember(session: SessionId, { revision, chain }: Tip): void {
    const seen = this.#seen.get(session)
    if (revision > (seen?.revision ?? noRevision)) this.#seen.set(session, { revision, chain })
  }

  async forget(session: SessionId): Promise<void> {
    await this.#connection.ask('DEL', keyOf(session))
    this.#seen.delete(session)
  }

  async close(): Promise<void> {
    for (const tail of this.#tails) tail.stop()
    this.#connection.close()
  }
}
