/** The log of a session is the only source of truth and the only bus between nodes. Every implementation passes one contract suite. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { CheckpointStore } from './checkpoint-store.ts'

export type LogListeners = [
  onCommits: (commits: readonly Commit[]) => void,
  onLost: (reason: Error) => void,
  onHearing?: ((silence: Error | null) => void) | undefined,
]

export interface Log {
  /** The promise of this log, as text for the health page and the startup message. */
  readonly profile: string
  /**
   * Appends all commits or none. They are durable when it resolves. Rejects with `RevisionConflictError` if the head is not `expected`,
   * and with `StorageUnavailableError` if they cannot be stored.
   */
  append(session: SessionId, expected: Revision, commits: readonly Commit[]): Promise<void>
  /**
   * Returns every commit after `since`, or the first `limit` of them, without gaps and with verified chains. Rejects with `DamagedLogError`
   * otherwise.
   */
  read(session: SessionId, since: Revision, limit?: number): Promise<readonly Commit[]>
  /** Returns the chain of the commit `revision`, not verified, or null if it does not exist. */
  readChain(session: SessionId, revision: Revision): Promise<string | null>
  /** Null if a restart empties this log. `delete` also deletes the checkpoint of the session. */
  readonly checkpoints: CheckpointStore | null
  /**
   * Passes on every commit after `since`, once and in order, including those appended here. Returns a function that ends this. `onCommits`
   * is first called after this returns. `onLost` is called once when order or completeness is no longer possible, and nothing is called
   * after it. It gets a `LostCommitsError` if confirmed commits are gone. `onHearing` is called with the reason if commits of others may
   * not be heard. That is at most two seconds after the log was last heard. It is called with null once everything up to now has been
   * passed on.
   */
  follow(session: SessionId, since: Revision, ...listeners: LogListeners): () => void
  /** Deletes the whole log of a session durably. Its followers get `onLost`. A new log of the same session may start at revision zero. */
  delete(session: SessionId): Promise<void>
  close(): Promise<void>
}
