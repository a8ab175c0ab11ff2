/** The proxies that are trusted to name the address of a caller. Failed attempts, and connections that have not entered, are counted by it. */
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { type App, buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/doors/config'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { Unentered } from '@rostrum/server/engine/wire/unentered'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'

let app: App | null = null
afterEach(async () => {
  vi.restoreAllMocks()
  await app?.close()
})

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

/** Leaves each network two places for connections that have not entered, instead of ten thousand. */
const leaveTwoPlaces = () => {
  const few = new Unentered({ address: 2, all: 5 })
  for (const name of ['hasPlace', 'add', 'remove'] as const) {
    const original = few[name].bind(few)
    vi.spyOn(Unentered.prototype, name).mockImplementation(original as never)
  }
}
/** Returns whether a connection that names this client was opened, or refused. It does not enter. */
const connect = async (client: string, transport: 'websocket' | 'polling'): Promise<boolean> => {
  const address = `127.0.0.1:${app?.getPort()}/socket.io/?EIO=4&transport=${transport}`
  const headers = { 'x-forwarded-for': client }
  if (transport === 'polling') return (await fetch(`http://${address}`, { headers })).ok
  const socket = new WebSocket(`ws://${address}`, { headers })
  const refused = once(socket, 'unexpected-response').then(() => false)
  return await Promise.race([once(socket, 'open').then(() => true), refused])
}

describe.each(['websocket', 'polling'] as const)('connections over %s that have not entered', (transport) => {
  const connectAll = async (...clients: readonly string[]): Promise<readonly boolean[]> => {
    const opened: boolean[] = []
    for (const client of clients) opened.push(await connect(client, transport))
    return opened
  }

  test('[X97] are counted for the client that a trusted proxy names, and for all addresses of one network together', async () => {
    leaveTwoPlaces()
    await startApp()
    const one = ['198.51.100.7, 192.0.2.1', '192.0.2.1', '192.0.2.1']
    expect(await connectAll(...one, '192.0.2.2', '2001:db8::1', '2001:db8::2')).toEqual([true, true, false, true, true, true])
    expect(await connectAll('2001:db8::3')).toEqual([false])
  })

  test('[X97] are counted for the machine that they come from if it is not trusted, whatever it names', async () => {
    leaveTwoPlaces()
    await startApp('10.0.0.0/8')
    expect(await connectAll('192.0.2.1', '192.0.2.2', '192.0.2.3')).toEqual([true, true, false])
  })
})
