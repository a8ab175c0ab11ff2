import { openRedisLog } from '@rostrum/server/engine/log/redis'
import { RedisConnection } from '@rostrum/server/engine/log/redis-connection'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
import { appendPatiently, waitOutOutage } from '../support/log-outage.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { watchLog } from '../support/watch-log.ts'
import { describeLog } from './contract.ts'

const strict = { volatile: false }

describe.runIf(hasRedis())('redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await RedisServer.start()
  })
  afterAll(() => server.stop())

  const command = (...parts: string[]): Promise<unknown> => server.command(...parts)
  const getKey = (session: SessionId): string => `s:{${session}}:log`

  /** Writes the stream again with one changed entry, because Redis cannot change an entry in place. */
  const tamper = async (session: SessionId, revision: number, change: (entry: string) => string): Promise<void> => {
    const entries = (await command('XRANGE', getKey(session), '-', '+')) as [string, [string, string]][]
    await command('DEL', getKey(session))
    for (const [id, [field, entry]] of entries)
      await command('XADD', getKey(session), id, field, id === `${revision}-0` ? change(entry) : entry)
  }

  describeLog('redis', () => ({
    open: () => openRedisLog(server.source, strict),
    reopen: async (log) => {
      await server.kill()
      await server.restart()
      await log.close()
      return await openRedisLog(server.source, strict)
    },
    tamper,
  }))

  test('gives a clear error when there is no Redis', async () => {
    const other = await RedisServer.start()
    await other.stop()
    await expect(openRedisLog(other.source, strict)).rejects.toMatchObject({
      name: 'StorageUnavailableError',
      message: 'Redis cannot be reached',
    })
  })

  test('two nodes on one Redis: each gets the commits that the other appends, in one order', async () => {
    const session = toSessionId('two-nodes')
    const [one, two] = await Promise.all([openRedisLog(server.source, strict), openRedisLog(server.source, strict)])
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
    const log = await openRedisLog(server.source, strict)
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
    expect(await waitOutOutage(() => log.read(session, revisionZero))).toEqual(seen.commits)
    seen.stop()
    await log.close()
  })

  test('G12: without Redis an append fails as unavailable, in bounded time, and works again afterwards', async () => {
    const session = toSessionId('gone')
    const log = await openRedisLog(server.source, strict)
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

  test('[L3] a read is not damaged if its reply is handled after newer commits were followed', async () => {
    const session = toSessionId('late-reply')
    const [log, other] = [await openRedisLog(server.source, strict), await openRedisLog(server.source, strict)]
    const commits = makeCommitsAfter(null, 4)
    await other.append(session, revisionZero, commits.slice(0, 2))
    const seen = watchLog(log, session, 0)
    await seen.until(2)
    // The reply to the read is held back until this node has followed the newer commits of the other node.
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

  test('works after the server’s scripts were flushed', async () => {
    const session = toSessionId('flushed-scripts')
    const log = await openRedisLog(server.source, strict)
    const commits = makeCommitsAfter(null, 2)
    await log.append(session, revisionZero, commits.slice(0, 1))
    await command('SCRIPT', 'FLUSH')
    await log.append(session, toRevision(1), commits.slice(1))
    expect(await log.read(session, revisionZero)).toEqual(commits)
    await log.close()
  })

  test('a Redis that hangs is unavailable in bounded time; a request made meanwhile takes effect at most once', async () => {
    const session = toSessionId('paused')
    const log = await openRedisLog(server.source, strict)
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
