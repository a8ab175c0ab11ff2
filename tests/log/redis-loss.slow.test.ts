/** A Redis that comes back with less data, or with different data. */
import { StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import { openRedisLog } from '@rostrum/server/engine/log/redis'
import { RedisConnection } from '@rostrum/server/engine/log/redis-connection'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
import { appendPatiently, waitOutOutage } from '../support/log-outage.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { MemoryLogger } from '../support/session-harness.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'
import { watchLog } from '../support/watch-log.ts'

const strict = { volatile: false }

describe.runIf(hasRedis())('a Redis with less than before', () => {
  let server: RedisServer
  let session: ReturnType<typeof toSessionId>
  let count = 0
  beforeAll(async () => {
    server = await RedisServer.start()
  })
  afterAll(() => server.stop())
  beforeEach(() => {
    count += 1
    session = toSessionId(`less-${count}`)
  })
  const getKey = () => `s:{${session}}:log`
  /** Opens a node that appends these commits and follows the log, and collects everything that it hears. */
  const openNode = async (commits: ReturnType<typeof makeCommitsAfter>, since = 0) => {
    const logger = new MemoryLogger()
    const log = await openRedisLog(server.source, { ...strict, logger })
    if (commits.length > since) await log.append(session, toRevision(since), commits.slice(since))
    const silences: (Error | null)[] = []
    const seen = watchLog(log, session, 0, (silence) => void silences.push(silence))
    await seen.until(commits.length)
    return { log, logger, seen, silences, stop: () => log.close() }
  }
  const replaceBy = async (copy: string | null) => {
    await server.kill()
    await server.replaceData(copy)
    await server.restart()
  }
  /** Returns a copy of the data on disk after the first half. */
  const openHalfway = async () => {
    const commits = makeCommitsAfter(null, 8)
    const before = await openNode(commits.slice(0, 4))
    await before.stop()
    await server.kill()
    const copy = await server.copyData()
    await server.restart()
    return { commits, copy }
  }

  test('[L76] an older Redis gets the missing commits again, from each node as far as it has seen, as one history', async () => {
    const { commits, copy } = await openHalfway()
    const knowsSix = await openRedisLog(server.source, strict)
    await knowsSix.append(session, toRevision(4), commits.slice(4, 6))
    const seenSix = watchLog(knowsSix, session, 0)
    await seenSix.until(6)
    const knowsEight = await openNode(commits, 6)
    await seenSix.until(8)
    await replaceBy(copy)
    await expect.poll(() => server.command('XLEN', getKey()), { timeout: 15_000 }).toBe(8)
    // If the other node was faster, this one has noticed nothing.
    await expect.poll(() => knowsEight.silences.at(-1) ?? null, { timeout: 15_000 }).toBe(null)
    expect(knowsEight.silences.filter((silence) => silence !== null).length).toBeLessThanOrEqual(1)
    expect(await waitOutOutage(() => knowsEight.log.read(session, revisionZero))).toEqual(commits)
    const more = makeCommitsAfter(commits.at(-1) ?? null, 1)[0] ?? null
    await appendPatiently(knowsEight.log, session, 8, more)
    await seenSix.until(9)
    expect(seenSix.commits).toEqual([...commits, more])
    expect(await server.command('XLEN', getKey())).toBe(9)
    await Promise.all([knowsSix.close(), knowsEight.stop()])
  })

  test('[L76] a Redis that was flushed, or is empty, gets the whole log again', async () => {
    const harms = [() => server.command('FLUSHALL'), () => replaceBy(null), () => server.command('XTRIM', getKey(), 'MAXLEN', '0')]
    for (const [index, harm] of harms.entries()) {
      session = toSessionId(`emptied-${index}`)
      const commits = makeCommitsAfter(null, 1_200)
      const node = await openNode(commits)
      await harm()
      await expect.poll(() => server.command('XLEN', getKey()), { timeout: 15_000 }).toBe(1_200)
      await expect.poll(() => node.silences.at(-1), { timeout: 15_000 }).toBe(null)
      expect(await waitOutOutage(() => node.log.read(session, revisionZero))).toEqual(commits)
      await node.stop()
    }
  })

  test('[L77] another history is never accepted silently: the follower learns which confirmed commits are lost', async () => {
    const { commits, copy } = await openHalfway()
    const node = await openNode(commits, 4)
    // A node that has seen nothing of the rest continues from the older state.
    const other = makeCommitsAfter(commits[3] ?? null, 6, 'other')
    const elsewhere = await RedisServer.start()
    await elsewhere.kill()
    await elsewhere.replaceData(copy)
    await elsewhere.restart()
    const fresh = await openRedisLog(elsewhere.source, strict)
    await fresh.append(session, toRevision(4), other)
    await fresh.close()
    await elsewhere.kill()
    await replaceBy(await elsewhere.copyData())
    await elsewhere.stop()
    expect(await node.seen.lost).toMatchObject({ name: 'LostCommitsError', after: 4, seen: { revision: 8, chain: commits[7]?.chain } })
    const appending = waitOutOutage(() => node.log.append(session, toRevision(8), makeCommitsAfter(commits[7] ?? null, 1)))
    await expect(appending).rejects.toThrow('is not chained to the one before it')
    expect(await waitOutOutage(() => node.log.read(session, revisionZero))).toEqual([...commits.slice(0, 4), ...other])
    await node.stop()
  })

  test('[L76] then nobody, noticing or not, writes anything new until the node that has seen most has come back', async () => {
    const { commits, copy } = await openHalfway()
    const lines = [await TcpProxy.open(server.port), await TcpProxy.open(server.port)] as const
    const [knowsSix, knowsEight] = await Promise.all(
      lines.map(({ port }) => openRedisLog({ ...server.source, url: `redis://127.0.0.1:${port}` }, strict)),
    )
    if (!knowsSix || !knowsEight) throw new Error('two nodes were opened')
    await knowsEight.append(session, toRevision(4), commits.slice(4, 6))
    const [seenSix, seenEight] = [watchLog(knowsSix, session, 0), watchLog(knowsEight, session, 0)]
    await Promise.all([seenSix.until(6), seenEight.until(6)])
    lines[0].cut()
    await knowsEight.append(session, toRevision(6), commits.slice(6))
    lines[1].cut()
    await replaceBy(copy)
    lines[0].resume()
    await expect.poll(() => server.command('XLEN', getKey()), { timeout: 15_000 }).toBe(6)
    const fresh = await openRedisLog(server.source, strict)
    const other = makeCommitsAfter(commits[5] ?? null, 1, 'other')
    expect(await fresh.read(session, revisionZero)).toEqual(commits.slice(0, 6))
    for (const log of [fresh, knowsSix])
      await expect(log.append(session, toRevision(6), other)).rejects.toMatchObject({ name: 'StorageUnavailableError' })
    lines[1].resume()
    await seenSix.until(8)
    expect(seenSix.commits).toEqual(commits)
    await expect(waitOutOutage(() => fresh.append(session, toRevision(6), other))).rejects.toMatchObject({ name: 'RevisionConflictError' })
    const [more = null] = makeCommitsAfter(commits.at(-1) ?? null, 1)
    await appendPatiently(knowsSix, session, 8, more)
    await Promise.all([knowsSix, knowsEight, fresh].map((log) => log.close()))
    await Promise.all(lines.map((line) => line.close()))
  })

  /** Holds back the next read of the following connection. When `release` is called, the read fails as if the line had been cut. */
  const holdTail = async () => {
    const { send } = RedisConnection.prototype
    return await new Promise<() => void>((resolve) => {
      const spy = vi.spyOn(RedisConnection.prototype, 'send').mockImplementation(async function (
        this: RedisConnection,
        ...parts: string[]
      ) {
        if (parts[0] !== 'XREAD') return await send.apply(this, parts)
        await new Promise<void>((release) => resolve(release))
        spy.mockRestore()
        throw new StorageUnavailableError('cut')
      })
    })
  }

  /** Opens a node that has appended the second half. Redis loses this half before the node has followed it. */
  const loseUnfollowed = async () => {
    const { commits, copy } = await openHalfway()
    const node = await openNode(commits.slice(0, 4), 4)
    const release = await holdTail()
    await node.log.append(session, toRevision(4), commits.slice(4))
    await replaceBy(copy)
    return { commits, node, release }
  }

  test('[L76] commits that a node has appended but not yet followed are appended again too', async () => {
    const { commits, node, release } = await loseUnfollowed()
    release()
    await expect.poll(() => server.command('XLEN', getKey()), { timeout: 15_000 }).toBe(8)
    await node.seen.until(8)
    expect(node.seen.commits).toEqual(commits)
    await node.stop()
  })

  test('[L77] commits that a node has appended but not yet followed are not lost silently either', async () => {
    const { commits, node, release } = await loseUnfollowed()
    // Another node, which has seen none of these commits, continues to write.
    const other = await openRedisLog(server.source, strict)
    await other.append(session, toRevision(4), makeCommitsAfter(commits[3] ?? null, 2, 'other'))
    release()
    expect(await node.seen.lost).toMatchObject({ name: 'LostCommitsError', after: 4, seen: { revision: 8, chain: commits[7]?.chain } })
    await Promise.all([node.stop(), other.close()])
  })

  test('[L77] a log without its beginning is damaged, even for a node that has seen it whole; nothing is appended', async () => {
    const commits = makeCommitsAfter(null, 9)
    const node = await openNode(commits.slice(0, 8))
    await server.command('XTRIM', getKey(), 'MINID', '3-0')
    await expect(node.log.append(session, toRevision(8), commits.slice(8))).rejects.toMatchObject({ name: 'DamagedLogError' })
    expect(await node.seen.lost).toMatchObject({ name: 'DamagedLogError' })
    await node.stop()
  })

  test('[L77] a session that was deleted on purpose stays deleted', async () => {
    const node = await openNode(makeCommitsAfter(null, 5))
    await node.log.read(session, revisionZero)
    const other = await openRedisLog(server.source, strict)
    await other.delete(session)
    expect(await node.seen.lost).toMatchObject({ name: 'DeletedLogError' })
    expect(await server.command('EXISTS', getKey())).toBe(0)
    await Promise.all([node.stop(), other.close()])
  })
})
