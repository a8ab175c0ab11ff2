/** The gateway with real sockets: who can connect, what it answers, and what no message can do. */

import { once } from 'node:events'
import { IncomingMessage } from 'node:http'
import { queryObjects } from 'node:v8'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, type IssuedTicket, newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
const openConnections: { close(): unknown }[] = []
const ignoreError = () => undefined

beforeEach(async () => {
  server = await startInProcessServer()
  url = server.startupLinks.url.replace('localhost', '127.0.0.1')
})
afterEach(async () => {
  for (const one of openConnections.splice(0)) one.close()
  await server.close()
})

const joinByLink = async (link: string | undefined): Promise<TestClient> => {
  const client = await TestClient.join(url, { link: getSecret(link) })
  openConnections.push(client)
  return client
}
const openSocket = (auth: object, extra: object = {}): Socket => {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth, ...extra })
  openConnections.push(socket)
  return socket
}
const waitForRefusal = async (socket: Socket): Promise<string> => ((await once(socket as never, 'connect_error')) as [Error])[0].message
const getTicket = (link: string | undefined = server.startupLinks.room): Promise<IssuedTicket> => enter(url, { link: getSecret(link) })
const makeHandshake = async (link?: string) => ({ protocol: protocolVersion, ticket: (await getTicket(link)).ticket, cursors: {} })

describe('connecting', () => {
  test('[L9] a page of another origin is refused before the upgrade', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      origin: 'https://elsewhere.example',
    })
    const [answer] = await once(socket, 'unexpected-response').then(([, response]) => [response as { statusCode: number }])
    expect(answer?.statusCode).toBeGreaterThanOrEqual(400)
  })

  test('[L14] nothing is kept of the request with which a connection started', async () => {
    const countRequests = () => Number(queryObjects(IncomingMessage))
    const before = countRequests()
    const { room } = server.startupLinks
    await Promise.all(Array.from({ length: 5 }, () => joinByLink(room)))
    await expect.poll(countRequests).toBeLessThanOrEqual(before)
  })

  test('[L9] there are no other transports, and a connection does not change its own', async () => {
    for (const transport of ['webtransport', 'flashsocket', 'constructor'])
      expect((await fetch(`${url}/socket.io/?EIO=4&transport=${transport}`)).status).toBe(400)
    const opening = await (await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).text()
    expect(JSON.parse(opening.slice(1))).toMatchObject({ upgrades: [] })
  })

  test('[L10] a connection without a ticket, with a forged one or with another version is refused with the reason', async () => {
    const good = await makeHandshake()
    expect(await waitForRefusal(openSocket({}))).toBe('protocol')
    expect(await waitForRefusal(openSocket({ ...good, protocol: protocolVersion + 1 }))).toBe('protocol')
    expect(await waitForRefusal(openSocket({ ...good, ticket: 'x'.repeat(40) }))).toBe('ticket')
    expect(await waitForRefusal(openSocket({ ...good, ticket: `${good.ticket.slice(0, -2)}AA` }))).toBe('ticket')
    expect(await waitForRefusal(openSocket({ ...good, cursors: { audience: { nested: [[[[[[[[[]]]]]]]]] } } }))).toBe('protocol')
  })

  test('[L10] a silent socket is closed within five seconds', { timeout: 15_000 }, async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { origin: url })
    const began = performance.now()
    await once(socket, 'close')
    expect(performance.now() - began).toBeLessThan(7000)
  })

  test('[L10] a participant has at most eight connections, even if more arrive at once', async () => {
    const auth = await makeHandshake()
    const sockets = Array.from({ length: 20 }, () => openSocket(auth))
    await Promise.all(sockets.map((one) => Promise.race(['connect_error', 'frame'].map((event) => once(one as never, event)))))
    await expect.poll(() => sockets.filter(({ connected }) => connected).length).toBe(8)
    expect(await waitForRefusal(openSocket(auth))).toBe('too-many')
  })

  test('[L7] a revoked person is disconnected at once and cannot return', async () => {
    const [secretariat, room] = await Promise.all([joinByLink(server.startupLinks.secretariat), joinByLink(server.startupLinks.room)])
    const gone = once(room.socket as never, 'disconnect')
    expect(await secretariat.send('people.revoke', { person: room.ticket.person })).toEqual({ ok: true })
    await gone
    expect(await waitForRefusal(openSocket({ protocol: protocolVersion, ticket: room.ticket.ticket, cursors: {} }))).toMatch(
      /^(revoked|ticket)$/,
    )
  })
})

describe('the answers', () => {
  test('[L1] a command and its repeats get the same answer, and screens see the change', async () => {
    const [chair, room] = await Promise.all([joinByLink(server.startupLinks.chair), joinByLink(server.startupLinks.room)])
    const id = newCommandId()
    expect(await chair.send('session.open', {}, id)).toEqual({ ok: true })
    expect(await chair.send('session.open', {}, id)).toEqual({ ok: true })
    await expect.poll(() => room.getPart<{ phase: string }>('session').phase).toBe('open')
  })

  test('[P4] display and participants may not use commands of the staff', async () => {
    const [display, room] = await Promise.all([joinByLink(server.startupLinks.display), joinByLink(server.startupLinks.room)])
    for (const client of [display, room]) expect(await client.send('session.open', {})).toEqual({ ok: false, reason: 'forbidden' })
    expect(server.session.state.session.phase).toBe('planned')
  })

  test('[L11] beyond the rate limit a command is refused and has no effect; the staff have a separate limit', async () => {
    const [chair, room] = await Promise.all([joinByLink(server.startupLinks.chair), joinByLink(server.startupLinks.room)])
    await chair.send('session.open', {})
    const asked = await Promise.all([1, 2].map((n) => room.send('questions.ask', { text: `Question ${n}`, receipt: null })))
    expect(asked).toEqual([{ ok: true }, { ok: false, reason: 'too-fast', retryAfter: expect.any(Number) }])
    // Credits are restored with time.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const flood = await Promise.all(Array.from({ length: 40 }, () => room.send('queue.join', { kind: 'intervention', topic: null })))
    clock.mockRestore()
    expect(flood.filter((reply) => !reply.ok && reply.reason === 'too-fast').length).toBeGreaterThan(25)
    const drive = await Promise.all(Array.from({ length: 40 }, (_, n) => chair.send(n % 2 ? 'queue.open' : 'queue.close', {})))
    expect(drive.every(({ ok }) => ok)).toBe(true)
  })

  test('[L12] the server time is sent for the clocks of the screens', async () => {
    const room = await joinByLink(server.startupLinks.room)
    const before = Date.now()
    const now = (await room.socket.timeout(10_000).emitWithAck('time')) as number
    expect(now).toBeGreaterThanOrEqual(before - 50)
    expect(now).toBeLessThanOrEqual(Date.now() + 50)
  })
})

describe('hostile messages', () => {
  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a number', 7],
    ['text', 'queue.join'],
    ['a list', []],
    ['an empty object', {}],
    ['an unknown command', { id: 'x'.repeat(22), type: 'session.destroy', data: {} }],
    ['a property of Object as command', { id: 'x'.repeat(22), type: 'constructor', data: {} }],
    ['__proto__ in the data', JSON.parse(`{"id":"${'x'.repeat(22)}","type":"session.open","data":{"__proto__":{"role":"chair"}}}`)],
    ['an extra field', { id: 'x'.repeat(22), type: 'session.open', data: {}, actor: { person: 'chair' } }],
    ['extra data', { id: 'x'.repeat(22), type: 'session.open', data: { role: 'chair' } }],
    ['no data', { id: 'x'.repeat(22), type: 'session.open' }],
    ['an id too short', { id: 'x', type: 'session.open', data: {} }],
    ['deep nesting', { id: 'x'.repeat(22), type: 'session.open', data: JSON.parse(`${'['.repeat(4000)}${']'.repeat(4000)}`) }],
    ['many nodes', { id: 'x'.repeat(22), type: 'session.open', data: Array.from({ length: 4000 }, () => 0) }],
  ]
  test.each(hostile)('[L13] %s is malformed, and the connection and the server go on', async (_name, message) => {
    const chair = await joinByLink(server.startupLinks.chair)
    expect(await chair.socket.timeout(10_000).emitWithAck('command', message)).toMatchObject({ ok: false, reason: 'malformed' })
    expect(server.session.state.session.phase).toBe('planned')
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
  })

  test.each([
    ['no acknowledgement function', (socket: Socket) => socket.emit('command', { id: 'x'.repeat(22), type: 'session.open', data: {} })],
    ['no payload', (socket: Socket) => socket.emit('command')],
    ['an unknown event', (socket: Socket) => socket.emit('drop tables', {}, ignoreError)],
    ['a reserved event', (socket: Socket) => socket.io.engine.write('42["error",{}]')],
    ['binary', (socket: Socket) => socket.emit('command', Buffer.alloc(64), ignoreError)],
    ['an invalid packet', (socket: Socket) => socket.io.engine.write('4{not a packet')],
    [
      'more than the limit',
      (socket: Socket) =>
        socket.emit('command', { id: 'x'.repeat(22), type: 'questions.ask', data: { text: 'x'.repeat(170_000) } }, ignoreError),
    ],
  ] as const)('[L13] %s has no effect, and others are served', async (_name, send) => {
    const [bad, chair] = await Promise.all([joinByLink(server.startupLinks.room), joinByLink(server.startupLinks.chair)])
    send(bad.socket)
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    expect((await server.get('/health')).status).toBe(200)
    expect(server.session.revision).toBeGreaterThan(1)
  })
})
