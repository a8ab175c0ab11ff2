/** Confirmed commits that are permanently lost: nobody goes on as if nothing had happened. */

import { openRedisLog } from '@rostrum/server/engine/log/redis'
import type { StateChange } from '@rostrum/server/engine/session/change-listeners'
import type { Session } from '@rostrum/server/engine/session/session'
import type { FaultReason } from '@rostrum/server/engine/session/session-fault'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitOutOutage } from '../support/log-outage.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { execute, loadSession, loadSessionWithPeople, MemoryLogger, sessionId } from '../support/session-harness.ts'

const strict = { volatile: false }

describe.runIf(hasRedis())('confirmed commits that are lost', () => {
  let redis: RedisServer
  let elsewhere: RedisServer
  beforeAll(async () => {
    ;[redis, elsewhere] = await Promise.all([RedisServer.start(), RedisServer.start()])
  })
  afterAll(() => Promise.all([redis.stop(), elsewhere.stop()]))

  /** Replaces this Redis by an older state of itself, on which somebody went on. */
  const replaceByOther = async (copy: string, goOn: (session: Session) => Promise<unknown>) => {
    await elsewhere.kill()
    await elsewhere.replaceData(copy)
    await elsewhere.restart()
    const log = await openRedisLog(elsewhere.source, strict)
    const session = await loadSession(log)
    await goOn(session)
    await session.close()
    await log.close()
    await elsewhere.kill()
    await redis.kill()
    await redis.replaceData(await elsewhere.copyData())
    await redis.restart()
  }

  test('[L83] the loss is logged, every screen starts again, and log and record state once what was lost', {
    timeout: 60_000,
  }, async () => {
    const [log, otherLog] = [await openRedisLog(redis.source, strict), await openRedisLog(redis.source, strict)]
    const logger = new MemoryLogger()
    const session = await loadSessionWithPeople(log, logger)
    await execute(session, 'chair', 'session.open', {})
    const shared = session.revision
    await redis.kill()
    const copy = await redis.copyData()
    await redis.restart()
    for (let n = 0; n < 4; n += 1)
      await expect
        .poll(() => execute(session, 'chair', n % 2 ? 'queue.close' : 'queue.open', {}), { timeout: 10_000 })
        .toEqual({ ok: true })
    const lost = session.revision
    // Both nodes have seen the same.
    const other = await waitOutOutage(() => loadSession(otherLog))
    expect([lost - shared, other.revision]).toEqual([4, lost])
    const changes: StateChange[] = []
    const faults: (FaultReason | null)[] = []
    session.onChange((change) => changes.push(change))
    session.onFaultChange((fault) => faults.push(fault?.reason ?? null))

    await replaceByOther(copy, async (fresh) => {
      expect(await execute(fresh, 'chair', 'session.suspend', {})).toEqual({ ok: true })
    })

    await expect.poll(() => [session, other].map(({ state }) => state.session.losses.length), { timeout: 20_000 }).toEqual([1, 1])
    expect(changes.filter(({ reset }) => reset)).toHaveLength(1)
    expect(faults.at(-1)).toBe(null)
    expect(session.state.session.phase).toBe('suspended')
    expect(logger.lines.filter(({ level, message }) => level === 'error' && message.includes('not in the log any more'))).toMatchObject([
      { facts: { after: shared, seen: { revision: lost } } },
    ])
    const commits = await waitOutOutage(() => log.read(sessionId, revisionZero))
    expect(commits.filter(({ command }) => command.type === 'session.record-loss')).toHaveLength(1)
    const record = buildRecord(sessionId, commits)
    expect(record.losses).toMatchObject([{ from: shared + 1, until: lost, head: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    for (const language of languageIds) {
      const blocks = [...buildReport(record, getReportText(language))].flatMap((block) => block ?? [])
      const lines = blocks.flatMap((block) => ('line' in block ? [getPlainText(block.line)] : []))
      const numbers = lines.map((line) => [...line.matchAll(/\b\d+\b/g)].map(([found]) => found))
      expect(numbers.filter((found) => found.includes(`${shared + 1}`) && found.includes(`${lost}`))).toHaveLength(1)
    }
    await Promise.all([session.close(), other.close()])
    await Promise.all([log.close(), otherLog.close()])
  })
})
