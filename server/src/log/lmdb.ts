import type { Revision, SessionId } from '@rostrum/shared/contract/ids'
import { following } from '@rostrum/shared/contract/ids'
import type { Database } from 'lmdb'
import { chainIn, type Tip } from './commit-codec.ts'
import type { Environment } from './lmdb-environment.ts'
import type { Log } from './log.ts'
import { LocalLog, type Shelf } from './single-process-log.ts'

/** The embedded log: durable on the disk of one machine. */
export const openLmdbLog = (environment: Environment): Log => new LocalLog(new LmdbShelf(environment))

type Key = [session: string, revision: number]

/** Behind every revision there can be. */
const end = Number.MAX_SAFE_INTEGER

class LmdbShelf implements Shelf {
  readonly profile = 'embedded'
  readonly #environment: Environment
  readonly #entries: Database<string, Key>

  constructor(environment: Environment) {
    this.#environment = environment
    this.#entries = environment.open<string, Key>('log', 'string')
  }

  tip(session: SessionId): Tip | null {
    for (const { key, value } of this.#entries.getRange({ start: [session, end], end: [session, 0], reverse: true, limit: 1 })) {
      return { revision: key[1] as Revision, chain: chainIn(value) }
    }
    return null
  }

  entry(session: SessionId, revision: Revision): string | undefined {
    return this.#entries.get([session, revision])
  }

  entries(session: SessionId, since: Revision): readonly string[] {
    return Array.from(this.#entries.getRange({ start: [session, following(since)], end: [session, end] }), ({ value }) => value)
  }

  put(session: SessionId, first: Revision, entries: readonly string[]): Promise<void> {
    return this.#environment.write(() => {
      for (const [index, entry] of entries.entries()) this.#entries.put([session, first + index], entry)
    })
  }

  drop(session: SessionId): Promise<void> {
    return this.#environment.write(() => {
      for (const key of this.#entries.getKeys({ start: [session, 0], end: [session, end] })) this.#entries.remove(key)
    })
  }

  async close(): Promise<void> {
    await this.#environment.close()
  }
}
