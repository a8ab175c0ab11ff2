import { setTimeout } from 'node:timers/promises'
import type { Log } from '@rostrum/server/log/log'
import { openRedisLog } from '@rostrum/server/log/redis'
import { noRevision, type SessionId } from '@rostrum/shared/contract/ids'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitsAfter, revisionOf, sessionOf } from '../support/commits.ts'
import { durable, hasRedis, RedisServer } from '../support/redis-server.ts'
import { describeLog, watch } from './contract.ts'

const strict = { volatile: false }

describe.runIf(hasRedis())('redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await RedisServer.start()
  })
  afterAll(() => server.stop())

  const command = async (...parts: string[]): Promise<unknown> => {
    const client = createClient({ url: server.url, RESP: 2 })
    await client.connect()
    try {
      return await client.sendCommand(parts)
    } finally {
      client.destroy()
    }
  }
  const keyOf = (session: SessionId): string => `s:{${session}}:log`

  /** Writes the stream again with one entry changed: nothing in Redis can be changed in place. */
  const tamper = async (session: SessionId, revision: number, change: (entry: string) => string): Promise<void> => {
    const entries = (await command('XRANGE', keyOf(session), '-', '+')) as [string, [string, string]][]
    await command('DEL', keyOf(session))
    for (const [id, [field, entry]] of entries)
      await command('XADD', keyOf(session), id, field, id === `${revision}-0` ? change(entry) : entry)
  }

  describeLog('redis', () => ({
    open: () => openRedisLog(server.url, strict),
    reopen: async (log) => {
      await server.kill()
      await server.restart()
      await log.close()
      return await openRedisLog(server.url, strict)
    },
    tamper,
  }))

  test('names its profile, and refuses a Redis that forgets', async () => {
    const kinds = [
      [durable, 'redis R1'],
      [['--appendonly', 'yes', '--appendfsync', 'everysec'], 'redis R3 (reduced)'],
    ] as const
    for (const [options, profile] of kinds) {
      await withServer(options, async ({ url }) => {
        const log = await openRedisLog(url, strict)
        expect(log.profile).toBe(profile)
        await log.close()
      })
    }
    const forgetful = [
      ['--appendonly', 'no'],
      ['--appendonly', 'yes', '--appendfsync', 'no'],
      [...durable, '--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'],
    ]
    for (const options of forgetful) {
      await withServer(options, async ({ url }) => {
        await expect(openRedisLog(url, strict)).rejects.toThrow(/could be lost/)
        const log = await openRedisLog(url, { volatile: true })
        expect(log.profile).toBe('redis volatile')
        await log.close()
      })
    }
  })

  test('says plainly when there is no Redis', async () => {
    const other = await RedisServer.start()
    await other.stop()
    await expect(openRedisLog(other.url, strict)).rejects.toMatchObject({ name: 'Unavailable', message: 'Redis cannot be reached' })
  })

  test('two nodes on one Redis: each sees what the other appends, in one order', async () => {
    const session = sessionOf('two-nodes')
    const [one, two] = await Promise.all([openRedisLog(server.url, strict), openRedisLog(server.url, strict)])
    const [first, second] = [watch(one, session, 0), watch(two, session, 0)]
    const commits = commitsAfter(null, 40)
    for (const [at, commit] of commits.entries()) await (at % 2 === 0 ? one : two).append(session, revisionOf(at), [commit])
    await Promise.all([first.until(40), second.until(40)])
    expect(first.commits).toEqual(commits)
    expect(second.commits).toEqual(commits)
    for (const each of [first, second]) each.stop()
    await Promise.all([one.close(), two.close()])
  })

  test('G1: nothing confirmed is lost when Redis is killed in the middle, and followers go on without a hole', async () => {
    const session = sessionOf('killed')
    const log = await openRedisLog(server.url, strict)
    const seen = watch(log, session, 0)
    let confirmed = 0
    let last: ReturnType<typeof commitsAfter>[number] | null = null
    for (let round = 0; round < 3; round += 1) {
      const until = confirmed + 200
      const killing = seen.until(confirmed + 60).then(async () => {
        await server.kill()
        await server.restart()
      })
      while (confirmed < until) {
        const [next] = commitsAfter(last, 1)
        if (next === undefined) throw new Error('one was made')
        await appendPatiently(log, session, confirmed, next)
        confirmed = next.revision
        last = next
      }
      await killing
    }
    await seen.until(confirmed)
    expect(seen.commits).toEqual(commitsAfter(null, confirmed))
    expect(await log.read(session, noRevision)).toEqual(seen.commits)
    seen.stop()
    await log.close()
  })

  test('G12: without Redis an append says that it is unavailable, in bounded time, and works again afterwards', async () => {
    const session = sessionOf('gone')
    const log = await openRedisLog(server.url, strict)
    const commits = commitsAfter(null, 2)
    await log.append(session, noRevision, commits.slice(0, 1))
    await server.kill()
    const began = performance.now()
    await expect(log.append(session, revisionOf(1), commits.slice(1))).rejects.toMatchObject({ name: 'Unavailable' })
    expect(performance.now() - began).toBeLessThan(6_000)
    await server.restart()
    const seen = watch(log, session, 0)
    await seen.until(1)
    await appendPatiently(log, session, 1, commits[1] ?? null)
    await seen.until(2)
    expect(seen.commits).toEqual(commits)
    seen.stop()
    await log.close()
  })

  test('an emptied, a trimmed and a replaced log are each found, and nobody builds on them', async () => {
    const harms: Record<string, (session: SessionId) => Promise<unknown>> = {
      emptied: (session) => command('DEL', keyOf(session)),
      trimmed: (session) => command('XTRIM', keyOf(session), 'MINID', '9-0'),
      replaced: async (session) => {
        await command('DEL', keyOf(session))
        const other = await openRedisLog(server.url, strict)
        await other.append(session, noRevision, commitsAfter(null, 8, 'other'))
        await other.close()
      },
    }
    for (const [name, harm] of Object.entries(harms)) {
      const session = sessionOf(`harmed-${name}`)
      const log = await openRedisLog(server.url, strict)
      const commits = commitsAfter(null, 9)
      await log.append(session, noRevision, commits.slice(0, 8))
      const lost = new Promise<Error>((resolve) => log.follow(session, noRevision, () => undefined, resolve))
      await watch(log, session, 0).until(8)
      await harm(session)
      expect(await lost, name).toMatchObject({ name: 'Damaged' })
      await expect(log.append(session, revisionOf(8), commits.slice(8)), name).rejects.toBeInstanceOf(Error)
      await log.close()
    }
  })

  test('works after the scripts of the server were flushed', async () => {
    const session = sessionOf('flushed-scripts')
    const log = await openRedisLog(server.url, strict)
    const commits = commitsAfter(null, 2)
    await log.append(session, noRevision, commits.slice(0, 1))
    await command('SCRIPT', 'FLUSH')
    await log.append(session, revisionOf(1), commits.slice(1))
    expect(await log.read(session, noRevision)).toEqual(commits)
    await log.close()
  })

  test('a Redis that hangs is Unavailable in bounded time; what was asked meanwhile takes effect at most once', async () => {
    const session = sessionOf('paused')
    const log = await openRedisLog(server.url, strict)
    const commits = commitsAfter(null, 2)
    await log.append(session, noRevision, commits.slice(0, 1))
    process.kill(server.pid, 'SIGSTOP')
    await expect(log.append(session, revisionOf(1), commits.slice(1))).rejects.toMatchObject({ name: 'Unavailable' })
    process.kill(server.pid, 'SIGCONT')
    await appendPatiently(log, session, 1, commits[1] ?? null)
    expect(await log.read(session, noRevision)).toEqual(commits)
    await log.close()
  }, 30_000)
})

async function withServer(options: readonly string[], use: (server: RedisServer) => Promise<void>): Promise<void> {
  const server = await RedisServer.start(options)
  try {
    await use(server)
  } finally {
    await server.stop()
  }
}

/** As a session does it: after `Unavailable` it looks whether the commit is there, and appends it again where it is not. */
async function appendPatiently(
  log: Log,
  session: SessionId,
  expected: number,
  commit: ReturnType<typeof commitsAfter>[number] | null,
): Promise<void> {
  if (commit === null) return
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await log.append(session, revisionOf(expected), [commit])
    } catch (error) {
      if (!(error instanceof Error) || (error.name !== 'Unavailable' && error.name !== 'Conflict')) throw error
      if (error.name === 'Conflict') {
        const [stored] = await log.read(session, revisionOf(expected))
        if (stored?.chain === commit.chain) return
        throw error
      }
      await setTimeout(50) // a real outage: there is no event to wait for
    }
  }
  throw new Error('unavailable for too long')
}
