/** The place of Redis: one address, or the address that Sentinels name as the primary. */
import { createClient } from 'redis'
import { StorageUnavailableError } from './log-errors.ts'

/** With `sentinels` (`[user:password@]host:port`), the host of `url` is the name by which the Sentinels know the primary. */
export type RedisSource = { readonly url: string; readonly sentinels: readonly string[] }

/** The time limit, in milliseconds, for the answer of a Sentinel. */
const sentinelTimeout = 1_000

/** Returns the current address of the primary. The first Sentinel that knows it counts, because the connection checks its answer. */
export async function findPrimary({ url, sentinels }: RedisSource): Promise<string> {
  if (sentinels.length === 0) return url
  const { protocol, hostname } = new URL(url)
  try {
    const [host, port] = await Promise.any(sentinels.map((sentinel) => askSentinel(`${protocol}//${sentinel}`, hostname)))
    const primary = new URL(url)
    primary.hostname = host.includes(':') ? `[${host}]` : host
    primary.port = port
    return primary.href
  } catch (error) {
    const [cause] = error instanceof AggregateError ? error.errors : [error]
    throw new StorageUnavailableError('No Sentinel names the primary', { cause })
  }
}

async function askSentinel(url: string, name: string): Promise<readonly [host: string, port: string]> {
  const client = createClient({
    url,
    RESP: 2,
    maintNotifications: 'disabled',
    socket: { connectTimeout: sentinelTimeout, socketTimeout: sentinelTimeout, reconnectStrategy: false },
  })
  const failed = new Promise<never>((_, reject) => client.on('error', reject))
  try {
    const asking = client.connect().then(() => client.sendCommand(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name]))
    const reply: unknown = await Promise.race([asking, failed])
    if (!Array.isArray(reply)) throw new Error(`no primary has the name that ROSTRUM_REDIS_URL gives`)
    return [String(reply[0]), String(reply[1])]
  } finally {
    if (client.isOpen) client.destroy()
  }
}
