/** Two nodes on one Redis under load, during every fault that a Redis can have. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RedisSource } from '@rostrum/server/engine/log/redis-source'
import { streamKey } from '@rostrum/server/engine/log/redis-stream'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { checkLedger, replayCommits } from '../support/ledger/check-ledger.ts'
import { waitForScreens } from '../support/ledger/check-screens.ts'
import { readLedger } from '../support/ledger/ledger-file.ts'
import { Load } from '../support/ledger/load.ts'
import { readStored } from '../support/ledger/read-stored.ts'
import { RedisFailover, waitUntilWritable } from '../support/redis-failover.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { ServerProcess } from '../support/server-process.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'

const session = 'wsis-at-20' as SessionId

type Strike = (load: Load) => Promise<void>

/** How long a fault lasts. A node notices sooner that it hears nothing. */
const faultTime = 2_500

/**
 * Runs two nodes with people on each. They go on after each fault. At the end every confirmed command is in the log once, and the screens
 * show it.
 */
const playUnderLoad = async (
  variables: Readonly<Record<string, string>>,
  source: RedisSource,
  faults: Readonly<Record<string, Strike>>,
) => {
  const environment = { ...variables, ROSTRUM_DATA: tmpdir() }
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'))
  const [one, two] = [await ServerProcess.start(environment), await ServerProcess.start(environment)]
  try {
    const load = await Load.start({ urls: [one.server.url, two.server.url], links: one.links, folder })
    for (const [name, strike] of Object.entries(faults)) {
      await confirmMore(load, 30, `before: ${name}`)
      await strike(load)
      await confirmMore(load, 30, `it goes on after: ${name}`)
    }
    await load.stop()
    const storage = { data: tmpdir(), redisUrl: source.url, redisSentinels: source.sentinels, redisVolatile: false }
    const stored = await readStored(storage, session)
    expect(checkLedger(readLedger(folder), stored)).toEqual([])
    expect(await waitForScreens(load.clients, replayCommits(stored.commits))).toEqual([])
    expect(load.confirmed).toBeGreaterThanOrEqual(60 * Object.keys(faults).length)
    expect(stored.commits.some(({ events }) => events.some(({ type }) => type === 'session.loss-recorded'))).toBe(false)
    load.close()
  } finally {
    await Promise.all([one.server.stop(), two.server.stop()])
    await rm(folder, { recursive: true })
  }
}

/** Waits for `count` further confirmed commands. */
const confirmMore = async (load: Load, count: number, message: string): Promise<void> => {
  const wanted = load.confirmed + count
  await expect.poll(() => load.confirmed, { timeout: 40_000, message }).toBeGreaterThanOrEqual(wanted)
}

describe.runIf(hasRedis())('Redis under load', () => {
  test('[L81] during all faults of Redis, no command that two nodes confirmed is lost, and none takes effect twice', {
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
      slow: async (load) => {
        line.delay = 60
        await load.waitForConfirmed(20)
        line.delay = 0
      },
      'replaced by an older one': async (load) => {
        await redis.kill()
        const copy = await redis.copyData()
        await redis.restart()
        await load.waitForConfirmed(40)
        await redis.kill()
        await redis.replaceData(copy)
        await redis.restart()
      },
      // Only the log is deleted. Data about people, such as their links, is in no node and must be kept.
      'without its log': async () => void (await redis.command('DEL', streamKey(session))),
    }
    try {
      await playUnderLoad({ ROSTRUM_REDIS_URL: `redis://127.0.0.1:${line.port}` }, redis.source, faults)
    } finally {
      await line.close()
      await redis.stop()
    }
  })

  test('[L78] during a failover and the loss of the replica, two nodes lose nothing confirmed, and recover automatically', {
    timeout: 240_000,
  }, async () => {
    const pair = await RedisFailover.start(1)
    const { url, sentinels } = pair.source
    const faults: Readonly<Record<string, Strike>> = {
      'without the replica': async (load) => {
        await pair.replica.kill()
        await wait(faultTime)
        const alone = load.confirmed
        await wait(faultTime)
        expect(load.confirmed, 'nothing is confirmed by one alone').toBe(alone)
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
