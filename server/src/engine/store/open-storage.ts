/** Opens the log and the tables: embedded or in Redis. Only the modules in use are loaded. */
import type { Log } from '../log/log.ts'
import { StorageUnavailableError } from '../log/log-errors.ts'
import type { DurabilityOptions } from '../log/redis-durability.ts'
import type { RedisSource } from '../log/redis-source.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Store } from './store.ts'

export type StorageConfig = {
  readonly data: string
  readonly redisUrl: string | null
  readonly redisSentinels: readonly string[] | null
  readonly redisVolatile: boolean
}

/** The log or the tables could not be opened. `cause` gives the reason. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  declare readonly cause: Error
  constructor(cause: unknown) {
    super('storage cannot be opened', { cause })
  }
}

/** `read`: works while a server has the embedded store open. With Redis there is no difference. */
export type StorageAccess = 'write' | 'read'

export async function openStorage(
  { data, redisUrl, redisSentinels, redisVolatile }: StorageConfig,
  access: StorageAccess = 'write',
  logger?: Logger,
): Promise<{ log: Log; store: Store }> {
  try {
    if (redisUrl === null) return await openEmbedded(data, access, logger)
    return await openRedis({ url: redisUrl, sentinels: redisSentinels ?? [] }, { volatile: redisVolatile, logger })
  } catch (error) {
    throw new StorageError(error)
  }
}

async function openRedis(source: RedisSource, options: DurabilityOptions): Promise<{ log: Log; store: Store }> {
  const [{ openRedisLog }, { openRedisStore }] = await Promise.all([import('../log/redis.ts'), import('./redis.ts')])
  const log = await openRedisLog(source, options)
  try {
    return { log, store: await openRedisStore(source, options) }
  } catch (error) {
    await log.close()
    throw error
  }
}

async function openEmbedded(data: string, access: StorageAccess, logger?: Logger): Promise<{ log: Log; store: Store }> {
  const [{ LmdbEnvironment: Environment }, { openLmdbLog }, { openLmdbStore }] = await Promise.all([
    import('../log/lmdb-environment.ts'),
    import('../log/lmdb.ts'),
    import('./lmdb.ts'),
  ])
  const environment = access === 'read' ? await Environment.openReader(data) : await Environment.open(data, logger)
  return { log: openLmdbLog(environment), store: openLmdbStore(environment) }
}

/** Returns one line for people: the problem and what to do. */
export function formatStorageError(cause: Error, { data, redisUrl, redisSentinels }: StorageConfig): string {
  const { code } = (cause instanceof StorageUnavailableError ? cause.cause : cause) as NodeJS.ErrnoException
  const codeText = code === undefined ? '' : ` (${code})`
  if (cause instanceof StorageUnavailableError && redisSentinels !== null)
    return `${cause.message}${codeText}. Are they running, and are ROSTRUM_REDIS_SENTINELS and ROSTRUM_REDIS_URL correct?`
  if (cause instanceof StorageUnavailableError) return `${cause.message}${codeText}. Is it running, and is ROSTRUM_REDIS_URL correct?`
  if (redisUrl !== null || code === undefined) return cause.message
  return `The data directory ${data} cannot be used: ${cause.message}. Choose another with ROSTRUM_DATA.`
}
