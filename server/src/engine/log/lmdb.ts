import { join } from 'node:path'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { nextRevision, type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Database } from 'lmdb'
import { CheckpointFiles } from './checkpoint-store.ts'
import { type LogHead, readChain } from './commit-codec.ts'
import type { LmdbEnvironment } from './lmdb-environment.ts'
import type { Log } from './log.ts'
import { DamagedLogError } from './log-errors.ts'
import { type CommitStorage, SingleProcessLog } from './single-process-log.ts'

/** The embedded log. It is durable on the disk of one machine. */
export const openLmdbLog = (environment: LmdbEnvironment): Log => new SingleProcessLog(new LmdbCommitStorage(environment))

type LogKey = [session: string, revision: number]

/** Higher than any possible revision. */
const maxRevision = Number.MAX_SAFE_INTEGER

class LmdbCommitStorage implements CommitStorage {
  readonly profile = 'embedded'
  readonly #environment: LmdbEnvironment
  readonly #entries: Database<string, LogKey>
  readonly checkpoints: CheckpointFiles

  constructor(environment: LmdbEnvironment) {
    this.#environment = environment
    this.checkpoints = new CheckpointFiles(join(environment.folder, 'checkpoints'))
    this.#entries = environment.open<string, LogKey>('log', 'string')
  }

  getHead(session: SessionId): LogHead | null {
    const range = { start: [session, maxRevision] as LogKey, end: [session, 0] as LogKey, reverse: true, limit: 1 }
    const [last] = this.#read(session, revisionZero, () => Array.from(this.#entries.getRange(range)))
    return last === undefined ? null : { revision: last.key[1] as Revision, chain: readChain(last.value) }
  }

  getEntry(session: SessionId, revision: Revision): string | undefined {
    return this.#read(session, revision, () => this.#entries.get([session, revision]))
  }

  listEntries(session: SessionId, since: Revision, limit?: number): readonly string[] {
    const range = { start: [session, nextRevision(since)] as LogKey, end: [session, maxRevision] as LogKey }
    const all = limit === undefined ? range : { ...range, limit }
    return this.#read(session, since, () => Array.from(this.#entries.getRange(all), ({ value }) => value))
  }

  put(session: SessionId, first: Revision, entries: readonly string[]): Promise<void> {
    const size = entries.reduce((sum, entry) => sum + Buffer.byteLength(entry), 0)
    return this.#environment.write(() => entries.map((entry, index) => this.#entries.put([session, first + index], entry)), size)
  }

  deleteAll(session: SessionId): Promise<void> {
    const range = { start: [session, 0] as LogKey, end: [session, maxRevision] as LogKey }
    return this.#environment.write(() => [
      ...Array.from(this.#entries.getKeys(range), (key) => this.#entries.remove(key)),
      this.#environment.markErased(),
    ])
  }

  async close(): Promise<void> {
    await this.#environment.close()
  }

  #read<T>(session: SessionId, since: Revision, read: () => T): T {
    return this.#environment.read(read, (problem) => new DamagedLogError(session, since, `it cannot be read (${problem})`))
  }
}
