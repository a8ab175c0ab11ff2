import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { type LogHead, readChain } from './commit-codec.ts'
import type { Log } from './log.ts'
import { type CommitStorage, SingleProcessLog } from './single-process-log.ts'

/** Holds everything in memory until the process ends. It is for tests and trials. */
export const openMemoryLog = (): Log => new SingleProcessLog(new MemoryCommitStorage())

class MemoryCommitStorage implements CommitStorage {
  readonly profile = 'memory'
  readonly checkpoints = null
  readonly #sessions = new Map<SessionId, string[]>()

  getHead(session: SessionId): LogHead | null {
    const stored = this.#sessions.get(session) ?? []
    const last = stored.at(-1)
    return last === undefined ? null : { revision: stored.length as Revision, chain: readChain(last) }
  }

  getEntry(session: SessionId, revision: Revision): string | undefined {
    return this.#sessions.get(session)?.[revision - 1]
  }

  listEntries(session: SessionId, since: Revision, limit = Number.POSITIVE_INFINITY): readonly string[] {
    return this.#sessions.get(session)?.slice(since, since + limit) ?? []
  }

  async put(session: SessionId, _first: Revision, entries: readonly string[]): Promise<void> {
    this.#sessions.set(session, [...(this.#sessions.get(session) ?? []), ...entries])
  }

  async deleteAll(session: SessionId): Promise<void> {
    this.#sessions.delete(session)
  }

  async close(): Promise<void> {
    this.#sessions.clear()
  }
}
