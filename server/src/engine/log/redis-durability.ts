/**
 * Asks Redis what it promises, on every new connection: settings may have changed with a restart or a failover. Promises that come from
 * settings are also confirmed for each write. So a setting that is changed later costs time, but no confirmed action.
 */
import type { Logger } from '../telemetry/logger.ts'
import { StorageUnavailableError } from './log-errors.ts'
import type { RedisReply, RedisSend } from './redis-reply.ts'
import type { RedisSource } from './redis-source.ts'

export type RedisProfile = 'redis R1' | 'redis R2' | 'redis R3 (reduced)' | 'redis volatile'

/** The number of copies that must have flushed a write before it is confirmed: this Redis, and its replicas. */
export type Confirmation = { readonly local: 0 | 1; readonly replicas: number }

export type DurabilityOptions = {
  /** Whether a Redis that may lose confirmed data is allowed. */
  readonly volatile: boolean
  /** Logs every change of the promise. */
  readonly logger?: Pick<Logger, 'warn' | 'error'> | undefined
}

export class RedisDurability {
  readonly #options: DurabilityOptions
  readonly #fails: boolean
  #profile: RedisProfile | null = null
  #refused: string | null = null

  constructor({ sentinels }: RedisSource, options: DurabilityOptions) {
    this.#options = options
    this.#fails = sentinels.length > 0
  }

  /** The promise of the Redis in use, as of the last check. */
  get profile(): RedisProfile {
    return this.#profile ?? 'redis volatile'
  }

  /** Rejects if this Redis could lose confirmed data, unless that is allowed. */
  async check(send: RedisSend): Promise<Confirmation> {
    try {
      const { profile, confirmation } = await this.#ask(send)
      if (this.#profile !== null && this.#profile !== profile)
        this.#options.logger?.warn({ before: this.#profile, now: profile }, 'what Redis promises has changed')
      this.#profile = profile
      this.#refused = null
      return confirmation
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const isAnswer = !(error instanceof StorageUnavailableError)
      if (this.#profile !== null && isAnswer && reason !== this.#refused)
        this.#options.logger?.error({ reason }, 'this Redis is not used; commands are refused until it is right')
      if (isAnswer) this.#refused = reason
      throw error
    }
  }

  async #ask(send: RedisSend): Promise<{ readonly profile: RedisProfile; readonly confirmation: Confirmation }> {
    requireVersion(await send('INFO', 'server'))
    const replication = String(await send('INFO', 'replication'))
    if (!/^role:master/m.test(replication)) throw new StorageUnavailableError('this Redis is a replica, not a primary')
    const settings = await readSettings(send)
    const lossRisk = findLossRisk(settings, Number(/^connected_slaves:(\d+)/m.exec(replication)?.[1] ?? 0), this.#fails)
    if (lossRisk !== null) {
      if (this.#options.volatile) return { profile: 'redis volatile', confirmation: { local: 0, replicas: 0 } }
      throw new Error(
        `This Redis ${lossRisk}, so confirmed actions could be lost. ${settings.appends && !settings.evicts && settings.sync !== 'no' ? 'See "Redis" in docs/operating.md' : 'Set "appendonly yes", "appendfsync always" and "maxmemory-policy noeviction"'}; or, to try things out, set ROSTRUM_REDIS_VOLATILE=yes.`,
      )
    }
    const isFlushed = isFlushedFirst(settings)
    const replicas = isFlushed ? settings.replicas : 0
    const profile = !isFlushed ? 'redis R3 (reduced)' : replicas > 0 ? 'redis R2' : 'redis R1'
    return { profile, confirmation: { local: isFlushed ? 1 : 0, replicas } }
  }
}

type Settings = {
  readonly appends: boolean
  readonly sync: string
  /** Whether Redis also flushes while the append-only file is rewritten. */
  readonly flushesInRewrite: boolean
  readonly evicts: boolean
  /** The number of replicas without which Redis refuses to write. */
  readonly replicas: number
}

const isFlushedFirst = ({ sync, flushesInRewrite }: Settings): boolean => sync === 'always' && flushesInRewrite

/** `fails`: another Redis may take over from this one. */
function findLossRisk(settings: Settings, connectedReplicas: number, fails: boolean): string | null {
  const { appends, sync, evicts, replicas } = settings
  if (!appends) return 'keeps no append-only file'
  if (sync === 'no') return 'leaves flushing to the operating system'
  if (evicts) return 'may evict keys when memory is short'
  if (fails && replicas === 0) return 'is behind Sentinels and writes without a replica ("min-replicas-to-write 0")'
  if (fails && !isFlushedFirst(settings)) return 'is behind Sentinels and answers before it has flushed'
  // A replica that did not confirm could be promoted, and would not have the write.
  return replicas > 0 && connectedReplicas > replicas ? 'has more replicas than "min-replicas-to-write" says' : null
}

async function readSettings(send: RedisSend): Promise<Settings> {
  try {
    const config = parsePairs(await send('CONFIG', 'GET', 'append*', 'maxmemory*', 'no-appendfsync-on-rewrite', 'min-replicas-to-write'))
    return {
      appends: config.get('appendonly') === 'yes',
      sync: config.get('appendfsync') ?? 'unknown',
      flushesInRewrite: config.get('no-appendfsync-on-rewrite') === 'no',
      evicts: config.get('maxmemory') !== '0' && config.get('maxmemory-policy') !== 'noeviction',
      replicas: Number(config.get('min-replicas-to-write') ?? 0),
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof StorageUnavailableError) throw error
    // A hosted Redis may not show its settings. In that case the weakest promise is assumed.
    const info = String(await send('INFO', 'persistence'))
    return { appends: /^aof_enabled:1/m.test(info), sync: 'unknown', flushesInRewrite: false, evicts: false, replicas: 0 }
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
