/** The gateway over long polling, for networks that refuse WebSockets. The rules for a WebSocket hold here too. */
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { replaceSessionPlan } from '@rostrum/server/doors/application/session-setup'
import { blockedCheckMs } from '@rostrum/server/engine/wire/backlog'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasLeaked, makeCanary } from '../support/canary.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
const openConnections: { close(): unknown }[] = []

beforeEach(async () => {
  server = await startInProcessServer()
  url = server.startupLinks.url.replace('localhost', '127.0.0.1')
})
afterEach(async () => {
  for (const one of openConnections.splice(0)) one.close()
  await server.close()
})

const keep = <T extends { close(): unknown }>(one: T): T => {
  openConnections.push(one)
  return one
}
const join = async (link: string | undefined, transport: 'websocket' | 'polling' = 'polling') =>
  keep(await TestClient.join(url, { link: getSecret(link) }, transport))
const makeHandshake = async (link = server.startupLinks.room) => ({
  protocol: protocolVersion,
  ticket: (await enter(url, { link: getSecret(link) })).ticket,
  cursors: {},
})
const openSocket = (auth: object): Socket =>
  keep(io(url, { transports: ['polling'], upgrade: false, forceNew: true, reconnection: false, auth }))
const waitForRefusal = async (socket: Socket): Promise<string> => ((await once(socket as never, 'connect_error')) as [Error])[0].message
const socketUrl = (sid?: string) => `${url}/socket.io/?EIO=4&transport=polling${sid === undefined ? '' : `&sid=${sid}`}`
/** Opens a connection by hand, to use it as no client does. */
const openByHand = async (auth?: object): Promise<string> => {
  const opening = await (await fetch(socketUrl())).text()
  const { sid } = JSON.parse(opening.slice(1)) as { sid: string }
  if (auth) {
    await fetch(socketUrl(sid), { method: 'POST', body: `40${JSON.stringify(auth)}` })
    expect(await (await fetch(socketUrl(sid))).text()).toMatch(/^40\{"sid"/)
  }
  return sid
}
const isThere = async (sid: string): Promise<boolean> => (await fetch(socketUrl(sid), { method: 'POST', body: '3' })).ok

describe('connecting', () => {
  test('[L9] pages of other origins are refused on every request, and none is answered with a script', async () => {
    const origin = 'https://elsewhere.example'
    const sid = await openByHand(await makeHandshake())
    expect((await fetch(socketUrl(), { headers: { origin } })).status).toBe(400)
    expect((await fetch(socketUrl(sid), { method: 'POST', body: '3', headers: { origin } })).status).toBe(400)
    expect((await fetch(socketUrl(sid), { headers: { origin } })).status).toBe(400)
    const script = await fetch(`${socketUrl()}&j=0`)
    expect([script.status, script.headers.get('content-type')]).toEqual([400, 'application/json'])
    expect(await isThere(sid)).toBe(true)
  })

  test('[L9] answers are not stored and not taken for anything but text', async () => {
    const { headers } = await fetch(socketUrl())
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('[W66] the answer to an upgrade has no headers for pages', async () => {
    const request = get(`${socketUrl().replace('polling', 'websocket')}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    const [{ headers }, socket] = (await once(request, 'upgrade')) as [IncomingMessage, Duplex]
    socket.destroy()
    expect(Object.keys(headers).sort()).toEqual(['connection', 'sec-websocket-accept', 'upgrade'])
  })

  test('[L10] a connection that may not enter is refused with the reason', async () => {
    const good = await makeHandshake()
    expect(await waitForRefusal(openSocket({}))).toBe('protocol')
    expect(await waitForRefusal(openSocket({ ...good, protocol: protocolVersion + 1 }))).toBe('protocol')
    expect(await waitForRefusal(openSocket({ ...good, ticket: 'x'.repeat(40) }))).toBe('ticket')
  })

  test('[L10] a participant has at most eight connections, of both kinds together', async () => {
    const clients = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => join(server.startupLinks.room, n % 2 === 0 ? 'polling' : 'websocket')),
    )
    expect(clients).toHaveLength(8)
    expect(await waitForRefusal(openSocket(await makeHandshake()))).toBe('too-many')
  })

  test('[L10] a silent connection is forgotten within five seconds', { timeout: 15_000 }, async () => {
    const sid = await openByHand()
    await expect.poll(() => isThere(sid), { timeout: 7000, interval: 500 }).toBe(false)
  })
})

describe('messages', () => {
  test('[L17] the frames of an audience are the same and in the same order as over a WebSocket', async () => {
    const [polling, websocket] = await Promise.all([join(server.startupLinks.room), join(server.startupLinks.room, 'websocket')])
    const chair = await join(server.startupLinks.chair, 'websocket')
    const screens = [polling, websocket]
    await expect.poll(() => screens.map((one) => one.getPart('presence'))).toEqual(screens.map(() => ({ room: 1, remote: 0 })))
    const listFrames = ({ frames }: TestClient) => frames.received.filter((one) => one.includes('"deltas"'))
    const before = [listFrames(polling).length, listFrames(websocket).length] as const
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    for (let n = 0; n < 20; n += 1) expect((await chair.send(n % 2 ? 'queue.close' : 'queue.open', {})).ok).toBe(true)
    expect(await polling.send('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: false, reason: 'list-closed' })
    // An open list and a closed list look alike here. Only the last change shows that everything has arrived.
    expect(await chair.send('session.suspend', {})).toEqual({ ok: true })
    const listPhases = () => screens.map((one) => one.getPart<{ phase: string }>('session').phase)
    await expect.poll(listPhases).toEqual(['suspended', 'suspended'])
    await expect.poll(() => isDeepStrictEqual(polling.frames.cursors, websocket.frames.cursors)).toBe(true)
    expect(listFrames(polling).slice(before[0])).toEqual(listFrames(websocket).slice(before[1]))
    expect(polling.frames.gaps).toBe(0)
  })

  test('[V7] a question that waits for review reaches nobody else over long polling', async () => {
    const mark = makeCanary()
    const author = await join(server.startupLinks.remote)
    const others = await Promise.all([join(server.startupLinks.room), join(server.startupLinks.display)])
    const received: string[] = []
    for (const { socket } of others) socket.io.engine.on('packet', (packet) => received.push(JSON.stringify(packet)))
    const secretariat = await join(server.startupLinks.secretariat)
    expect(await secretariat.send('session.open', {})).toEqual({ ok: true })
    expect(await author.send('questions.ask', { text: `Is it ${mark}?`, receipt: null })).toEqual({ ok: true })
    await expect.poll(() => hasLeaked(secretariat.frames.received, mark)).toBe(true)
    await secretariat.send('queue.open', {})
    await expect.poll(() => others.every((one) => one.getPart<{ status: { kind: string } }>('queue').status.kind === 'open')).toBe(true)
    expect(received.length).toBeGreaterThan(2)
    expect(hasLeaked([...received, ...others.flatMap(({ frames }) => frames.received)], mark)).toBe(false)
  })

  test('[L1] a command that is repeated over the other transport takes effect once and gets the first answer', async () => {
    const chair = await join(server.startupLinks.chair, 'websocket')
    const id = newCommandId()
    const note = { text: 'Once', tag: null, segment: null, about: null }
    expect(await chair.send('notes.add', note, id)).toEqual({ ok: true })
    const { revision } = server.session
    chair.close()
    const again = await join(server.startupLinks.chair)
    expect(await again.send('notes.add', note, id)).toEqual({ ok: true })
    expect(server.session.revision).toBe(revision)
  })

  test('[L11] a person has one rate limit for both transports', async () => {
    const [polling, websocket] = await Promise.all([join(server.startupLinks.room), join(server.startupLinks.room, 'websocket')])
    const ask = (client: TestClient, n: number) => client.send('questions.ask', { text: `Question ${n}`, receipt: null })
    const chair = await join(server.startupLinks.chair)
    await chair.send('session.open', {})
    const replies = await Promise.all([ask(polling, 1), ask(websocket, 2)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies).toContainEqual({ ok: false, reason: 'too-fast', retryAfter: expect.any(Number) })
  })
})

describe('hostile messages', () => {
  test('[L13] a message over the limit is refused before it is read completely', async () => {
    const sid = await openByHand(await makeHandshake())
    const answer = await fetch(socketUrl(sid), { method: 'POST', body: `42["command",{"x":"${'x'.repeat(170_000)}"}]` })
    expect(answer.status).toBe(413)
    expect((await server.get('/health')).status).toBe(200)
  })

  test.each([
    ['no packet', '4{not a packet'],
    ['an unknown event', '42["drop tables",{}]'],
    ['no reply function', '42["command",{}]'],
    ['binary', `451-["command",{"_placeholder":true,"num":0}]\u001eb${Buffer.alloc(64).toString('base64')}`],
    ['another namespace', '40/admin,{}'],
    ['an older protocol of Engine.IO', '\u0000\u0001\u0002'],
  ])('[L13] %s has no effect, and others are served', async (_name, body) => {
    const sid = await openByHand(await makeHandshake())
    await fetch(socketUrl(sid), { method: 'POST', body }).catch((error: Error) => error)
    const chair = await join(server.startupLinks.chair)
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    expect((await server.get('/health')).status).toBe(200)
  })
})

describe('hostile requests', () => {
  test.each([
    ['a binary body', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'x' }],
    ['another method', { method: 'DELETE' }],
    ['an empty body', { method: 'POST', body: '' }],
  ])('[L13] %s, many times, harms nobody', async (_name, init) => {
    const sid = await openByHand(await makeHandshake())
    await Promise.all(Array.from({ length: 20 }, () => fetch(socketUrl(sid), init).catch((error: Error) => error)))
    const chair = await join(server.startupLinks.chair)
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
  })

  test('[L13] two simultaneous polls end that connection, and no other', async () => {
    const [sid, chair] = [await openByHand(await makeHandshake()), await join(server.startupLinks.chair)]
    // A message that arrived in the meantime answers one of the polls, which is then repeated.
    const poll = async (): Promise<void> => {
      const isAnswered = await fetch(socketUrl(sid)).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isAnswered) await poll()
    }
    await Promise.all([poll(), poll()])
    expect(await isThere(sid)).toBe(false)
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
  })
})

describe('the end of a connection', () => {
  test('[L7] a revoked person is disconnected at once and cannot return', async () => {
    const [secretariat, room] = await Promise.all([join(server.startupLinks.secretariat), join(server.startupLinks.room)])
    const began = performance.now()
    const gone = once(room.socket as never, 'disconnect')
    expect(await secretariat.send('people.revoke', { person: room.ticket.person })).toEqual({ ok: true })
    await gone
    expect(performance.now() - began).toBeLessThan(1000)
    expect(await waitForRefusal(openSocket({ protocol: protocolVersion, ticket: room.ticket.ticket, cursors: {} }))).toMatch(
      /^(revoked|ticket)$/,
    )
  })

  test('[L14] a screen that stops polling is disconnected when 256 KiB are waiting for it', { timeout: 60_000 }, async () => {
    const sid = await openByHand(await makeHandshake())
    const isDropped = () => server.logLines.some((line) => line.includes('does not read'))
    const began = performance.now()
    const { plan } = server.session
    for (let round = 0; round < 100 && !isDropped(); round += 1) {
      const segments = plan.segments.map((segment) => ({ ...segment, question: `${round} ${'é'.repeat(5_000)}` }))
      expect(await replaceSessionPlan(server.session, { ...plan, segments }, newCommandId())).toEqual({ ok: true })
    }
    await expect.poll(isDropped).toBe(true)
    expect(performance.now() - began).toBeLessThan(9000)
    expect(await isThere(sid)).toBe(false)
  })

  test('[L14] a screen that stops polling is also disconnected when anything has waited for ten seconds', { timeout: 30_000 }, async () => {
    const sid = await openByHand(await makeHandshake())
    const chair = await join(server.startupLinks.chair, 'websocket')
    const began = performance.now()
    await chair.send('session.open', {})
    await expect.poll(() => server.logLines.some((line) => line.includes('does not read')), { timeout: 20_000 }).toBe(true)
    expect(performance.now() - began).toBeGreaterThan(8000)
    expect(await isThere(sid)).toBe(false)
  })

  test('[L14] an answer that nobody fetches counts like a frame', { timeout: 30_000 }, async () => {
    const sid = await openByHand(await makeHandshake())
    // The connection brought everything that the screen needs to know. After two checks the server has seen that it was taken.
    await sleep(2 * blockedCheckMs)
    await fetch(socketUrl(sid), { method: 'POST', body: '420["time"]' })
    const began = performance.now()
    await expect.poll(() => server.logLines.some((line) => line.includes('does not read')), { timeout: 20_000 }).toBe(true)
    expect(performance.now() - began).toBeLessThan(12_000)
  })
})
