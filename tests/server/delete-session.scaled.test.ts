/** Deleting a session removes its log, ends it on every node, and disconnects everybody. */

import { once } from 'node:events'
import type { Log } from '@rostrum/server/engine/log/log'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openRedisLog } from '@rostrum/server/engine/log/redis'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { openRedisStore } from '@rostrum/server/engine/store/redis'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { MemoryLogger } from '../support/session-harness.ts'
import { TestClient } from '../support/test-client.ts'

const sessionId = 'removed' as SessionId

describe('on one node', () => {
  let server: InProcessServer
  beforeAll(async () => {
    server = await startInProcessServer()
  })
  afterAll(() => server.close())

  test('screens are disconnected and cannot return, and the session cannot be opened again', async () => {
    const chair = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.chair) })
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    const turnedAway = new Promise<Error>((tell) => chair.socket.on('connect_error', tell))
    const ended = once(chair.socket as never, 'disconnect')
    await server.app.sessions.delete(server.session.id)
    await ended
    expect((await turnedAway).message).toBe('no-such-session')
    expect(await server.app.sessions.open(server.session.id)).toBeNull()
    expect(await server.app.sessions.list()).toEqual([])
    expect(server.logLines.filter((line) => line.includes('not in the log any more'))).toEqual([])
    chair.close()
  })

  test('a new session with the same id starts empty', async () => {
    await server.app.sessions.create(sessionId, plan)
    await server.app.sessions.delete(sessionId)
    const again = await server.app.sessions.create(sessionId, plan)
    expect(again.revision).toBe(1)
    expect(again.state.people.all.size).toBe(0)
  })
})

test('[L102] a session that is deleted while it is being opened is gone, not damaged', async () => {
  const { log, store } = { log: openMemoryLog(), store: openMemoryStore() }
  const open = (its: Log) => new SessionRegistry({ log: its, store, now: () => toInstant(Date.now()), logger: new MemoryLogger() })
  const sessions = open(log)
  await sessions.create(sessionId, plan)
  const slow = new Proxy(log, {
    get: (target, name) => {
      const its = Reflect.get(target, name) as unknown
      if (typeof its !== 'function') return its
      if (name !== 'read') return its.bind(target)
      return async (...args: Parameters<Log['read']>) => {
        await sessions.delete(sessionId)
        return target.read(...args)
      }
    },
  })
  const elsewhere = open(slow)
  await expect(elsewhere.open(sessionId)).rejects.toThrow('session removed was deleted')
  expect([...elsewhere.damaged]).toEqual([])
  expect(await elsewhere.open(sessionId)).toBeNull()
})

if (hasRedis())
  describe('on two nodes', () => {
    let redis: RedisServer
    beforeAll(async () => {
      redis = await RedisServer.start()
    })
    afterAll(() => redis.stop())

    test('the other node finds the log empty and ends the session too', async () => {
      const node = async () => {
        const [log, store] = [await openRedisLog(redis.source, { volatile: true }), await openRedisStore(redis.source, { volatile: true })]
        const sessions = new SessionRegistry({ log, store, now: () => toInstant(Date.now()), logger: new MemoryLogger() })
        return { sessions, close: () => sessions.close().then(() => Promise.all([log.close(), store.close()])) }
      }
      const [one, two] = [await node(), await node()]
      await one.sessions.create(sessionId, plan)
      const there = await two.sessions.open(sessionId)
      expect(there?.revision).toBe(1)
      const gone = new Promise<void>((resolve) => {
        there?.onChange(({ reset, revision }) => {
          if (reset && revision === revisionZero) resolve()
        })
      })
      await one.sessions.delete(sessionId)
      await gone
      expect(await two.sessions.open(sessionId)).toBeNull()
      await Promise.all([one.close(), two.close()])
    })
  })
