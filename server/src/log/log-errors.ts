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

/** Storing was not confirmed. It is always safe to repeat: read the new commits, recognize commands by their ids, decide again. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError'
}

/** The stored log differs from what was written, or part of it is missing. `revision` is the first commit that is not verified. */
export class DamagedLogError extends Error {
  override readonly name = 'DamagedLogError'
  readonly revision: Revision
  constructor(session: SessionId, revision: Revision, problem: string) {
    super(`session ${session}, commit ${revision}: ${problem}`)
    this.revision = revision
  }
}
