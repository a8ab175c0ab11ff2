/** Follows one stream on a connection of its own, always from the last entry seen, over every break of the line. */
import { setTimeout } from 'node:timers/promises'
import type { Revision, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { decode, type Tip } from './commit-codec.ts'
import { Follower } from './follower.ts'
import { Unavailable } from './log.ts'
import { RedisConnection } from './redis-connection.ts'
import { contiguous, entriesRead, idOf, keyOf, tipAt } from './redis-stream.ts'

const waiting = '1000' // milliseconds of a blocking read; asked again, it is a poll as well
const portion = '500'
const patience = 1_000
const pause = 50

export class RedisTail {
  readonly #connection: RedisConnection
  readonly #session: SessionId
  readonly #since: Revision
  readonly #follower: Follower
  /** The last commit passed on; null until the one before the first was looked up. */
  #seen: Tip | null = null

  constructor(url: string, session: SessionId, since: Revision, on: (commits: readonly Commit[]) => void, lost: (why: Error) => void) {
    this.#connection = RedisConnection.start(url)
    this.#session = session
    this.#since = since
    this.#follower = new Follower(since, on, lost)
    void this.#run()
  }

  stop(): void {
    this.#follower.stop()
    this.#connection.close()
  }

  async #run(): Promise<void> {
    while (!this.#follower.ended) {
      try {
        if (await this.#connection.untilUp(patience)) await this.#readOn()
      } catch (error) {
        // When the line breaks we go on trying; what was seen is compared when it is back.
        if (error instanceof Unavailable) await setTimeout(pause)
        else this.#follower.lose(error instanceof Error ? error : new Error(String(error)))
      }
    }
    this.#connection.close()
  }

  /** Reads as long as the line holds, after proving that what was seen still stands. */
  async #readOn(): Promise<void> {
    let tip = await tipAt(this.#connection, this.#session, this.#seen?.revision ?? this.#since, this.#seen ?? undefined)
    while (!this.#follower.ended) {
      const reply = await this.#connection.ask(
        'XREAD',
        'COUNT',
        portion,
        'BLOCK',
        waiting,
        'STREAMS',
        keyOf(this.#session),
        idOf(tip.revision),
      )
      const commits = decode(this.#session, tip, contiguous(this.#session, tip.revision, entriesRead(reply)))
      const last = commits.at(-1)
      if (last === undefined) {
        // Silence may also mean that the log was emptied behind our back.
        await tipAt(this.#connection, this.#session, tip.revision, tip)
        continue
      }
      tip = { revision: last.revision, chain: last.chain }
      this.#seen = tip
      this.#follower.tell(commits)
    }
  }
}
