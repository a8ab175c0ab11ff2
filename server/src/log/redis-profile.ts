/** Asks Redis for its settings and names the durability that they promise. */

import { StorageUnavailableError } from './log-errors.ts'
import type { RedisConnection, RedisReply } from './redis-connection.ts'

export type RedisProfile = 'redis R1' | 'redis R3 (reduced)' | 'redis volatile'

/** Throws if this Redis could lose confirmed data, unless `volatile` is explicitly set. */
export async function detectProfile(connection: RedisConnection, volatile: boolean): Promise<RedisProfile> {
  requireVersion(await connection.send('INFO', 'server'))
  const settings = await readSettings(connection)
  const lossRisk = findLossRisk(settings)
  if (lossRisk !== null) {
    if (volatile) return 'redis volatile'
    throw new Error(
      `This Redis ${lossRisk}, so confirmed actions could be lost. Set "appendonly yes", "appendfsync always" and "maxmemory-policy noeviction"; or, to try things out, set ROSTRUM_REDIS_VOLATILE=yes.`,
    )
  }
  return settings.sync === 'always' ? 'redis R1' : 'redis R3 (reduced)'
}

type Settings = { readonly appends: boolean; readonly sync: string; readonly evicts: boolean }

function findLossRisk({ appends, sync, evicts }: Settings): string | null {
  if (!appends) return 'keeps no append-only file'
  if (sync === 'no') return 'leaves flushing to the system'
  return evicts ? 'may evict keys when memory is short' : null
}

async function readSettings(connection: RedisConnection): Promise<Settings> {
  try {
    const config = parsePairs(await connection.send('CONFIG', 'GET', 'append*', 'maxmemory*'))
    return {
      appends: config.get('appendonly') === 'yes',
      sync: config.get('appendfsync') ?? 'unknown',
      evicts: config.get('maxmemory') !== '0' && config.get('maxmemory-policy') !== 'noeviction',
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof StorageUnavailableError) throw error
    // A hosted Redis may not show its settings. Then the weakest promise is assumed.
    const info = String(await connection.send('INFO', 'persistence'))
    return { appends: /^aof_enabled:1/m.test(info), sync: 'unknown', evicts: false }
  }
}

function requireVersion(info: RedisReply): void {
  const text = String(info)
  const valkey = /^valkey_version:(\d+)\.(\d+)/m.exec(text)
  const redis = /^redis_version:(\d+)\.(\d+)/m.exec(text)
  const [, major = '0', minor = '0'] = valkey ?? redis ?? []
  const isSupported = valkey !== null ? Number(major) >= 8 : Number(major) > 7 || (Number(major) === 7 && Number(minor) >= 2)
  if (!isSupported) throw new Error(`Rostrum needs Redis 7.2 or later, or Valkey 8 or later; this is ${major}.${minor}.`)
}

function parsePairs(reply: RedisReply): ReadonlyMap<string, string> {
  const flat = Array.isArray(reply) ? reply.map(String) : []
  return new Map(flat.flatMap((key, index) => (index % 2 === 0 ? [[key, flat[index + 1] ?? ''] as const] : [])))
}
