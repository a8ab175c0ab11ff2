/**
 * Looks for damage in the sessions that nobody has opened, once after a start, so that monitoring knows of it before people do. It reads a
 * little at a time, and takes a small share of a processor.
 */
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { Log } from '../log/log.ts'
import { DamagedLogError } from '../log/log-errors.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { SessionRegistry } from './session-registry.ts'
import { verifyInPieces } from './verify-in-pieces.ts'

export type DamagePorts = {
  readonly log: Pick<Log, 'read'>
  readonly sessions: Pick<SessionRegistry, 'list' | 'isOpen' | 'noteDamage'>
  readonly logger: Logger
}

/** Starts the search. Returns a function that ends it. */
export function searchForDamage({ log, sessions, logger }: DamagePorts): () => Promise<void> {
  const stopped = new AbortController()
  const { signal } = stopped
  const search = async () => {
    for (const id of await sessions.list()) {
      if (sessions.isOpen(id)) continue
      try {
        const last = await verifyInPieces(log, id, { signal })
        if (last === revisionZero) throw new DamagedLogError(id, last, 'nothing is there')
      } catch (error) {
        if (!(error instanceof DamagedLogError)) throw error
        // It may have been deleted, or repaired and opened, in the meantime.
        const isStill = (await sessions.list()).includes(id) && !sessions.isOpen(id)
        if (isStill) sessions.noteDamage(id)
        if (isStill) logger.error({ session: id, cause: error.message }, 'the log of a session is damaged; the other sessions are served')
      }
    }
  }
  const running = search().catch((error: unknown) => {
    if (!signal.aborted) logger.warn({ err: error }, 'the sessions could not all be searched for damage')
  })
  return () => {
    stopped.abort()
    return running
  }
}
