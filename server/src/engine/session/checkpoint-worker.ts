/** The thread that makes a checkpoint, so that writing the state of a long session delays nobody. */
import { workerData } from 'node:worker_threads'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { openStorage, type StorageConfig } from '../store/open-storage.ts'
import { advanceCheckpoint } from './checkpoint.ts'

export type CheckpointTask = { readonly session: SessionId; readonly storage: StorageConfig }

const { session, storage } = workerData as CheckpointTask
const { log, store } = await openStorage(storage, 'read')
/** The session that asked for this has already warned about it when it was opened. */
const ignoreUnreadable = () => undefined
try {
  await advanceCheckpoint(log, session, { warn: ignoreUnreadable })
} finally {
  await log.close()
  await store.close()
}
