/** The end of a server: what is under way is answered, screens are told before the line closes, and nothing new is taken. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstSeats, seat } from '@rostrum/server/access/default-people'
import { type App, build } from '@rostrum/server/app'
import { firstSession } from '@rostrum/server/application/first-session'
import { configFrom } from '@rostrum/server/config'
import type { Log } from '@rostrum/server/log/log'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { openMemoryStore } from '@rostrum/server/store/memory'
import { openLogger } from '@rostrum/server/telemetry/pino-logger'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { restarting } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '../support/compiled-server.ts'
import { secretIn } from '../support/in-process-server.ts'
import { newId } from '../support/test-client.ts'

/** A log that can be held up, as a slow disk would; `hold` says when an append is waiting, and what lets it go on. */
const holding = (log: Log) => {
  let gate: Promise<void> = Promise.resolve()
  let arrived: () => void = () => undefined
  const append = async (...what: Parameters<Log['append']>): Promise<void> => {
    arrived()
    await gate
    await log.append(...what)
  }
  const held: Log = {
    profile: log.profile,
    append,
    read: (...what) => log.read(...what),
    follow: (...what) => log.follow(...what),
    forget: (session) => log.forget(session),
    close: () => log.close(),
  }
  const hold = () => {
    let release: () => void = () => undefined
    gate = new Promise((resolve) => {
      release = resolve
    })
    const waiting = new Promise<void>((resolve) => {
      arrived = resolve
    })
    return { waiting, release: () => release() }
  }
  return { log: held, hold }
}

let app: App
let url: string
let slow: ReturnType<typeof holding>
const lines: Socket[] = []

beforeEach(async () => {
  slow = holding(openMemoryLog())
  const now = () => instantOf(Date.now())
  const config = configFrom({ ROSTRUM_PORT: '0' }, tmpdir())
  app = await build(config, { log: slow.log, store: openMemoryStore(), now, logger: openLogger({ write: () => undefined }) }, 'no-client')
  const session = await firstSession(app.sessions, now())
  await seat(session, firstSeats(session.state.session.groups))
  await app.listen()
  url = `http://127.0.0.1:${app.port()}`
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.disconnect()
  await app.close()
})

const greeting = async (person: string) => {
  const link = await app.links.current('wsis-at-20' as SessionId, person as PersonId)
  const holder = await app.links.find(link)
  if (!holder) throw new Error('no such link')
  return { protocol: protocolVersion, ticket: app.tickets.issue(holder), cursors: {} }
}
const connect = async (person: string): Promise<Socket> => {
  const line = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth: await greeting(person) })
  lines.push(line)
  await once(line as never, 'connect')
  return line
}
const open = (line: Socket) => line.timeout(5000).emitWithAck('command', { id: newId(), type: 'session.open', data: {} })
const ended = (line: Socket) =>
  new Promise<{ reason: string; code: unknown }>((resolve) => {
    line.once('disconnect', (reason, details) => resolve({ reason, code: (details as { context?: { code?: number } })?.context?.code }))
  })

describe('a server that is stopped', () => {
  test('answers the command under way before it ends the line, and says with the end that it is being restarted', async () => {
    const [chair, display] = await Promise.all([connect('chair'), connect('display')])
    const told: string[] = []
    const ends = [chair, display].map((line) => ended(line).then((end) => told.push('end') && end))
    const held = slow.hold()
    const reply = open(chair).then((answer) => told.push('answer') && answer)
    await held.waiting
    const closed = app.close()
    held.release()
    expect(await reply).toEqual({ ok: true })
    expect(await Promise.all(ends)).toEqual([
      { reason: 'transport close', code: restarting },
      { reason: 'transport close', code: restarting },
    ])
    expect(told[0]).toBe('answer')
    await closed
  })

  test('is alive and not ready meanwhile, accepts no screen and takes no command', async () => {
    expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready', log: 'memory' })
    const chair = await connect('chair')
    const held = slow.hold()
    const first = open(chair)
    await held.waiting
    const closed = app.close()
    const ready = await fetch(`${url}/ready`)
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping', log: 'memory' }])
    expect((await fetch(`${url}/health`)).status).toBe(200)
    const late = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth: await greeting('display') })
    lines.push(late)
    expect(((await once(late as never, 'connect_error')) as [Error])[0].message).toBe('unavailable')
    expect(await open(chair)).toEqual({ ok: false, why: 'unavailable' })
    held.release()
    expect(await first).toEqual({ ok: true })
    await closed
  })

  test('does not wait for ever for a store that says nothing', async () => {
    const chair = await connect('chair')
    const held = slow.hold()
    const end = ended(chair)
    void open(chair).catch((error: Error) => error)
    await held.waiting
    const began = performance.now()
    const closed = app.close()
    expect((await end).code).toBe(restarting)
    expect(performance.now() - began).toBeLessThan(3_000)
    held.release()
    await closed
  })
})

test('the process says in its log that it stops, and a second signal ends it at once', { timeout: 30_000 }, async () => {
  const data = await mkdtemp(join(tmpdir(), 'rostrum-stop-'))
  const served = await serve({ ROSTRUM_DATA: data })
  const { code, errors } = await served.end()
  expect(code).toBe(0)
  expect(
    errors
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: string }).msg),
  ).toEqual(['listening', 'serving', 'stopping', 'stopped'])
  const again = await serve({ ROSTRUM_DATA: data })
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) })
  const link = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' } as RequestInit
  // Its body never ends, so that an orderly end would have to wait for it.
  const cut = fetch(`${again.given.url}/api/tickets`, link).then(
    () => 'answered',
    () => 'cut',
  )
  await expect.poll(async () => (await fetch(`${again.given.url}/health`)).status).toBe(200)
  process.kill(again.pid, 'SIGTERM')
  await expect
    .poll(
      () =>
        fetch(`${again.given.url}/health`).then(
          () => 'there',
          () => 'gone',
        ),
      { interval: 5 },
    )
    .toBe('gone')
  const began = performance.now()
  expect((await again.end()).code).toBe(1)
  expect(performance.now() - began).toBeLessThan(500)
  expect(await cut).toBe('cut')
  expect(secretIn(again.given.chair)).toBe(secretIn(served.given.chair))
  await rm(data, { recursive: true, force: true })
})
