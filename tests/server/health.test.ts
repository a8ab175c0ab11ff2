/** `/health` and `/ready`: the server can be alive without being ready. */
import { tmpdir } from 'node:os'
import { type App, buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/doors/config'
import type { Log } from '@rostrum/server/engine/log/log'
import { DamagedLogError } from '@rostrum/server/engine/log/log-errors'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { Store } from '@rostrum/server/engine/store/store'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterEach, describe, expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'

let app: App | null = null
afterEach(() => app?.close())

const startApp = async (change: { readonly put?: Store['put']; readonly log?: Log; readonly store?: Store } = {}): Promise<App> => {
  const [log, store] = [change.log ?? openMemoryLog(), change.store ?? openMemoryStore()]
  const config = parseConfig({ ROSTRUM_PORT: '0' }, tmpdir())
  const ports = {
    log,
    store: { ...store, put: change.put ?? store.put },
    now: () => toInstant(Date.now()),
    logger: createLogger({ write: () => undefined }),
  }
  app = await buildApp(config, ports, 'no-client')
  await app.listen()
  return app
}
const fetchStatus = async (path: string): Promise<readonly [number, object]> => {
  const answer = await fetch(`http://127.0.0.1:${app?.getPort()}${path}`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return [answer.status, (await answer.json()) as object]
}
const aliveReply = [200, { status: 'alive', log: 'memory', damagedSessions: 0, clock: 'in step' }]
const makeNotReadyReply = (status: string) => [503, { status, log: 'memory' }]

test('a store that accepts writes: ready', async () => {
  await startApp()
  expect(await fetchStatus('/ready')).toEqual([200, { status: 'ready', log: 'memory' }])
  expect(await fetchStatus('/health')).toEqual(aliveReply)
})

test('a store that refuses writes: alive, not ready, and ready again when it accepts them', async () => {
  let full = true
  const { put } = openMemoryStore()
  await startApp({ put: async (...what) => (full ? Promise.reject(new Error('no space')) : put(...what)) })
  expect(await fetchStatus('/ready')).toEqual(makeNotReadyReply('cannot-store'))
  expect(await fetchStatus('/health')).toEqual(aliveReply)
  full = false
  await expect.poll(() => fetchStatus('/ready').then(([status]) => status)).toBe(200)
})

test('a store that does not answer: not ready, within three seconds', async () => {
  await startApp({ put: () => new Promise(() => undefined) })
  const began = performance.now()
  expect(await fetchStatus('/ready')).toEqual(makeNotReadyReply('cannot-store'))
  expect(performance.now() - began).toBeLessThan(3_000)
})

describe('one damaged session', () => {
  const torn = 'torn' as SessionId
  /** Starts a server with one healthy session and one whose log is damaged, and a switch that repairs it. */
  const startWithDamaged = async () => {
    const state = { whole: true }
    const log = openMemoryLog()
    const read: Log['read'] = async (session, since, limit) => {
      if (!state.whole && session === torn) throw new DamagedLogError(session, 7 as Revision, 'it is not what was written')
      return log.read(session, since, limit)
    }
    const { sessions, organizers } = await startApp({ log: delegateLog(log, { read }) })
    const well = await sessions.create('well' as SessionId, loadTemplate('wsis-at-20'))
    state.whole = false
    await expect(sessions.create(torn, loadTemplate('wsis-at-20'))).rejects.toThrow('commit 7')
    const request = async (method: string, path: string) => {
      const headers = { authorization: `Bearer ${await organizers.getFirstSecret()}` }
      const answer = await fetch(`http://127.0.0.1:${app?.getPort()}${path}`, { method, headers })
      return [answer.status, await answer.json()] as const
    }
    return { state, sessions, request, well, log }
  }

  test('[S61] is counted, and the others are served', async () => {
    const { state, sessions, request, well } = await startWithDamaged()
    expect(await fetchStatus('/health')).toEqual([200, { status: 'alive', log: 'memory', damagedSessions: 1, clock: 'in step' }])
    expect((await fetchStatus('/ready'))[0]).toBe(200)
    const [status, list] = await request('GET', '/api/sessions')
    expect([status, list]).toMatchObject([200, { sessions: [{ id: well.id }], damaged: [torn] }])
    state.whole = true
    await sessions.open(torn)
    expect(await fetchStatus('/health')).toEqual(aliveReply)
    expect((await request('GET', '/api/sessions'))[1]).toMatchObject({ damaged: [] })
  })

  test('[S61] can be deleted', async () => {
    const { sessions, request, log } = await startWithDamaged()
    expect(await request('DELETE', `/api/sessions/${torn}`)).toEqual([200, { deleted: torn }])
    expect((await request('GET', '/api/sessions'))[1]).toMatchObject({ damaged: [] })
    expect([await sessions.open(torn), await log.read(torn, revisionZero)]).toEqual([null, []])
    expect(await request('DELETE', `/api/sessions/${torn}`)).toEqual([404, { reason: 'no-such-session' }])
    expect(await fetchStatus('/health')).toEqual(aliveReply)
  })
})

test('[S62] an interrupted deletion is finished later, and the session is gone for everybody in the meantime', async () => {
  const log = openMemoryLog()
  let isBroken = true
  const remove: Log['delete'] = async (session) => {
    if (isBroken) throw new Error('interrupted')
    await log.delete(session)
  }
  const store = openMemoryStore()
  const { sessions } = await startApp({ log: delegateLog(log, { delete: remove }), store })
  const id = 'half' as SessionId
  await sessions.create(id, loadTemplate('wsis-at-20'))
  await expect(sessions.delete(id)).rejects.toThrow('interrupted')
  expect(await sessions.list()).toEqual([])
  expect(await sessions.open(id)).toBeNull()
  isBroken = false
  const { sessions: later } = await startApp({ log, store })
  await expect.poll(() => log.read(id, revisionZero)).toEqual([])
  const again = await later.create(id, loadTemplate('wsis-at-20'))
  expect([again.revision, await later.list()]).toEqual([1, [id]])
})
