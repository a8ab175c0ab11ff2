/** Shutdown: pending commands are answered, screens learn of the restart before their connection closes, and nothing new is accepted. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, buildApp } from '@rostrum/server/app'
import { openFirstSession } from '@rostrum/server/doors/application/first-session'
import { parseConfig } from '@rostrum/server/doors/config'
import type { Log } from '@rostrum/server/engine/log/log'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { admitDefaultPeople, listDefaultPeople } from '@rostrum/server/people/access/default-people'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { restartCloseCode } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startCompiledServer } from '../support/compiled-server.ts'
import { delegateLog } from '../support/delegate-log.ts'
import { getSecret } from '../support/in-process-server.ts'
import { newCommandId } from '../support/test-client.ts'

/**
 * Makes a log whose appends can be paused, like a slow disk. `hold` returns a promise for the next append, and a function to release it.
 */
const holdAppends = (log: Log) => {
  let gate: Promise<void> = Promise.resolve()
  let arrived: () => void = () => undefined
  const append = async (...what: Parameters<Log['append']>): Promise<void> => {
    arrived()
    await gate
    await log.append(...what)
  }
  const pending = delegateLog(log, { append })
  const hold = () => {
    let release: () => void = () => undefined
    gate = new Promise((resolve) => {
      release = resolve
    })
    const pendingAppends = new Promise<void>((resolve) => {
      arrived = resolve
    })
    return { pendingAppends, release: () => release() }
  }
  return { log: pending, hold }
}

let app: App
let url: string
let slowLog: ReturnType<typeof holdAppends>
const sockets: Socket[] = []

beforeEach(async () => {
  slowLog = holdAppends(openMemoryLog())
  const now = () => toInstant(Date.now())
  const config = parseConfig({ ROSTRUM_PORT: '0' }, tmpdir())
  app = await buildApp(
    config,
    { log: slowLog.log, store: openMemoryStore(), now, logger: createLogger({ write: () => undefined }) },
    'no-client',
  )
  const session = await openFirstSession(app.sessions, now())
  await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
  await app.listen()
  url = `http://127.0.0.1:${app.getPort()}`
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect()
  await app.close()
})

const makeHandshake = async (person: string) => {
  const link = await app.links.getOrCreate('wsis-at-20' as SessionId, person as PersonId)
  const holder = await app.links.find(link)
  if (!holder) throw new Error('no such link')
  return { protocol: protocolVersion, ticket: app.tickets.issue(holder), cursors: {} }
}
const connect = async (person: string, transport: 'websocket' | 'polling' = 'websocket'): Promise<Socket> => {
  const auth = await makeHandshake(person)
  const socket = io(url, { transports: [transport], upgrade: false, forceNew: true, reconnection: false, auth })
  sockets.push(socket)
  await once(socket as never, 'connect')
  return socket
}
const sendOpen = (socket: Socket) => socket.timeout(5000).emitWithAck('command', { id: newCommandId(), type: 'session.open', data: {} })
const waitForDisconnect = (socket: Socket) =>
  new Promise<{ reason: string; code: unknown }>((resolve) => {
    socket.once('disconnect', (reason, details) => resolve({ reason, code: (details as { context?: { code?: number } })?.context?.code }))
  })

describe('a server that is stopped', () => {
  test('answers the pending command before it closes the connection, and the close code means a restart', async () => {
    const [chair, display] = await Promise.all([connect('chair'), connect('display')])
    const sequence: string[] = []
    const ends = [waitForDisconnect(chair).then((end) => sequence.push('end') && end), waitForDisconnect(display)]
    const pending = slowLog.hold()
    const reply = sendOpen(chair).then((answer) => sequence.push('answer') && answer)
    await pending.pendingAppends
    const closed = app.close()
    pending.release()
    expect(await reply).toEqual({ ok: true })
    expect(await Promise.all(ends)).toEqual([
      { reason: 'transport close', code: restartCloseCode },
      { reason: 'transport close', code: restartCloseCode },
    ])
    expect(sequence).toEqual(['answer', 'end'])
    await closed
  })

  test('[L17] announces its restart over long polling, which has no close code, after the pending reply', async () => {
    const chair = await connect('chair', 'polling')
    const sequence: string[] = []
    chair.once('restart', () => sequence.push('restart'))
    const end = waitForDisconnect(chair).then(() => sequence.push('end'))
    const pending = slowLog.hold()
    // A callback is used, because both may come in one poll and a promise would resolve a moment later.
    const reply = new Promise((resolve) => {
      chair.emit('command', { id: newCommandId(), type: 'session.open', data: {} }, (answer: unknown) => {
        sequence.push('answer')
        resolve(answer)
      })
    })
    await pending.pendingAppends
    const began = performance.now()
    const closed = app.close()
    pending.release()
    expect(await reply).toEqual({ ok: true })
    await end
    await closed
    expect(sequence).toEqual(['answer', 'restart', 'end'])
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('is alive but not ready in the meantime, and accepts no connection and no command', async () => {
    expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready', log: 'memory' })
    const chair = await connect('chair')
    const pending = slowLog.hold()
    const first = sendOpen(chair)
    await pending.pendingAppends
    const auth = await makeHandshake('display')
    const closed = app.close()
    // All at once: the server waits a second and a half for the pending command.
    const late = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth })
    sockets.push(late)
    const [ready, health, refused, second] = await Promise.all([
      fetch(`${url}/ready`).then(async (answer) => [answer.status, await answer.json()]),
      fetch(`${url}/health`),
      once(late as never, 'connect_error') as Promise<[Error]>,
      sendOpen(chair),
    ])
    expect(ready).toEqual([503, { status: 'stopping', log: 'memory' }])
    expect(health.status).toBe(200)
    expect(refused[0].message).toBe('unavailable')
    expect(second).toEqual({ ok: false, reason: 'unavailable' })
    pending.release()
    expect(await first).toEqual({ ok: true })
    await closed
  })

  test('does not wait forever for a store that does not answer', async () => {
    const chair = await connect('chair')
    const pending = slowLog.hold()
    const end = waitForDisconnect(chair)
    void sendOpen(chair).catch((error: Error) => error)
    await pending.pendingAppends
    const began = performance.now()
    const closed = app.close()
    expect((await end).code).toBe(restartCloseCode)
    expect(performance.now() - began).toBeLessThan(3_000)
    pending.release()
    await closed
  })
})

test('the process logs that it is stopping, and a second signal ends it at once', { timeout: 30_000 }, async () => {
  const data = await mkdtemp(join(tmpdir(), 'rostrum-stop-'))
  const compiledServer = await startCompiledServer({ ROSTRUM_DATA: data })
  const { code, errors } = await compiledServer.end()
  expect(code).toBe(0)
  expect(
    errors
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: string }).msg),
  ).toEqual(['listening', 'serving', 'stopping', 'stopped'])
  const again = await startCompiledServer({ ROSTRUM_DATA: data })
  // The body of this request never ends, so an orderly shutdown would wait for it. The server continues the request once it has the head.
  const headers = { 'content-type': 'application/json', expect: '100-continue' }
  const unended = request(`${again.startupLinks.url}/api/tickets`, { method: 'POST', headers })
  const cut = new Promise<string>((resolve) => {
    unended.once('response', () => resolve('answered'))
    unended.once('error', () => resolve('cut'))
  })
  await once(unended, 'continue')
  unended.write('{')
  process.kill(again.pid, 'SIGTERM')
  // A request could still be accepted and then wait for the end; a connection is refused at once.
  const isListening = () =>
    new Promise<boolean>((resolve) => {
      const socket = connectTo(Number(new URL(again.startupLinks.url).port), '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
  await expect.poll(isListening, { interval: 5 }).toBe(false)
  const began = performance.now()
  expect((await again.end()).code).toBe(1)
  expect(performance.now() - began).toBeLessThan(500)
  expect(await cut).toBe('cut')
  expect(getSecret(again.startupLinks.chair)).toBe(getSecret(compiledServer.startupLinks.chair))
  await rm(data, { recursive: true, force: true })
})
