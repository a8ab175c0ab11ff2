/** Opens the configured store while a command runs. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import type { Log } from '../../engine/log/log.ts'
import { SessionRegistry } from '../../engine/session/session-registry.ts'
import { openStorage, type StorageAccess, StorageError } from '../../engine/store/open-storage.ts'
import type { Store } from '../../engine/store/store.ts'
import type { Config } from '../config.ts'
import { CliError } from './cli-command.ts'

export type OpenStore = { readonly log: Log; readonly store: Store }

export async function withStore<T>(config: Config, work: (openStore: OpenStore) => Promise<T>, access?: StorageAccess): Promise<T> {
  const { log, store } = await openStorage(config, access)
  try {
    return await work({ log, store })
  } finally {
    await log.close()
    await store.close()
  }
}

/** Opens the store as `withStore` does, but does not create one. */
export async function withExistingStore<T>(config: Config, work: (openStore: OpenStore) => Promise<T>, access?: StorageAccess): Promise<T> {
  if (config.redisUrl === null && !existsSync(join(config.data, 'rostrum.lmdb')))
    throw new CliError(`There is no store in ${config.data}. Name its directory with ROSTRUM_DATA.`)
  return await withStore(config, work, access)
}

/** True if another process, most likely the server, has the embedded store open. */
const isStoreInUse = (error: unknown): boolean => error instanceof StorageError && error.cause.message.includes('in use by another Rostrum')

/** Opens the store for commands that only read. They work even while a server is running. */
export const withReadableStore = <T>(config: Config, work: (openStore: OpenStore) => Promise<T>): Promise<T> =>
  withExistingStore(config, work, 'read')

/** Opens the store for commands that also write if they can. Next to a running server they only read, because only the server may write. */
export const withReadableNextToServer = <T>(config: Config, work: (openStore: OpenStore) => Promise<T>): Promise<T> =>
  withExistingStore(config, work).catch(async (error: unknown) => {
    if (!isStoreInUse(error)) throw error
    return await withReadableStore(config, work)
  })

export const listSessionIds = async (store: Store): Promise<readonly SessionId[]> =>
  (await store.list('sessions')).map(([id]) => id as SessionId)

/** Returns the id of this session. If it does not exist, throws a `CliError` that lists all sessions. */
export async function requireSessionId(store: Store, name: string): Promise<SessionId> {
  const ids = await listSessionIds(store)
  const found = ids.find((id) => id === name)
  if (found === undefined)
    throw new CliError(
      `There is no session ${JSON.stringify(name)}. ${ids.length === 0 ? 'There are no sessions.' : `Sessions: ${ids.join(', ')}.`}`,
    )
  return found
}

/** Opens the sessions. The caller must close them. */
export const openSessionRegistry = (openStore: OpenStore): SessionRegistry =>
  new SessionRegistry({ ...openStore, now, logger: stderrLogger })

export const now = (): Instant => toInstant(Date.now())

/** The command line logs only warnings and errors. */
const printLog = (facts: object, message: string): void => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`)
const stderrLogger = { info: () => undefined, warn: printLog, error: printLog }
