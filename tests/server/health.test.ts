/** Alive is one thing, ready another: what watches over the server is told which. */
import { tmpdir } from 'node:os'
import { type App, build } from '@rostrum/server/app'
import { configFrom } from '@rostrum/server/config'
import { Damaged, type Log } from '@rostrum/server/log/log'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { openMemoryStore } from '@rostrum/server/store/memory'
import type { Store } from '@rostrum/server/store/store'
import { openLogger } from '@rostrum/server/telemetry/pino-logger'
import { planFrom } from '@rostrum/server/template/templates'
import type { Revision, SessionId } from '@rostrum/shared/contract/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { afterEach, expect, test } from 'vitest'

let app: App | null = null
afterEach(() => app?.close())

const start = async (change: { readonly put?: Store['put']; readonly read?: Log['read'] } = {}): Promise<App> => {
  const [log, store] = [openMemoryLog(), openMemoryStore()]
  const config = configFrom({ ROSTRUM_PORT: '0' }, tmpdir())
  const read = change.read ?? ((session, since) => log.read(session, since))
  const ports = {
    log: {
      profile: log.profile,
      append: log.append.bind(log),
      read,
      follow: log.follow.bind(log),
      forget: log.forget.bind(log),
      close: log.close.bind(log),
    } satisfies Log,
    store: { ...store, put: change.put ?? store.put },
    now: () => instantOf(Date.now()),
    logger: openLogger({ write: () => undefined }),
  }
  app = await build(config, ports, 'no-client')
  await app.listen()
  return app
}
const ask = async (path: string): Promise<readonly [number, object]> => {
  const answer = await fetch(`http://127.0.0.1:${app?.port()}${path}`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return [answer.status, (await answer.json()) as object]
}
const alive = [200, { status: 'alive', log: 'memory' }]
const notReady = (status: string) => [503, { status, log: 'memory' }]

test('a store that takes what it is given: ready', async () => {
  await start()
  expect(await ask('/ready')).toEqual([200, { status: 'ready', log: 'memory' }])
  expect(await ask('/health')).toEqual(alive)
})

test('a store that refuses: alive, not ready, and ready again when it takes something', async () => {
  let full = true
  const { put } = openMemoryStore()
  await start({ put: async (...what) => (full ? Promise.reject(new Error('no space')) : put(...what)) })
  expect(await ask('/ready')).toEqual(notReady('cannot-store'))
  expect(await ask('/health')).toEqual(alive)
  full = false
  await expect.poll(() => ask('/ready').then(([status]) => status), { timeout: 5_000 }).toBe(200)
})

test('a store that says nothing: not ready, within three seconds', async () => {
  await start({ put: () => new Promise(() => undefined) })
  const began = performance.now()
  expect(await ask('/ready')).toEqual(notReady('cannot-store'))
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('a session whose log is not what was written: damaged, until it is mended', async () => {
  let whole = true
  const log = openMemoryLog()
  const read: Log['read'] = async (session, since) => {
    if (!whole) throw new Damaged(session, 7 as Revision, 'it is not what was written')
    return log.read(session, since)
  }
  const { sessions } = await start({ read })
  const id = 'torn' as SessionId
  whole = false
  await expect(sessions.create(id, planFrom('wsis-at-20'))).rejects.toThrow('commit 7')
  expect(await ask('/ready')).toEqual(notReady('damaged'))
  whole = true
  await sessions.open(id)
  expect((await ask('/ready'))[0]).toBe(200)
})
