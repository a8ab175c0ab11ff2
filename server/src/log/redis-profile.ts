/** What this Redis can promise, found out by asking it, and said in words. */
import type { RedisConnection, RedisReply } from './redis-connection.ts'

export type RedisProfile = 'redis R1' | 'redis R3 (reduced)' | 'redis volatile'

/** Refuses a Redis that would lose what it confirmed, unless `volatile` was asked for in so many words. */
export async function profileOf(connection: RedisConnection, volatile: boolean): Promise<RedisProfile> {
  requireVersion(await connection.ask('INFO', 'server'))
  const settings = await settingsOf(connection)
  const forgets = whyForgets(settings)
  if (forgets !== null) {
    if (volatile) return 'redis volatile'
    throw new Error(
      `This Redis ${forgets}, so confirmed actions could be lost. Set "appendonly yes", "appendfsync always" and "maxmemory-policy noeviction"; or, to try things out, set ROSTRUM_REDIS_VOLATILE=yes.`,
    )
  }
  return settings.sync === 'always' ? 'redis R1' : 'redis R3 (reduced)'
}

type Settings = { readonly appends: boolean; readonly sync: string; readonly evicts: boolean }

function whyForgets({ appends, sync, evicts }: Settings): string | null {
  if (!appends) return 'keeps no append-only file'
  if (sync === 'no') return 'leaves flushing to the system'
  return evicts ? 'may evict keys when memory is short' : null
}

async function settingsOf(connection: RedisConnection): Promise<Settings> {
  try {
    const config = pairs(await connection.ask('CONFIG', 'GET', 'append*', 'maxmemory*'))
    return {
      appends: config.get('appendonly') === 'yes',
      sync: config.get('appendfsync') ?? 'unknown',
      evicts: config.get('maxmemory') !== '0' && config.get('maxmemory-policy') !== 'noeviction',
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'Unavailable') throw error
    // A Redis that is run by others may not show its settings; then the least is assumed.
    const info = String(await connection.ask('INFO', 'persistence'))
    return { appends: /^aof_enabled:1/m.test(info), sync: 'unknown', evicts: false }
  }
}

function requireVersion(info: RedisReply): void {
  const text = String(info)
  const valkey = /^valkey_version:(\d+)\.(\d+)/m.exec(text)
  const redis = /^redis_version:(\d+)\.(\d+)/m.exec(text)
  const [, major = '0', minor = '0'] = valkey ?? redis ?? []
  const enough = valkey !== null ? Number(major) >= 8 : Number(major) > 7 || (Number(major) === 7 && Number(minor) >= 2)
  if (!enough) throw new Error(`Rostrum needs Redis 7.2 or later, or Valkey 8 or later; this is ${major}.${minor}.`)
}

function pairs(reply: RedisReply): ReadonlyMap<string, string> {
  const flat = Array.isArray(reply) ? reply.map(String) : []
  return new Map(flat.flatMap((key, index) => (index % 2 === 0 ? [[key, flat[index + 1] ?? ''] as const] : [])))
}
