/** Which log and which tables: the embedded ones, or those in Redis. Only what is used is loaded. */
import type { Log } from '../log/log.ts'
import type { Store } from './store.ts'

export type Place = { readonly data: string; readonly redisUrl: string | null; readonly redisVolatile: boolean }

/** Neither log nor tables could be opened; the cause says why. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault'
  declare readonly cause: Error
  constructor(cause: unknown) {
    super('storage cannot be opened', { cause })
  }
}

export async function openStorage({ data, redisUrl, redisVolatile }: Place): Promise<{ log: Log; store: Store }> {
  try {
    return redisUrl === null ? await openEmbedded(data) : await openRedis(redisUrl, redisVolatile)
  } catch (error) {
    throw new StorageFault(error)
  }
}

async function openRedis(url: string, volatile: boolean): Promise<{ log: Log; store: Store }> {
  const [{ openRedisLog }, { openRedisStore }] = await Promise.all([import('../log/redis.ts'), import('./redis.ts')])
  const log = await openRedisLog(url, { volatile })
  try {
    return { log, store: await openRedisStore(url) }
  } catch (error) {
    await log.close()
    throw error
  }
}

async function openEmbedded(data: string): Promise<{ log: Log; store: Store }> {
  const [{ Environment }, { openLmdbLog }, { openLmdbStore }] = await Promise.all([
    import('../log/lmdb-environment.ts'),
    import('../log/lmdb.ts'),
    import('./lmdb.ts'),
  ])
  const environment = await Environment.open(data)
  return { log: openLmdbLog(environment), store: openLmdbStore(environment) }
}

/** One line for people: what is the matter, and what to do. */
export function cannotStore(cause: Error, { data, redisUrl }: Place): string {
  const { code } = (cause.name === 'Unavailable' ? cause.cause : cause) as NodeJS.ErrnoException
  const known = code === undefined ? '' : ` (${code})`
  if (cause.name === 'Unavailable') return `${cause.message}${known}. Is it running, and is ROSTRUM_REDIS_URL right?`
  if (redisUrl !== null || code === undefined) return cause.message
  return `The data directory ${data} cannot be used: ${cause.message}. Choose another with ROSTRUM_DATA.`
}
