/** The proxies that are trusted to name the address of a caller. Failed attempts are counted by this address. */
import { tmpdir } from 'node:os'
import { type App, buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/doors/config'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterEach, expect, test } from 'vitest'

let app: App | null = null
afterEach(() => app?.close())

const startApp = async (proxies?: string): Promise<void> => {
  const config = parseConfig({ ROSTRUM_PORT: '0', ROSTRUM_TRUSTED_PROXIES: proxies }, tmpdir())
  const ports = {
    log: openMemoryLog(),
    store: openMemoryStore(),
    now: () => toInstant(Date.now()),
    logger: createLogger({ write: () => undefined }),
  }
  app = await buildApp(config, ports, 'no-client')
  await app.listen()
}
const guessCode = async (address: string): Promise<number> => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  const answer = await fetch(`http://127.0.0.1:${app?.getPort()}/api/codes`, { method: 'POST', headers, body: '{"code":"AAAAAAAA"}' })
  return answer.status
}
/** Ten wrong codes make an address suspect. Then a hundred of its guesses wait, and resolves once one more is refused. */
const fillLine = async (address: string): Promise<void> => {
  for (let index = 0; index < 10; index += 1) expect(await guessCode(address)).toBe(404)
  const guesses = Array.from({ length: 150 }, () => guessCode(address))
  await Promise.any(guesses.map(async (guess) => expect(await guess).toBe(429)))
}
const guessSome = (address: string): Promise<readonly number[]> => Promise.all(Array.from({ length: 5 }, () => guessCode(address)))

test('a proxy on the same machine is trusted, so callers have separate counts', async () => {
  await startApp()
  await fillLine('192.0.2.1')
  expect(await guessSome('192.0.2.2')).toEqual([404, 404, 404, 404, 404])
})

test('an address that is not a configured proxy is not trusted', async () => {
  await startApp('10.0.0.0/8')
  await fillLine('192.0.2.1')
  expect(await guessSome('192.0.2.2')).toContain(429)
})
