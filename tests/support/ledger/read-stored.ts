/** What is stored of a session, also next to a server that runs. */
import { advanceCheckpoint, loadCheckpoint } from '@rostrum/server/engine/session/checkpoint'
import { openStorage, type StorageConfig } from '@rostrum/server/engine/store/open-storage'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { Stored } from './check-ledger.ts'

/** With the checkpoint that the next start would read: the server's own way makes it, from the one before. */
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
