/** R2: a primary and a replica that both hold every confirmed commit, and Sentinels that promote the replica. */
import { openRedisLog } from '@rostrum/server/engine/log/redis'
import type { Commit } from '@rostrum/shared/contract/registry'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
import { appendPatiently, waitOutOutage } from '../support/log-outage.ts'
import { RedisFailover, waitUntilWritable } from '../support/redis-failover.ts'
import { hasRedis } from '../support/redis-server.ts'
import { watchLog } from '../support/watch-log.ts'

const strict = { volatile: false }

describe.runIf(hasRedis())('R2', () => {
  let both: RedisFailover
  beforeAll(async () => {
    both = await RedisFailover.start()
  })
  afterAll(() => both.stop())

  test('[L75] a commit is confirmed as soon as primary and replica have flushed it', async () => {
    const session = toSessionId('quick')
    const log = await openRedisLog(both.source, strict)
    expect(log.profile).toBe('redis R2')
    const commits = makeCommitsAfter(null, 40)
    const times: number[] = []
    for (const [at, commit] of commits.entries()) {
      const began = performance.now()
      await log.append(session, toRevision(at), [commit])
      times.push(performance.now() - began)
    }
    // A replica that is asked too early answers only once a second.
    expect(times.sort((a, b) => a - b)[20]).toBeLessThan(100)
    await log.close()
  })

  test('[L75] a commit that the replica does not hold is not confirmed, and nobody sees it until the replica holds it', async () => {
    const session = toSessionId('in-doubt')
    const [log, other] = [await openRedisLog(both.source, strict), await openRedisLog(both.source, strict)]
    const commits = makeCommitsAfter(null, 3)
    await log.append(session, revisionZero, commits.slice(0, 1))
    const seen = watchLog(other, session, 0)
    await seen.until(1)
    both.replica.pause()
    await expect(log.append(session, toRevision(1), commits.slice(1, 2))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
    // The commit is stored, but may still disappear. So it is neither followed nor read.
    expect(await both.primary.command('XLEN', `s:{${session}}:log`)).toBe(2)
    await expect(other.read(session, toRevision(1))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
    expect(seen.commits).toEqual(commits.slice(0, 1))
    both.replica.resume()
    await seen.until(2)
    await appendPatiently(log, session, 1, commits[1] ?? null)
    await appendPatiently(log, session, 2, commits[2] ?? null)
    await seen.until(3)
    expect(seen.commits).toEqual(commits)
    await Promise.all([log.close(), other.close()])
  }, 60_000)

  test('[L75] without the replica nothing is confirmed; when it is back, everything continues without a restart', async () => {
    const session = toSessionId('alone')
    const log = await openRedisLog(both.source, strict)
    const commits = makeCommitsAfter(null, 2)
    await log.append(session, revisionZero, commits.slice(0, 1))
    await both.replica.kill()
    const began = performance.now()
    await expect(log.append(session, toRevision(1), commits.slice(1))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
    expect(performance.now() - began).toBeLessThan(3_500)
    await both.replica.restart()
    await waitUntilWritable(both.primary)
    await appendPatiently(log, session, 1, commits[1] ?? null)
    expect(await log.read(session, revisionZero)).toEqual(commits)
    await log.close()
  }, 60_000)

  test('[L78] a failover under load loses no confirmed commit, and nodes find the new primary automatically', async () => {
    const session = toSessionId('failover')
    const [log, other] = [await openRedisLog(both.source, strict), await openRedisLog(both.source, strict)]
    const seen = watchLog(other, session, 0)
    let last: Commit | null = null
    const appendMore = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const [next] = makeCommitsAfter(last, 1)
        if (next === undefined) throw new Error('one was made')
        await appendPatiently(log, session, last?.revision ?? 0, next, 60_000)
        last = next
      }
    }
    await appendMore(50)
    const killing = seen.until(80).then(() => both.primary.kill())
    const writing = appendMore(200)
    await killing
    // The new primary accepts no writes alone. The old one comes back as its replica.
    await expect.poll(async () => String(await both.replica.command('INFO', 'replication')), { timeout: 30_000 }).toContain('role:master')
    await both.primary.restart()
    await writing
    await seen.until(250)
    expect(seen.commits).toEqual(makeCommitsAfter(null, 250))
    expect(await waitOutOutage(() => other.read(session, revisionZero))).toEqual(seen.commits)
    expect(log.profile).toBe('redis R2')
    await Promise.all([log.close(), other.close()])
  }, 120_000)
})
