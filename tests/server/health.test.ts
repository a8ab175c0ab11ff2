/** `/health` and `/ready`: the server can be alive without being ready. */
import { tmpdir } from 'node:os'
import { type App, buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/config'
import type { Log } from '@rostrum/server/log/log'
import { DamagedLogError } from '@rostrum/server/log/log-errors'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { openMemoryStore } from '@rostrum/server/store/memory'
import type { Store } from '@rostrum/server/store/store'
import { createLogger } from '@rostrum/server/telemetry/pino-logger'
import { loadTemplate } from '@rostrum/server/template/templates'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterEach, expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'

let app: App | null = null
afterEach(() => app?.close())

const startApp = async (change: { readonly put?: Store['put']; readonly read?: Log['read'] } = {}): Promise<App> => {
  const [log, store] = [openMemoryLog(), openMemoryStore()]
  const config = parseConfig({ ROSTRUM_PORT: '0' }, tmpdir())
  const read = change.read ?? ((session, since) => log.read(session, since))
  const ports = {
    log: delegateLog(log, { read }),
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
const aliveReply = [200, { status: 'alive', log: 'memory' }]
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
  await expect.poll(() => fetchStatus('/ready').then(([status]) => status), { timeout: 5_000 }).toBe(200)
})

test('a store that does not answer: not ready, within three seconds', async () => {
  await startApp({ put: () => new Promise(() => undefined) })
  const began = performance.now()
  expect(await fetchStatus('/ready')).toEqual(makeNotReadyReply('cannot-store'))
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('a session with a changed log: damaged, until it is repaired', async () => {
  let whole = true
  const log = openMemoryLog()
  const read: Log['read'] = async (session, since) => {
    if (!whole) throw new DamagedLogError(session, 7 as Revision, 'it is not what was written')
    return log.read(session, since)
  }
  const { sessions } = await startApp({ read })
  const id = 'torn' as SessionId
  whole = false
  await expect(sessions.create(id, loadTemplate('wsis-at-20'))).rejects.toThrow('commit 7')
  expect(await fetchStatus('/ready')).toEqual(makeNotReadyReply('damaged'))
  whole = true
  await sessions.open(id)
  expect((await fetchStatus('/ready'))[0]).toBe(200)
})
