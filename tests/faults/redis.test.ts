/** Two nodes on one Redis under load, while all that can happen to a Redis happens to it. */
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { openRedisLog } from '@rostrum/server/log/redis'
import type { RedisSource } from '@rostrum/server/log/redis-source'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { describe, expect, test } from 'vitest'
import { checkLedgers, openSessionAndQueue } from '../support/ledger.ts'
import { RedisFailover, waitUntilWritable } from '../support/redis-failover.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { ServerProcess } from '../support/server-process.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'

const session = 'wsis-at-20' as SessionId

type Load = {
  /** Resolves when so many more commands were confirmed. */
  readonly write: (count: number) => Promise<void>
  readonly countConfirmed: () => number
}
type Strike = (load: Load) => Promise<void>

/** How long a fault lasts: longer than a node takes to say that it hears nothing. */
const faultTime = 2_500

/** Two nodes and six writers. After each fault they go on; in the end the log has what was confirmed, once. */
const playUnderLoad = async (
  variables: Readonly<Record<string, string>>,
  source: RedisSource,
  faults: Readonly<Record<string, Strike>>,
) => {
  const environment = { ...variables, ROSTRUM_DATA: tmpdir() }
  const [one, two] = [await ServerProcess.start(environment), await ServerProcess.start(environment)]
  try {
    const { clients, writers } = await openSessionAndQueue([one.server.url, two.server.url], one.links)
    const countConfirmed = () => writers.reduce((total, { ledger }) => total + ledger.filter((sent) => sent.confirmed !== null).length, 0)
    const write = async (count: number) => {
      const before = countConfirmed()
      await expect.poll(countConfirmed, { timeout: 40_000 }).toBeGreaterThanOrEqual(before + count)
    }
    const writing = writers.map((writer) => writer.write())
    for (const [name, strike] of Object.entries(faults)) {
      await write(30)
      await strike({ write, countConfirmed })
      await write(30).catch((cause: Error) => Promise.reject(new Error(`it did not go on after: ${name}`, { cause })))
    }
    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    const log = await openRedisLog(source, { volatile: false })
    const commits = await log.read(session, revisionZero)
    await log.close()
    const ledgers = writers.map(({ ledger }) => ledger)
    expect(checkLedgers(commits, ledgers)).toBeGreaterThanOrEqual(60 * Object.keys(faults).length)
    expect(commits.some(({ events }) => events.some(({ type }) => type === 'session.loss-recorded'))).toBe(false)
    for (const client of clients) client.close()
  } finally {
    await Promise.all([one.server.stop(), two.server.stop()])
  }
}

describe.runIf(hasRedis())('Redis under load', () => {
  test('[L81] over all faults of Redis, no command that two nodes confirmed is lost, and none takes effect twice', {
    timeout: 240_000,
  }, async () => {
    const redis = await RedisServer.start()
    const line = await TcpProxy.open(redis.port)
    const faults: Readonly<Record<string, Strike>> = {
      killed: async () => {
        await redis.kill()
        await redis.restart()
      },
      stopped: async () => {
        redis.pause()
        await wait(faultTime)
        redis.resume()
      },
      paused: async () => void (await redis.command('CLIENT', 'PAUSE', String(faultTime), 'ALL')),
      'half-open': async () => {
        line.stall()
        await wait(faultTime)
        line.resume()
      },
      slow: async ({ write }) => {
        line.delay = 60
        await write(20)
        line.delay = 0
      },
      'replaced by an older one': async ({ write }) => {
        await redis.kill()
        const copy = await redis.copyData()
        await redis.restart()
        await write(40)
        await redis.kill()
        await redis.replaceData(copy)
        await redis.restart()
      },
      flushed: async () => void (await redis.command('FLUSHALL')),
    }
    try {
      await playUnderLoad({ ROSTRUM_REDIS_URL: `redis://127.0.0.1:${line.port}` }, redis.source, faults)
    } finally {
      await line.close()
      await redis.stop()
    }
  })

  test('[L78] over a failover and the loss of the replica, nothing that two nodes confirmed is lost, and they go on by themselves', {
    timeout: 240_000,
  }, async () => {
    const pair = await RedisFailover.start(1)
    const { url, sentinels } = pair.source
    const faults: Readonly<Record<string, Strike>> = {
      'without the replica': async ({ countConfirmed }) => {
        await pair.replica.kill()
        await wait(faultTime)
        const alone = countConfirmed()
        await wait(faultTime)
        expect(countConfirmed(), 'nothing is confirmed by one alone').toBe(alone)
        await pair.replica.restart()
        await waitUntilWritable(pair.primary)
      },
      failover: async () => {
        await pair.primary.kill()
        await expect
          .poll(async () => String(await pair.replica.command('INFO', 'replication')), { timeout: 30_000 })
          .toContain('role:master')
        await pair.primary.restart()
      },
    }
    try {
      await playUnderLoad({ ROSTRUM_REDIS_URL: url, ROSTRUM_REDIS_SENTINELS: sentinels.join(',') }, pair.source, faults)
    } finally {
      await pair.stop()
    }
  })
})
