import { setTimeout as wait } from 'node:timers/promises'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Log } from '../log/log.ts'

/** The commits that are verified at a time, and the pause between them, in milliseconds, for other work. */
const [pieceSize, pause] = [250, 25]

/**
 * Verifies the log of a session from its start, a little at a time, up to the revision `until`. Resolves with the last revision that is
 * there. Rejects with the errors of the log, or if it is stopped.
 */
export async function verifyInPieces(
  log: Pick<Log, 'read'>,
  session: SessionId,
  { until = Number.POSITIVE_INFINITY, signal }: { readonly until?: number; readonly signal: AbortSignal },
): Promise<Revision> {
  for (let at = revisionZero; ; ) {
    await wait(pause, null, { signal, ref: false })
    const last = (await log.read(session, at, pieceSize)).at(-1)?.revision
    if (last === undefined || last >= until) return last ?? at
    at = last
  }
}
