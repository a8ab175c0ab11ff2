/** A primary, a replica with the same options, and Sentinels that promote it, on free ports of this machine. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RedisSource } from '@rostrum/server/engine/log/redis-source'
import { createClient } from 'redis'
import { vi } from 'vitest'
import { freePort } from './free-port.ts'
import { durableOptions, RedisServer, spawnRedis, waitUntilReady } from './redis-server.ts'

const name = 'rostrum'
const pairOptions = [...durableOptions, '--min-replicas-to-write', '1', '--min-replicas-max-lag', '3', '--repl-diskless-sync-delay', '0']

export class RedisFailover {
  /** The primary at the start. */
  readonly primary: RedisServer
  readonly replica: RedisServer
  readonly source: RedisSource
  readonly #sentinels: readonly ChildProcess[]
  readonly #folder: string

  private constructor(
    pair: readonly [RedisServer, RedisServer],
    sentinels: readonly ChildProcess[],
    ports: readonly number[],
    folder: string,
  ) {
    this.primary = pair[0]
    this.replica = pair[1]
    this.source = { url: `redis://${name}`, sentinels: ports.map((port) => `127.0.0.1:${port}`) }
    this.#sentinels = sentinels
    this.#folder = folder
  }

  static async start(sentinelCount = 3): Promise<RedisFailover> {
    const primary = await RedisServer.start(pairOptions)
    const replica = await RedisServer.start([...pairOptions, '--replicaof', '127.0.0.1', String(primary.port)])
    await waitUntilWritable(primary)
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-sentinels-'))
    const ports = await Promise.all(Array.from({ length: sentinelCount }, () => freePort()))
    const sentinels = await Promise.all(
      ports.map(async (port) => {
        const file = join(folder, `${port}.conf`)
        const quorum = Math.floor(sentinelCount / 2) + 1
        const lines = [
          `port ${port}`,
          'bind 127.0.0.1',
          `dir ${folder}`,
          `sentinel monitor ${name} 127.0.0.1 ${primary.port} ${quorum}`,
          `sentinel down-after-milliseconds ${name} 1000`,
          `sentinel failover-timeout ${name} 5000`,
        ]
        await writeFile(file, `${lines.join('\n')}\n`)
        const child = spawnRedis([file, '--sentinel'])
        await waitUntilReady(child, /\+monitor master/)
        return child
      }),
    )
    await waitUntilKnown(ports)
    return new RedisFailover([primary, replica], sentinels, ports, folder)
  }

  async stop(): Promise<void> {
    for (const sentinel of this.#sentinels) {
      const gone = once(sentinel, 'exit')
      sentinel.kill('SIGKILL')
      await gone
    }
    await Promise.all([this.primary.stop(), this.replica.stop()])
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Resolves when this server is a primary with a replica that is in step. */
export const waitUntilWritable = (server: RedisServer): Promise<unknown> =>
  vi.waitUntil(async () => /^min_slaves_good_slaves:[1-9]/m.test(String(await server.command('INFO', 'replication'))), { timeout: 30_000 })

/** Resolves when every Sentinel knows the replica and the other Sentinels. Without this, no replica is promoted. */
async function waitUntilKnown(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const client = createClient({ url: `redis://127.0.0.1:${port}`, RESP: 2 })
    await client.connect()
    const count = async (what: string) => ((await client.sendCommand(['SENTINEL', what, name])) as unknown[]).length
    const isKnown = async () => (await count('REPLICAS')) === 1 && (await count('SENTINELS')) === ports.length - 1
    await vi.waitUntil(isKnown, { timeout: 30_000 })
    client.destroy()
  }
}
