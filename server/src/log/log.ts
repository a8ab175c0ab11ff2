/** The log of a session: the only truth and the only bus. Every log behind this port passes one contract suite. */

import type { Revision, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'

export interface Log {
  /** What this log promises, in words for the health page and the line at start. */
  readonly profile: string
  /** All or none; durable when it resolves. Rejects with `Conflict` where the log does not stand at `expected`, with `Unavailable` where it cannot store. */
  append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void>
  /** Every commit after `since`, without holes and with its chain proved; rejects with `Damaged` otherwise. */
  read(session: SessionId, since: Revision): Promise<readonly Commit[]>
  /** Every commit after `since`, once and in order, those appended here too; `on` is first called after this returns.
   * `lost` is called once, and nothing after it, when order or completeness cannot be kept any more. Returns a function that ends it. */
  follow(session: SessionId, since: Revision, on: (commits: readonly Commit[]) => void, lost: (why: Error) => void): () => void
  /** The whole story of a session is gone, durably; whoever follows it has lost it. A new one may begin from nothing. */
  forget(session: SessionId): Promise<void>
  close(): Promise<void>
}

/** Somebody else was first: the log stands at `tip`. Nothing was stored. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly tip: Revision
  constructor(tip: Revision) {
    super(`the log is at ${tip}`)
    this.tip = tip
  }
}

/** Not confirmed as stored. Always safe to repeat: read what came since, recognise commands by their ids, decide again. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** What is stored is not what was written, or not all of it; `revision` is the first commit that cannot be vouched for. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
  readonly revision: Revision
  constructor(session: SessionId, revision: Revision, what: string) {
    super(`session ${session}, commit ${revision}: ${what}`)
    this.revision = revision
  }
}
