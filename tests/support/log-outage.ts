/** Uses a log while Redis is away or comes back. */
import { setTimeout } from 'node:timers/promises'
import type { Log } from '@rostrum/server/engine/log/log'
import { RevisionConflictError, StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { toRevision } from './commits.ts'

/**
 * Tries again while Redis is away, for at most `limit` milliseconds. Every node has several connections, and each recovers at its own time.
 */
export async function waitOutOutage<T>(action: () => Promise<T>, limit = 20_000): Promise<T> {
  for (const began = performance.now(); performance.now() - began < limit; ) {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof StorageUnavailableError)) throw error
      await setTimeout(50) // a real outage: there is no event to wait for
    }
  }
  throw new Error('unavailable for too long')
}

/** Appends as a session does: after `StorageUnavailableError` it reads whether the commit is stored, and appends it again if not. */
export async function appendPatiently(
  log: Log,
  session: SessionId,
  expected: number,
  commit: Commit | null,
  limit = 20_000,
): Promise<void> {
  if (commit !== null) await waitOutOutage(() => appendOrFind(log, session, expected, commit), limit)
}

async function appendOrFind(log: Log, session: SessionId, expected: number, commit: Commit): Promise<void> {
  try {
    await log.append(session, toRevision(expected), [commit])
  } catch (error) {
    if (!(error instanceof RevisionConflictError)) throw error
    const [stored] = await log.read(session, toRevision(expected))
    if (stored?.chain !== commit.chain) throw error
  }
}
