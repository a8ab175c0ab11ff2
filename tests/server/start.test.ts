import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Handout } from '@rostrum/server/access/startup-links'
import { firstSession } from '@rostrum/server/application/first-session'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { Sessions } from '@rostrum/server/session/session-registry'
import { openMemoryStore } from '@rostrum/server/store/memory'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { greetingOf, runToEnd, serve } from '../support/compiled-server.ts'
import { noon } from '../support/fixtures.ts'
import { freePort } from '../support/free-port.ts'
import { secretIn } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { Notes } from '../support/session-harness.ts'

let folder: string
let fresh = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
let data: string
beforeEach(() => {
  data = join(folder, `data-${fresh++}`)
})

const enter = async (url: string, link: string | undefined): Promise<object> => {
  const answer = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: secretIn(link) }),
  })
  return { status: answer.status, ...((await answer.json()) as object) }
}

const sessionsOf = async ({ url, organiser }: Handout): Promise<readonly { readonly startsAt: number }[]> => {
  const answer = await fetch(`${url}/api/sessions`, { headers: { authorization: `Bearer ${secretIn(organiser)}` } })
  return ((await answer.json()) as { sessions: { startsAt: number }[] }).sessions
}

describe('a start', () => {
  test('prints one line of JSON with a link for everybody, and nothing else', async () => {
    const served = await serve({ ROSTRUM_DATA: data })
    const { given } = served
    expect(Object.keys(given).sort()).toEqual(['chair', 'code', 'display', 'organiser', 'remote', 'room', 'secretariat', 'session', 'url'])
    expect(await enter(given.url, given.remote)).toMatchObject({ status: 200, role: 'participant', channel: 'remote' })
    const { code, output, errors } = await served.end()
    expect(code).toBe(0)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(errors).not.toContain(secretIn(given.remote))
    expect(errors).not.toContain('Deprecat')
  })

  test('to rehearse, plays the session with simulated people, and hands out the seats of the rehearsal', async () => {
    const served = await serve({ ROSTRUM_DATA: data }, ['--rehearse', '--speed', '60', '--people', '2'])
    const { given } = served
    expect(given.session).toMatch(/^rehearsal-/)
    expect(await enter(given.url, given.chair)).toMatchObject({ status: 200, role: 'chair', session: given.session })
    const listed = (await sessionsOf(given)) as unknown as readonly { id: string; rehearsal: boolean }[]
    expect(listed.map(({ rehearsal }) => rehearsal).sort()).toEqual([false, true])
    expect((await served.end()).code).toBe(0)
  })

  test('for people, says where, for whom, what the log is, and how to open it to the room', async () => {
    const output = await greetingOf({ ROSTRUM_DATA: data, ROSTRUM_PUBLIC_URL: 'http://hall.example:3000' })
    for (const word of [
      'Organizer',
      'Chair',
      'Secretariat',
      'Room phone',
      'Remote',
      'Room screen',
      'Join code',
      'Log: embedded',
      'ROSTRUM_HOST=0.0.0.0',
    ]) {
      expect(output).toContain(word)
    }
    expect(output).toContain('http://hall.example:3000/enter#')
  })

  test('begins in this minute; a second one serves the same session by the same links', async () => {
    const first = await serve({ ROSTRUM_DATA: data })
    const one = await sessionsOf(first.given)
    expect(Date.now() - (one[0]?.startsAt ?? 0)).toBeLessThan(120_000)
    expect((one[0]?.startsAt ?? 1) % 60_000).toBe(0)
    await first.end()
    const second = await serve({ ROSTRUM_DATA: data, ROSTRUM_PORT: new URL(first.given.url).port })
    expect(second.given).toEqual(first.given)
    expect(await sessionsOf(second.given)).toEqual(one)
    await second.end()
  })

  test('after SIGKILL everything is there', async () => {
    const first = await serve({ ROSTRUM_DATA: data })
    await first.end('SIGKILL')
    const second = await serve({ ROSTRUM_DATA: data, ROSTRUM_PORT: new URL(first.given.url).port })
    expect(second.given).toEqual(first.given)
    expect(await enter(second.given.url, first.given.chair)).toMatchObject({ status: 200, role: 'chair' })
    await second.end()
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it within two seconds, in good order, also with a line held open', async (signal) => {
    const served = await serve({ ROSTRUM_DATA: data })
    const { ticket } = (await enter(served.given.url, served.given.room)) as { ticket: string }
    const socket = io(served.given.url, {
      transports: ['websocket'],
      reconnection: false,
      auth: { protocol: protocolVersion, ticket, cursors: {} },
    })
    await new Promise((resolve) => socket.once('connect', () => resolve(null)))
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    const began = performance.now()
    expect((await served.end(signal)).code).toBe(0)
    expect(performance.now() - began).toBeLessThan(2_000)
    await closed
  })
})

test('a session that was founded and not yet listed when the server was stopped is found again', async () => {
  const [log, store, now] = [openMemoryLog(), openMemoryStore(), () => noon]
  const before = new Sessions({ log, store, now, logger: new Notes() })
  const founded = await firstSession(before, noon)
  await before.close()
  await store.delete('sessions', founded.id)
  const after = new Sessions({ log, store, now, logger: new Notes() })
  expect((await firstSession(after, noon)).state).toEqual(founded.state)
  expect(await after.list()).toEqual([founded.id])
  await after.close()
})

describe('a start that cannot be', () => {
  test.each([
    [
      'faults in the configuration, all in one line',
      { ROSTRUM_PORT: 'x', ROSTRUM_PUBLIC_URL: 'y' },
      [],
      /^The configuration has faults: ROSTRUM_PORT .*ROSTRUM_PUBLIC_URL .*\.$/,
    ],
    ['an unknown option', {}, ['--jsn'], /^Unknown option '--jsn'/],
    ['a rehearsal that is too fast', {}, ['--rehearse', '--speed', '61'], /^--speed is a number from 1 to 60\.$/],
    ['a rehearsal of nobody', {}, ['--rehearse', '--people', '0'], /^--people is a number from 1 to 200\.$/],
    ['an address that is not of this machine', { ROSTRUM_HOST: '192.0.2.1' }, [], /^This machine cannot listen on 192\.0\.2\.1/],
    ['no Redis there', { ROSTRUM_REDIS_URL: 'redis://:hidden@127.0.0.1:1' }, [], /^Redis cannot be reached \(ECONNREFUSED\)/],
  ])('%s: one clear line, exit 1', async (_, variables, args, line) => {
    const { code, output, errors } = await runToEnd({ ROSTRUM_DATA: data, ...variables }, args)
    expect([code, output]).toEqual([1, ''])
    expect(errors.trim()).toMatch(line)
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(errors).not.toContain('hidden')
  })

  test('port in use', async () => {
    const port = await freePort()
    const holder = createServer().listen(port, '127.0.0.1')
    await once(holder, 'listening')
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: data, ROSTRUM_PORT: String(port) })
    holder.close()
    expect([code, errors.trim()]).toEqual([1, `Port ${port} is in use. Stop what uses it, or choose another with ROSTRUM_PORT.`])
  })

  test('data directory in use; the first one goes on', async () => {
    const first = await serve({ ROSTRUM_DATA: data })
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: data })
    expect(code).toBe(1)
    expect(errors).toMatch(/^The data directory .* is in use by another Rostrum\..*\n$/)
    expect((await fetch(`${first.given.url}/health`)).status).toBe(200)
    await first.end()
  })

  test('a file where the data directory should be', async () => {
    await writeFile(data, 'not a directory')
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: data })
    expect(code).toBe(1)
    expect(errors).toMatch(/^The data directory .* cannot be used: .*ROSTRUM_DATA\.\n$/)
  })

  test('a directory that may not be written', async () => {
    // Whoever is root may write anywhere; there, a place that takes no directories stands in.
    const place = process.getuid?.() === 0 ? '/sys/rostrum' : join(data, 'data')
    await mkdir(data, { mode: 0o500 })
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: place })
    expect(code).toBe(1)
    expect(errors).toMatch(/^The data directory .* cannot be used: .*ROSTRUM_DATA\.\n$/)
  })
})

describe.runIf(hasRedis())('on Redis', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await RedisServer.start()
  })
  afterAll(() => redis.stop())

  test('two nodes that start at once serve one session by the same links; the line names the profile', async () => {
    const nodes = await Promise.all([serve({ ROSTRUM_REDIS_URL: redis.url }), serve({ ROSTRUM_REDIS_URL: redis.url })])
    const [one, two] = nodes.map(({ given }) => given)
    expect(secretIn(one?.chair)).toBe(secretIn(two?.chair))
    expect(one?.code).toBe(two?.code)
    expect(await (await fetch(`${one?.url}/health`)).json()).toEqual({ status: 'alive', log: 'redis R1' })
    expect(await enter(two?.url ?? '', one?.room)).toMatchObject({ status: 200, number: 2 })
    await redis.kill()
    expect((await fetch(`${two?.url}/ready`)).status).toBe(503)
    for (const node of nodes) await node.end('SIGKILL')
  })
})
