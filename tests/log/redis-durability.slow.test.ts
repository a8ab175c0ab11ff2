/** The promises of Redis: read on every connection, and confirmed for every write. */
import { openRedisLog } from '@rostrum/server/engine/log/redis'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { describe, expect, test } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
import { appendPatiently } from '../support/log-outage.ts'
import { durableOptions, hasRedis, RedisServer } from '../support/redis-server.ts'
import { MemoryLogger } from '../support/session-harness.ts'

const strict = { volatile: false }
const session = toSessionId('promised')
const change = (name: string, value: string): readonly string[] => [...durableOptions, name, value]

describe.runIf(hasRedis())('what Redis promises', () => {
  const withServer = async (options: readonly string[], use: (server: RedisServer) => Promise<void>): Promise<void> => {
    const server = await RedisServer.start(options)
    try {
      await use(server)
    } finally {
      await server.stop()
    }
  }

  test('[L73] R1 needs all its settings; without one of them the promise is smaller, or nothing is stored', async () => {
    const kinds = [
      [durableOptions, 'redis R1'],
      [change('--appendfsync', 'everysec'), 'redis R3 (reduced)'],
      // A rewrite of the file may take minutes, and nothing is flushed during that time.
      [change('--no-appendfsync-on-rewrite', 'yes'), 'redis R3 (reduced)'],
    ] as const
    for (const [options, profile] of kinds) {
      await withServer(options, async ({ source }) => {
        const log = await openRedisLog(source, strict)
        expect(log.profile).toBe(profile)
        await log.close()
      })
    }
    const forgetful = [
      ['--appendonly', 'no'],
      change('--appendfsync', 'no'),
      [...durableOptions, '--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'],
    ]
    for (const options of forgetful) {
      await withServer(options, async ({ source }) => {
        await expect(openRedisLog(source, strict)).rejects.toThrow(/could be lost/)
        const log = await openRedisLog(source, { volatile: true })
        expect(log.profile).toBe('redis volatile')
        await log.close()
      })
    }
    await withServer(durableOptions, async (server) => {
      await withServer([...durableOptions, '--replicaof', '127.0.0.1', String(server.port)], async ({ source }) => {
        await expect(openRedisLog(source, strict)).rejects.toThrow('is a replica')
      })
      const behindSentinels = { url: 'redis://any', sentinels: ['127.0.0.1:1'] }
      await expect(openRedisLog(behindSentinels, strict)).rejects.toThrow('No Sentinel names the primary')
    })
  })

  test('[L74] every connection reads the settings of Redis: a changed promise is logged and shown; without one Redis is not used', async () => {
    await withServer(durableOptions, async (server) => {
      const logger = new MemoryLogger()
      const log = await openRedisLog(server.source, { volatile: false, logger })
      const commits = makeCommitsAfter(null, 4)
      const comeBack = async (options: readonly string[]) => {
        await server.kill()
        await server.restart(options)
      }
      await log.append(session, revisionZero, commits.slice(0, 1))
      await comeBack(change('--appendfsync', 'everysec'))
      await appendPatiently(log, session, 1, commits[1] ?? null)
      expect(log.profile).toBe('redis R3 (reduced)')
      expect(logger.lines).toContainEqual({
        level: 'warn',
        facts: { before: 'redis R1', now: 'redis R3 (reduced)' },
        message: 'what Redis promises has changed',
      })
      await comeBack(change('--appendonly', 'no'))
      await expect(log.append(session, toRevision(2), commits.slice(2, 3))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
      await expect.poll(() => logger.lines.at(-1)?.message, { timeout: 5_000 }).toContain('this Redis is not used')
      await comeBack(durableOptions)
      await appendPatiently(log, session, 2, commits[2] ?? null)
      expect(log.profile).toBe('redis R1')
      await log.close()
    })
  })

  test('[L74] a setting that changes without a new connection causes a delay, but loses no confirmed commit', async () => {
    await withServer(durableOptions, async (server) => {
      const log = await openRedisLog(server.source, strict)
      const commits = makeCommitsAfter(null, 2)
      await log.append(session, revisionZero, commits.slice(0, 1))
      await server.command('CONFIG', 'SET', 'appendonly', 'no')
      await expect(log.append(session, toRevision(1), commits.slice(1))).rejects.toMatchObject({ name: 'StorageUnavailableError' })
      await log.close()
    })
  })

  test('[L84] simultaneous writes of many sessions are confirmed together', async () => {
    await withServer(durableOptions, async (server) => {
      const log = await openRedisLog(server.source, strict)
      const sessions = Array.from({ length: 40 }, (_, index) => toSessionId(`at-once-${index}`))
      await Promise.all(
        sessions.map(async (each, index) => {
          for (const [at, commit] of makeCommitsAfter(null, 5, `s${index}`).entries()) await log.append(each, toRevision(at), [commit])
        }),
      )
      const [, calls] = /^cmdstat_waitaof:calls=(\d+)/m.exec(String(await server.command('INFO', 'commandstats'))) ?? []
      expect(Number(calls)).toBeGreaterThan(0)
      expect(Number(calls), 'of 200 appends').toBeLessThan(50)
      await log.close()
    })
  })
})
