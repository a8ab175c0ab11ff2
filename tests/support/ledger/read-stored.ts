/** Reads everything stored of a session, even while a server is running. */
import { advanceCheckpoint, loadCheckpoint } from '@rostrum/server/engine/session/checkpoint'
import { openStorage, type StorageConfig } from '@rostrum/server/engine/store/open-storage'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { Stored } from './check-ledger.ts'

/** Includes the checkpoint that the next start would read. The server's own code makes it from the previous one. */
export async function readStored(storage: StorageConfig, session: SessionId): Promise<Stored> {
  const { log, store } = await openStorage(storage, 'read')
  const logger = {
    warn: (_: object, message: string) => {
      throw new Error(message)
    },
  }
  try {
    await advanceCheckpoint(log, session, logger)
    return { commits: await log.read(session, revisionZero), checkpoint: await loadCheckpoint(log, session, logger) }
  } finally {
    await Promise.all([log.close(), store.close()])
  }
}
