/** A session that is taken away: gone with its log, on every node, and nobody stays in it. */

import { once } from 'node:events'
import { openRedisLog } from '@rostrum/server/log/redis'
import { Sessions } from '@rostrum/server/session/session-registry'
import { openRedisStore } from '@rostrum/server/store/redis'
import { noRevision, type SessionId } from '@rostrum/shared/contract/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { Notes } from '../support/session-harness.ts'
import { Caller } from '../support/test-client.ts'

const id = 'removed' as SessionId

describe('on one node', () => {
  let doors: Doors
  beforeAll(async () => {
    doors = await openDoors()
  })
  afterAll(() => doors.close())

  it('screens are let go of and do not come back, and nothing is left to be opened', async () => {
    const chair = await Caller.join(`http://127.0.0.1:${doors.app.port()}`, { link: secretIn(doors.given.chair) })
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    const turnedAway = new Promise<Error>((tell) => chair.socket.on('connect_error', tell))
    const ended = once(chair.socket as never, 'disconnect')
    await doors.app.sessions.remove(doors.session.id)
    await ended
    expect((await turnedAway).message).toBe('no-such-session')
    expect(await doors.app.sessions.open(doors.session.id)).toBeNull()
    expect(await doors.app.sessions.list()).toEqual([])
    expect(doors.logged.filter((line) => line.includes('not in the log any more'))).toEqual([])
    chair.close()
  })

  it('a new one of the same name begins from nothing', async () => {
    await doors.app.sessions.create(id, plan)
    await doors.app.sessions.remove(id)
    const again = await doors.app.sessions.create(id, plan)
    expect(again.revision).toBe(1)
    expect(again.state.people.all.size).toBe(0)
  })
})

describe.runIf(hasRedis())('on two nodes', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await RedisServer.start()
  })
  afterAll(() => redis.stop())

  it('the other node finds the log empty and lets go too', async () => {
    const node = async () => {
      const [log, store] = [await openRedisLog(redis.url, { volatile: true }), await openRedisStore(redis.url)]
      const sessions = new Sessions({ log, store, now: () => instantOf(Date.now()), logger: new Notes() })
      return { sessions, close: () => sessions.close().then(() => Promise.all([log.close(), store.close()])) }
    }
    const [one, two] = [await node(), await node()]
    await one.sessions.create(id, plan)
    const there = await two.sessions.open(id)
    expect(there?.revision).toBe(1)
    const gone = new Promise<void>((resolve) => {
      there?.onAdvance(({ reset, revision }) => {
        if (reset && revision === noRevision) resolve()
      })
    })
    await one.sessions.remove(id)
    await gone
    expect(await two.sessions.open(id)).toBeNull()
    await Promise.all([one.close(), two.close()])
  })
})
