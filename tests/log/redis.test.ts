import { setTimeout } from 'node:timers/promises'
import type { Log } from '@rostrum/server/log/log'
import { RevisionConflictError, StorageUnavailableError } from '@rostrum/server/log/log-errors'
import { openRedisLog } from '@rostrum/server/log/redis'
import { RedisConnection } from '@rostrum/server/log/redis-connection'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
import { durableOptions, hasRedis, RedisServer } from '../support/redis-server.ts'
import { describeLog, watchLog } from './contract.ts'

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
  const getKey = (session: SessionId): string => `s:{${session}}:log`

  /** Writes the stream again with one entry changed, because Redis cannot change an entry in place. */
  const tamper = async (session: SessionId, revision: number, change: (entry: string) => string): Promise<void> => {
    const entries = (await command('XRANGE', getKey(session), '-', '+')) as [string, [string, string]][]
    await command('DEL', getKey(session))
    for (const [id, [field, entry]] of entries)
      await command('XADD', getKey(session), id, field, id === `${revision}-0` ? change(entry) : entry)
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

  test('reports its profile, and refuses a Redis that may lose data', async () => {
    const kinds = [
      [durableOptions, 'redis R1'],
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
      [...durableOptions, '--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'],
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

  test('gives a clear error when there is no Redis', async () => {
    const other = await RedisServer.start()
    await other.stop()
    await expect(openRedisLog(other.url, strict)).rejects.toMatchObject({
      name: 'StorageUnavailableError',
      message: 'Redis cannot be reached',
    })
  })

  test('two nodes on one Redis: each gets what the other appends, in one order', async () => {
    const session = toSessionId('two-nodes')
    const [one, two] = await Promise.all([openRedisLog(server.url, strict), openRedisLog(server.url, strict)])
    const [first, second] = [watchLog(one, session, 0), watchLog(two, session, 0)]
    const commits = makeCommitsAfter(null, 40)
    for (const [at, commit] of commits.entries()) await (at % 2 === 0 ? one : two).append(session, toRevision(at), [commit])
    await Promise.all([first.until(40), second.until(40)])
    expect(first.commits).toEqual(commits)
    expect(second.commits).toEqual(commits)
    for (const each of [first, second]) each.stop()
    await Promise.all([one.close(), two.close()])
  })

  test('G1: no confirmed commit is lost when Redis is killed, and followers continue without a gap', async () => {
    const session = toSessionId('killed')
    const log = await openRedisLog(server.url, strict)
    const seen = watchLog(log, session, 0)
    let confirmed = 0
    let last: ReturnType<typeof makeCommitsAfter>[number] | null = null
    for (let round = 0; round < 3; round += 1) {
      const until = confirmed + 200
      const killing = seen.until(confirmed + 60).then(async () => {
        await server.kill()
        await server.restart()
      })
      while (confirmed < until) {
        const [next] = makeCommitsAfter(last, 1)
        if (next === undefined) throw new Error('one was made')
        await appendPatiently(log, session, confirmed, next)
        confirmed = next.revision
        last = next
      }
      await killing
    }
    await seen.until(confirmed)
    expect(seen.commits).toEqual(makeCommitsAfter(null, confirmed))
    expect(await log.read(session, revisionZero)).toEqual(seen.commits)
    seen.stop()
    await log.close()
  })

  test('G12: without Redis an append fails as unavailable, in bounded time, and works again afterwards', async () => {
    const session = toSessionId('gone')
    const log = await openRedisLog(server.url, strict)
    const commits = makeCommitsAfter(null, 2)
    await log.append(session, revisionZero, commits.slice(0, 1))
    await server.kill()
    const began = performance.now()
    await expect(log.append(session, toRevision(1), commits.slice(1))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
    expect(performance.now() - began).toBeLessThan(6_000)
    await server.restart()
    const seen = watchLog(log, session, 0)
    await seen.until(1)
    await appendPatiently(log, session, 1, commits[1] ?? null)
    await seen.until(2)
    expect(seen.commits).toEqual(commits)
    seen.stop()
    await log.close()
  })

  test('an emptied, a trimmed and a replaced log are each detected, and no append builds on them', async () => {
    const harms: Record<string, (session: SessionId) => Promise<unknown>> = {
      emptied: (session) => command('DEL', getKey(session)),
      trimmed: (session) => command('XTRIM', getKey(session), 'MINID', '9-0'),
      replaced: async (session) => {
        await command('DEL', getKey(session))
        const other = await openRedisLog(server.url, strict)
        await other.append(session, revisionZero, makeCommitsAfter(null, 8, 'other'))
        await other.close()
      },
    }
    for (const [name, harm] of Object.entries(harms)) {
      const session = toSessionId(`harmed-${name}`)
      const log = await openRedisLog(server.url, strict)
      const commits = makeCommitsAfter(null, 9)
      await log.append(session, revisionZero, commits.slice(0, 8))
      const lost = new Promise<Error>((resolve) => log.follow(session, revisionZero, () => undefined, resolve))
      await watchLog(log, session, 0).until(8)
      await harm(session)
      expect(await lost, name).toMatchObject({ name: 'DamagedLogError' })
      await expect(log.append(session, toRevision(8), commits.slice(8)), name).rejects.toBeInstanceOf(Error)
      await log.close()
    }
  })

  test('[L3] a read whose reply is handled after newer commits were followed is no damage', async () => {
    const session = toSessionId('late-reply')
    const [log, other] = [await openRedisLog(server.url, strict), await openRedisLog(server.url, strict)]
    const commits = makeCommitsAfter(null, 4)
    await other.append(session, revisionZero, commits.slice(0, 2))
    const seen = watchLog(log, session, 0)
    await seen.until(2)
    // The reply to the read is held back until this node has followed what another one has appended since.
    const { send } = RedisConnection.prototype
    const spy = vi.spyOn(RedisConnection.prototype, 'send').mockImplementation(async function (this: RedisConnection, ...parts: string[]) {
      const reply = await send.apply(this, parts)
      if (parts[0] !== 'XRANGE' || !parts[2]?.startsWith('(')) return reply
      spy.mockRestore()
      await other.append(session, toRevision(2), commits.slice(2))
      await seen.until(4)
      return reply
    })
    expect(await log.read(session, revisionZero)).toEqual(commits.slice(0, 2))
    expect(await log.read(session, revisionZero)).toEqual(commits)
    seen.stop()
    await Promise.all([log.close(), other.close()])
  })

  test('works after the scripts of the server were flushed', async () => {
    const session = toSessionId('flushed-scripts')
    const log = await openRedisLog(server.url, strict)
    const commits = makeCommitsAfter(null, 2)
    await log.append(session, revisionZero, commits.slice(0, 1))
    await command('SCRIPT', 'FLUSH')
    await log.append(session, toRevision(1), commits.slice(1))
    expect(await log.read(session, revisionZero)).toEqual(commits)
    await log.close()
  })

  test('a Redis that hangs is unavailable in bounded time; a request made meanwhile takes effect at most once', async () => {
    const session = toSessionId('paused')
    const log = await openRedisLog(server.url, strict)
    const commits = makeCommitsAfter(null, 2)
    await log.append(session, revisionZero, commits.slice(0, 1))
    process.kill(server.pid, 'SIGSTOP')
    await expect(log.append(session, toRevision(1), commits.slice(1))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
    process.kill(server.pid, 'SIGCONT')
    await appendPatiently(log, session, 1, commits[1] ?? null)
    expect(await log.read(session, revisionZero)).toEqual(commits)
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

/** Like a session: after `StorageUnavailableError` it reads whether the commit is stored, and appends it again if not. */
async function appendPatiently(
  log: Log,
  session: SessionId,
  expected: number,
  commit: ReturnType<typeof makeCommitsAfter>[number] | null,
): Promise<void> {
  if (commit === null) return
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await log.append(session, toRevision(expected), [commit])
    } catch (error) {
      if (error instanceof RevisionConflictError) {
        const [stored] = await log.read(session, toRevision(expected))
        if (stored?.chain === commit.chain) return
        throw error
      }
      if (!(error instanceof StorageUnavailableError)) throw error
      await setTimeout(50) // a real outage: there is no event to wait for
    }
  }
  throw new Error('unavailable for too long')
}
