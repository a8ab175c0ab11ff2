import type { Revision, SessionId } from '@rostrum/shared/contract/ids'
import { chainIn, type Tip } from './commit-codec.ts'
import type { Log } from './log.ts'
import { LocalLog, type Shelf } from './single-process-log.ts'

/** Keeps everything as long as the process lives: for tests and for trying things out. */
export const openMemoryLog = (): Log => new LocalLog(new MemoryShelf())

class MemoryShelf implements Shelf {
  readonly profile = 'memory'
  readonly #sessions = new Map<SessionId, string[]>()

  tip(session: SessionId): Tip | null {
    const kept = this.#sessions.get(session) ?? []
    const last = kept.at(-1)
    return last === undefined ? null : { revision: kept.length as Revision, chain: chainIn(last) }
  }

  entry(session: SessionId, revision: Revision): string | undefined {
    return this.#sessions.get(session)?.[revision - 1]
  }

  entries(session: SessionId, since: Revision): readonly string[] {
    return this.#sessions.get(session)?.slice(since) ?? []
  }

  async put(session: SessionId, _first: Revision, entries: readonly string[]): Promise<void> {
    this.#sessions.set(session, [...(this.#sessions.get(session) ?? []), ...entries])
  }

  async drop(session: SessionId): Promise<void> {
    this.#sessions.delete(session)
  }

  async close(): Promise<void> {
    this.#sessions.clear()
  }
}
