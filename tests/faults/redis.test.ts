/** Two nodes on one Redis under load, while all that can happen to a Redis happens to it. */
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { openRedisLog } from '@rostrum/server/log/redis'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { describe, expect, test } from 'vitest'
import { checkLedgers, openSessionAndQueue } from '../support/ledger.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { ServerProcess } from '../support/server-process.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'

const session = 'wsis-at-20' as SessionId

type Stage = { readonly redis: RedisServer; readonly line: TcpProxy; write(count: number): Promise<void> }

/** How long a fault lasts: longer than a node takes to say that it hears nothing. */
const faultTime = 2_500

const faults: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  killed: async ({ redis }) => {
    await redis.kill()
    await redis.restart()
  },
  stopped: async ({ redis }) => {
    redis.pause()
    await wait(faultTime)
    redis.resume()
  },
  paused: async ({ redis }) => void (await redis.command('CLIENT', 'PAUSE', String(faultTime), 'ALL')),
  'half-open': async ({ line }) => {
    line.stall()
    await wait(faultTime)
    line.resume()
  },
  slow: async ({ line, write }) => {
    line.delay = 60
    await write(20)
    line.delay = 0
  },
  'replaced by an older one': async ({ redis, write }) => {
    await redis.kill()
    const copy = await redis.copyData()
    await redis.restart()
    await write(40)
    await redis.kill()
    await redis.replaceData(copy)
    await redis.restart()
  },
  flushed: async ({ redis }) => void (await redis.command('FLUSHALL')),
}

describe.runIf(hasRedis())('Redis under load', () => {
  test('[L81] over all faults of Redis, no command that two nodes confirmed is lost, and none takes effect twice', {
    timeout: 240_000,
  }, async () => {
    const redis = await RedisServer.start()
    const line = await TcpProxy.open(redis.port)
    const environment = { ROSTRUM_REDIS_URL: `redis://127.0.0.1:${line.port}`, ROSTRUM_DATA: tmpdir() }
    const nodes = [await ServerProcess.start(environment), await ServerProcess.start(environment)]
    try {
      const [first] = nodes
      if (first === undefined) throw new Error('one was started')
      const urls = nodes.map(({ server }) => server.url)
      const { clients, writers } = await openSessionAndQueue(urls, first.links)
      const countConfirmed = () => writers.reduce((total, { ledger }) => total + ledger.filter((one) => one.confirmed !== null).length, 0)
      const write = async (count: number) => {
        const before = countConfirmed()
        await expect.poll(countConfirmed, { timeout: 30_000 }).toBeGreaterThanOrEqual(before + count)
      }
      const writing = writers.map((writer) => writer.write())
      for (const [name, strike] of Object.entries(faults)) {
        await write(30)
        await strike({ redis, line, write })
        await write(30).catch((error: Error) => Promise.reject(new Error(`it did not go on after: ${name}`, { cause: error })))
      }
      for (const writer of writers) writer.stop()
      await Promise.all(writing)
      const log = await openRedisLog(redis.source, { volatile: false })
      const commits = await log.read(session, revisionZero)
      await log.close()
      expect(
        checkLedgers(
          commits,
          writers.map(({ ledger }) => ledger),
        ),
      ).toBeGreaterThan(300)
      expect(commits.some(({ events }) => events.some(({ type }) => type === 'session.loss-recorded'))).toBe(false)
      for (const client of clients) client.close()
    } finally {
      for (const { server } of nodes) await server.stop()
      await line.close()
      await redis.stop()
    }
  })
})
