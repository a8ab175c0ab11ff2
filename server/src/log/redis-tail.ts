/** Follows one stream on its own connection. After a lost connection it continues from the last entry it saw. */
import { setTimeout } from 'node:timers/promises'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { decodeCommits, type LogHead } from './commit-codec.ts'
import { Follower } from './follower.ts'
import { StorageUnavailableError } from './log-errors.ts'
import { RedisConnection } from './redis-connection.ts'
import { parseRead, readHead, requireContiguous, streamEntryId, streamKey } from './redis-stream.ts'

const blockMs = '1000' // milliseconds of a blocking read; repeated, it also works as a poll
const batchSize = '500'
const reconnectWait = 1_000
const retryPause = 50

export class RedisTail {
  readonly #connection: RedisConnection
  readonly #session: SessionId
  readonly #since: Revision
  readonly #follower: Follower
  /** The last commit passed on, or null before the first. */
  #lastHead: LogHead | null = null

  constructor(
    url: string,
    session: SessionId,
    since: Revision,
    onCommits: (commits: readonly Commit[]) => void,
    onLost: (reason: Error) => void,
  ) {
    this.#connection = RedisConnection.start(url)
    this.#session = session
    this.#since = since
    this.#follower = new Follower(since, onCommits, onLost)
    void this.#run()
  }

  stop(): void {
    this.#follower.stop()
    this.#connection.close()
  }

  async #run(): Promise<void> {
    while (!this.#follower.isEnded) {
      try {
        if (await this.#connection.waitUntilUp(reconnectWait)) await this.#readUntilStopped()
      } catch (error) {
        // After a lost connection it tries again. Once connected, the last seen commit is compared.
        if (error instanceof StorageUnavailableError) await setTimeout(retryPause)
        else this.#follower.fail(error instanceof Error ? error : new Error(String(error)))
      }
    }
    this.#connection.close()
  }

  /** Verifies that the last seen commit is still there, then reads until the connection is lost. */
  async #readUntilStopped(): Promise<void> {
    let head = await readHead(this.#connection, this.#session, this.#lastHead?.revision ?? this.#since, this.#lastHead ?? undefined)
    while (!this.#follower.isEnded) {
      const reply = await this.#connection.send(
        'XREAD',
        'COUNT',
        batchSize,
        'BLOCK',
        blockMs,
        'STREAMS',
        streamKey(this.#session),
        streamEntryId(head.revision),
      )
      const commits = decodeCommits(this.#session, head, requireContiguous(this.#session, head.revision, parseRead(reply)))
      const last = commits.at(-1)
      if (last === undefined) {
        // No entries may also mean that the log was emptied.
        await readHead(this.#connection, this.#session, head.revision, head)
        continue
      }
      head = { revision: last.revision, chain: last.chain }
      this.#lastHead = head
      this.#follower.deliver(commits)
    }
  }
}
