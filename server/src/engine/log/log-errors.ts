import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Revision } from '@rostrum/shared/kernel/revision'

/** Another writer appended first: the log is at `headRevision`. Nothing was stored. */
export class RevisionConflictError extends Error {
  override readonly name = 'RevisionConflictError'
  readonly headRevision: Revision
  constructor(headRevision: Revision) {
    super(`the log is at ${headRevision}`)
    this.headRevision = headRevision
  }
}

/** The write was not confirmed. It is always safe to repeat: read the new commits, recognize commands by their ids, decide again. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError'
}

/** The stored log differs from what was written, or part of it is missing. `revision` is the first commit that could not be verified. */
export class DamagedLogError extends Error {
  override readonly name = 'DamagedLogError'
  readonly revision: Revision
  constructor(session: SessionId, revision: Revision, problem: string) {
    super(`session ${session}, commit ${revision}: ${problem}`)
    this.revision = revision
  }
}

/** The session was deleted on purpose, here or on another node. */
export class DeletedLogError extends Error {
  override readonly name = 'DeletedLogError'
  constructor(session: SessionId) {
    super(`session ${session} was deleted`)
  }
}

/**
 * Confirmed commits are gone, and the commits that are there instead cannot be joined to them. `after`: the last one that is still there.
 */
export class LostCommitsError extends Error {
  override readonly name = 'LostCommitsError'
  readonly after: Revision
  /** The last commit that was seen as durable. */
  readonly seen: { readonly revision: Revision; readonly chain: string }
  constructor(session: SessionId, after: Revision, seen: LostCommitsError['seen']) {
    super(`session ${session}: the confirmed commits ${after + 1} to ${seen.revision} are lost`)
    this.after = after
    this.seen = seen
  }
}
