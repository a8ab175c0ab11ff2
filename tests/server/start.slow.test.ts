import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFirstSession } from '@rostrum/server/doors/application/first-session'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { StartupLinks } from '@rostrum/server/people/access/startup-links'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readStartupMessage, runToEnd, startCompiledServer } from '../support/compiled-server.ts'
import { noon } from '../support/fixtures.ts'
import { freePort } from '../support/free-port.ts'
import { getSecret } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { MemoryLogger } from '../support/session-harness.ts'

let folder: string
let folderCount = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
let data: string
beforeEach(() => {
  data = join(folder, `data-${folderCount++}`)
})

const enterByLink = async (url: string, link: string | undefined): Promise<object> => {
  const answer = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: getSecret(link) }),
  })
  return { status: answer.status, ...((await answer.json()) as object) }
}

const fetchSessions = async ({ url, organizer }: StartupLinks): Promise<readonly { readonly startsAt: number }[]> => {
  const answer = await fetch(`${url}/api/sessions`, { headers: { authorization: `Bearer ${getSecret(organizer)}` } })
  return ((await answer.json()) as { sessions: { startsAt: number }[] }).sessions
}

describe('a start', () => {
  test('prints one line of JSON with all links, and nothing else', async () => {
    const compiledServer = await startCompiledServer({ ROSTRUM_DATA: data })
    const { startupLinks: given } = compiledServer
    expect(Object.keys(given).sort()).toEqual(['chair', 'code', 'display', 'organizer', 'remote', 'room', 'secretariat', 'session', 'url'])
    expect(await enterByLink(given.url, given.remote)).toMatchObject({ status: 200, role: 'participant', channel: 'remote' })
    const { code, output, errors } = await compiledServer.end()
    expect(code).toBe(0)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(errors).not.toContain(getSecret(given.remote))
    expect(errors).not.toContain('Deprecat')
  })

  test('with --rehearse plays the session with simulated people, and prints the links of the rehearsal', async () => {
    const compiledServer = await startCompiledServer({ ROSTRUM_DATA: data }, ['--rehearse', '--speed', '60', '--people', '2'])
    const { startupLinks: given } = compiledServer
    expect(given.session).toMatch(/^rehearsal-/)
    expect(await enterByLink(given.url, given.chair)).toMatchObject({ status: 200, role: 'chair', session: given.session })
    const listed = (await fetchSessions(given)) as unknown as readonly { id: string; rehearsal: boolean }[]
    expect(listed.map(({ rehearsal }) => rehearsal).sort()).toEqual([false, true])
    expect((await compiledServer.end()).code).toBe(0)
  })

  test('prints for people: addresses, roles, the log in use, and how to make the server reachable in the room', async () => {
    const output = await readStartupMessage({ ROSTRUM_DATA: data, ROSTRUM_PUBLIC_URL: 'http://hall.example:3000' })
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

  test('starts the session in this minute; a second start serves the same session at the same links', async () => {
    const first = await startCompiledServer({ ROSTRUM_DATA: data })
    const one = await fetchSessions(first.startupLinks)
    expect(Date.now() - (one[0]?.startsAt ?? 0)).toBeLessThan(120_000)
    expect((one[0]?.startsAt ?? 1) % 60_000).toBe(0)
    await first.end()
    const second = await startCompiledServer({ ROSTRUM_DATA: data, ROSTRUM_PORT: new URL(first.startupLinks.url).port })
    expect(second.startupLinks).toEqual(first.startupLinks)
    expect(await fetchSessions(second.startupLinks)).toEqual(one)
    await second.end()
  })

  test('after SIGKILL nothing is lost', async () => {
    const first = await startCompiledServer({ ROSTRUM_DATA: data })
    await first.end('SIGKILL')
    const second = await startCompiledServer({ ROSTRUM_DATA: data, ROSTRUM_PORT: new URL(first.startupLinks.url).port })
    expect(second.startupLinks).toEqual(first.startupLinks)
    expect(await enterByLink(second.startupLinks.url, first.startupLinks.chair)).toMatchObject({ status: 200, role: 'chair' })
    await second.end()
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it within two seconds, in good order, even with an open connection',
    async (signal) => {
      const compiledServer = await startCompiledServer({ ROSTRUM_DATA: data })
      const { ticket } = (await enterByLink(compiledServer.startupLinks.url, compiledServer.startupLinks.room)) as { ticket: string }
      const socket = io(compiledServer.startupLinks.url, {
        transports: ['websocket'],
        reconnection: false,
        auth: { protocol: protocolVersion, ticket, cursors: {} },
      })
      await new Promise((resolve) => socket.once('connect', () => resolve(null)))
      const closed = new Promise((resolve) => socket.once('disconnect', resolve))
      const began = performance.now()
      expect((await compiledServer.end(signal)).code).toBe(0)
      expect(performance.now() - began).toBeLessThan(2_000)
      await closed
    },
  )
})

test('a session is found again if the server stopped between its founding commit and its row in the store', async () => {
  const [log, store, now] = [openMemoryLog(), openMemoryStore(), () => noon]
  const before = new SessionRegistry({ log, store, now, logger: new MemoryLogger() })
  const founded = await openFirstSession(before, noon)
  await before.close()
  await store.delete('sessions', founded.id)
  const after = new SessionRegistry({ log, store, now, logger: new MemoryLogger() })
  expect((await openFirstSession(after, noon)).state).toEqual(founded.state)
  expect(await after.list()).toEqual([founded.id])
  await after.close()
})

describe('a start that fails', () => {
  test.each([
    [
      'faults in the configuration, all in one line',
      { ROSTRUM_PORT: 'x', ROSTRUM_PUBLIC_URL: 'y' },
      [],
      /^The configuration has errors: ROSTRUM_PORT .*ROSTRUM_PUBLIC_URL .*\.$/,
    ],
    ['an unknown option', {}, ['--jsn'], /^Unknown option '--jsn'/],
    ['a rehearsal that is too fast', {}, ['--rehearse', '--speed', '61'], /^--speed must be a number from 1 to 60\.$/],
    ['a speed without a rehearsal', {}, ['--speed', '10'], /^--speed, --people and --cast are options of --rehearse\.$/],
    ['a rehearsal of nobody', {}, ['--rehearse', '--people', '0'], /^--people must be a number from 1 to 200\.$/],
    ['an address of another machine', { ROSTRUM_HOST: '192.0.2.1' }, [], /^This machine cannot listen on 192\.0\.2\.1/],
    ['an unreachable Redis', { ROSTRUM_REDIS_URL: 'redis://:hidden@127.0.0.1:1' }, [], /^Redis cannot be reached \(ECONNREFUSED\)/],
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
    expect([code, errors.trim()]).toEqual([
      1,
      `Port ${port} is in use. Stop the program that uses it, or choose another port with ROSTRUM_PORT.`,
    ])
  })

  test('data directory in use; the first server goes on', async () => {
    const first = await startCompiledServer({ ROSTRUM_DATA: data })
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: data })
    expect(code).toBe(1)
    expect(errors).toMatch(/^The data directory .* is in use by another Rostrum\..*\n$/)
    expect((await fetch(`${first.startupLinks.url}/health`)).status).toBe(200)
    await first.end()
  })

  test('a file where the data directory should be', async () => {
    await writeFile(data, 'not a directory')
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: data })
    expect(code).toBe(1)
    expect(errors).toMatch(/^The data directory .* cannot be used: .*ROSTRUM_DATA\.\n$/)
  })

  test('a directory that may not be written', async () => {
    // Root may write everywhere, so for root the test uses a place where no directory can be created.
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

  test('two nodes that start at once serve one session at the same links; /health names the log profile', async () => {
    const nodes = await Promise.all([
      startCompiledServer({ ROSTRUM_REDIS_URL: redis.url }),
      startCompiledServer({ ROSTRUM_REDIS_URL: redis.url }),
    ])
    const [one, two] = nodes.map(({ startupLinks: given }) => given)
    expect(getSecret(one?.chair)).toBe(getSecret(two?.chair))
    expect(one?.code).toBe(two?.code)
    expect(await (await fetch(`${one?.url}/health`)).json()).toEqual({
      status: 'alive',
      log: 'redis R1',
      damagedSessions: 0,
      clock: 'in step',
    })
    expect(await enterByLink(two?.url ?? '', one?.room)).toMatchObject({ status: 200, number: 2 })
    await redis.kill()
    expect((await fetch(`${two?.url}/ready`)).status).toBe(503)
    for (const node of nodes) await node.end('SIGKILL')
  })
})
