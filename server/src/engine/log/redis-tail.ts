/**
 * Follows one stream on its own connection. After a lost connection it waits until everything that was seen is there again. It then
 * continues from the last entry that it saw. Entries that are not safe yet are not passed on.
 */
import { setTimeout } from 'node:timers/promises'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { Logger } from '../telemetry/logger.ts'
import { decodeCommits, type LogHead } from './commit-codec.ts'
import { Follower } from './follower.ts'
import { Hearing } from './hearing.ts'
import type { LogListeners } from './log.ts'
import { DamagedLogError, StorageUnavailableError } from './log-errors.ts'
import { settleTime } from './redis-append.ts'
import type { RedisConnection } from './redis-connection.ts'
import { healLog } from './redis-healing.ts'
import { parseRead, readHead, requireContiguous, requireWhole, streamEntryId, streamKey } from './redis-stream.ts'
import type { SeenLog } from './seen-log.ts'

const blockMs = '500' // milliseconds of a blocking read; repeated, it also works as a poll
const batchSize = 500
const reconnectWait = 1_000
const retryPause = 50

export type RedisTailPorts = {
  readonly connection: RedisConnection
  readonly session: SessionId
  /** The part of the log that this node has seen. The tail adds to it. */
  readonly seen: SeenLog
  readonly logger: Pick<Logger, 'warn'> | undefined
}

export class RedisTail {
  readonly #ports: RedisTailPorts
  readonly #since: Revision
  readonly #follower: Follower
  readonly #hearing: Hearing
  /** The last commit passed on, or null before the first. */
  #lastHead: LogHead | null = null
  /** Whether healing found nothing to repair at the last damage. */
  #isDoubted = false

  constructor(ports: RedisTailPorts, since: Revision, ...[onCommits, onLost, onHearing]: LogListeners) {
    this.#ports = ports
    this.#since = since
    this.#follower = new Follower(since, onCommits, onLost)
    this.#hearing = new Hearing((silence) => this.#follower.isEnded || onHearing?.(silence))
    void this.#run()
  }

  stop(): void {
    this.#follower.stop()
    this.#hearing.stop()
    this.#ports.connection.close()
  }

  async #run(): Promise<void> {
    const { connection } = this.#ports
    while (!this.#follower.isEnded) {
      try {
        if (await connection.waitUntilUp(reconnectWait)) await this.#readUntilStopped()
      } catch (error) {
        await this.#handle(error)
      }
    }
    this.stop()
  }

  /**
   * Tries again after a lost connection. Damage may mean that Redis has less than before. Then the log is healed, or the follower fails.
   */
  async #handle(error: unknown): Promise<void> {
    if (error instanceof StorageUnavailableError) return await setTimeout(retryPause)
    if (!(error instanceof DamagedLogError)) return this.#follower.fail(error instanceof Error ? error : new Error(String(error)))
    const { connection, session, seen, logger } = this.#ports
    this.#hearing.doubt(new Error(`what was seen is not there: ${error.message}`))
    try {
      const healed = await healLog(connection, session, seen)
      if (healed > 0)
        logger?.warn({ session, healed, head: seen.head.revision }, 'Redis had less than before; what was missing was appended again')
      else if (this.#isDoubted) return this.#follower.fail(error)
      // Another node may have healed it in the meantime, or may be about to.
      this.#isDoubted = healed === 0
      await setTimeout(settleTime)
    } catch (fault) {
      if (fault instanceof StorageUnavailableError) await setTimeout(retryPause)
      else this.#follower.fail(fault instanceof Error ? fault : new Error(String(fault)))
    }
  }

  /** Verifies that the last seen commit is still there, then reads until the connection is lost. */
  async #readUntilStopped(): Promise<void> {
    const { connection, session, seen } = this.#ports
    const { generation } = connection
    let head = await readHead(connection, session, this.#lastHead?.revision ?? this.#since, this.#lastHead ?? undefined)
    await this.#requireSeen(head)
    while (!this.#follower.isEnded) {
      const after = ['STREAMS', streamKey(session), streamEntryId(head.revision)]
      const reply = await connection.send('XREAD', 'COUNT', String(batchSize), 'BLOCK', blockMs, ...after)
      const entries = requireContiguous(session, head.revision, parseRead(reply))
      const commits = decodeCommits(session, head, entries)
      const last = commits.at(-1)
      if (last === undefined) {
        // An empty reply may also mean that the log was emptied or trimmed.
        await Promise.all([this.#requireSeen(head), requireWhole(connection, session, head.revision)])
      } else {
        if (last.revision > seen.head.revision) await connection.confirmRead(generation)
        seen.add(head.revision + 1, entries)
        head = { revision: last.revision, chain: last.chain }
        this.#lastHead = head
        this.#follower.deliver(commits)
      }
      this.#isDoubted = false
      if (commits.length < batchSize) this.#hearing.heard()
    }
  }

  /**
   * Throws `DamagedLogError` if the last commit that this node has seen is missing. That is the one passed on at `head`, or a later one
   * that this node appended.
   */
  async #requireSeen(head: LogHead): Promise<void> {
    const { connection, session, seen } = this.#ports
    const last = seen.head.revision > head.revision ? seen.head : head
    await readHead(connection, session, last.revision, last)
  }
}
