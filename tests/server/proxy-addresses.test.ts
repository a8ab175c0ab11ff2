/** Whose word about a caller's address is taken: failed attempts are counted by it. */
import { tmpdir } from 'node:os'
import { type App, build } from '@rostrum/server/app'
import { configFrom } from '@rostrum/server/config'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { openMemoryStore } from '@rostrum/server/store/memory'
import { openLogger } from '@rostrum/server/telemetry/pino-logger'
import { instantOf } from '@rostrum/shared/kernel/time'
import { afterEach, expect, test } from 'vitest'

let app: App | null = null
afterEach(() => app?.close())

const start = async (proxies?: string): Promise<void> => {
  const config = configFrom({ ROSTRUM_PORT: '0', ROSTRUM_TRUSTED_PROXIES: proxies }, tmpdir())
  const ports = {
    log: openMemoryLog(),
    store: openMemoryStore(),
    now: () => instantOf(Date.now()),
    logger: openLogger({ write: () => undefined }),
  }
  app = await build(config, ports, 'no-client')
  await app.listen()
}
const guess = async (address: string): Promise<number> => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  const answer = await fetch(`http://127.0.0.1:${app?.port()}/api/codes`, { method: 'POST', headers, body: '{"code":"AAAAAAAA"}' })
  return answer.status
}
const guessTen = async (address: string): Promise<void> => {
  for (let index = 0; index < 10; index += 1) expect(await guess(address)).toBe(404)
}

test('behind a proxy of the same machine, callers are told apart by what it says', async () => {
  await start()
  await guessTen('192.0.2.1')
  expect(await guess('192.0.2.1')).toBe(429)
  expect(await guess('192.0.2.2')).toBe(404)
})

test('whoever is not named as a proxy is not believed', async () => {
  await start('10.0.0.0/8')
  await guessTen('192.0.2.1')
  expect(await guess('192.0.2.2')).toBe(429)
})
