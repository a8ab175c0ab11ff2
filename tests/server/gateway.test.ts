/** The gateway with real sockets: who gets in, what is answered, and what no message can do. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Caller, enter, newId, type Ticket } from '../support/test-client.ts'

let doors: Doors
let url: string
const open: { close(): unknown }[] = []
const ignored = () => undefined

beforeEach(async () => {
  doors = await openDoors()
  url = doors.given.url.replace('localhost', '127.0.0.1')
})
afterEach(async () => {
  for (const one of open.splice(0)) one.close()
  await doors.close()
})

const join = async (link: string | undefined): Promise<Caller> => {
  const caller = await Caller.join(url, { link: secretIn(link) })
  open.push(caller)
  return caller
}
const line = (auth: object, extra: object = {}): Socket => {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth, ...extra })
  open.push(socket)
  return socket
}
const turnedAway = async (socket: Socket): Promise<string> => ((await once(socket as never, 'connect_error')) as [Error])[0].message
const ticket = (link: string | undefined = doors.given.room): Promise<Ticket> => enter(url, { link: secretIn(link) })
const greeting = async (link?: string) => ({ protocol: protocolVersion, ticket: (await ticket(link)).ticket, cursors: {} })

describe('who gets in', () => {
  it('[L9] a page of another origin is refused before the upgrade', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      origin: 'https://elsewhere.example',
    })
    const [answer] = await once(socket, 'unexpected-response').then(([, response]) => [response as { statusCode: number }])
    expect(answer?.statusCode).toBeGreaterThanOrEqual(400)
  })

  it('[L9] polling is not a way in', async () => {
    const response = await fetch(`${url}/socket.io/?EIO=4&transport=polling`)
    expect(response.status).toBe(400)
  })

  it('[L10] without a ticket, with a forged one, or in another version it is turned away by name', async () => {
    const good = await greeting()
    expect(await turnedAway(line({}))).toBe('protocol')
    expect(await turnedAway(line({ ...good, protocol: protocolVersion + 1 }))).toBe('protocol')
    expect(await turnedAway(line({ ...good, ticket: 'x'.repeat(40) }))).toBe('ticket')
    expect(await turnedAway(line({ ...good, ticket: `${good.ticket.slice(0, -2)}AA` }))).toBe('ticket')
    expect(await turnedAway(line({ ...good, cursors: { audience: { nested: [[[[[[[[[]]]]]]]]] } } }))).toBe('protocol')
  })

  it('[L10] a socket that says nothing is closed within five seconds', { timeout: 15_000 }, async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { origin: url })
    const began = performance.now()
    await once(socket, 'close')
    expect(performance.now() - began).toBeLessThan(7000)
  })

  it('[L10] a participant has five lines and no more', async () => {
    const auth = await greeting()
    const lines = Array.from({ length: 5 }, () => line(auth))
    await Promise.all(lines.map((one) => once(one as never, 'connect')))
    expect(await turnedAway(line(auth))).toBe('too-many')
  })

  it('[L7] a revoked person loses the line at once and does not come back', async () => {
    const [desk, room] = await Promise.all([join(doors.given.secretariat), join(doors.given.room)])
    const gone = once(room.socket as never, 'disconnect')
    expect(await desk.tell('people.revoke', { person: room.ticket.person })).toEqual({ ok: true })
    await gone
    expect(await turnedAway(line({ protocol: protocolVersion, ticket: room.ticket.ticket, cursors: {} }))).toMatch(/^(revoked|ticket)$/)
  })
})

describe('what is answered', () => {
  it('[L1] a command and its repeats, and the screen sees what it did', async () => {
    const [chair, room] = await Promise.all([join(doors.given.chair), join(doors.given.room)])
    const id = newId()
    expect(await chair.tell('session.open', {}, id)).toEqual({ ok: true })
    expect(await chair.tell('session.open', {}, id)).toEqual({ ok: true })
    await expect.poll(() => room.view<{ phase: string }>('session').phase).toBe('open')
  })

  it('[P4] the display and a participant may not drive', async () => {
    const [display, room] = await Promise.all([join(doors.given.display), join(doors.given.room)])
    for (const caller of [display, room]) expect(await caller.tell('session.open', {})).toEqual({ ok: false, why: 'forbidden' })
    expect(doors.session.state.session.phase).toBe('planned')
  })

  it('[L11] beyond the rate: too fast, and nothing done; staff have a lane of their own', async () => {
    const [chair, room] = await Promise.all([join(doors.given.chair), join(doors.given.room)])
    await chair.tell('session.open', {})
    const asked = await Promise.all([1, 2].map((n) => room.tell('questions.ask', { text: `Question ${n}`, receipt: null })))
    expect(asked).toEqual([{ ok: true }, { ok: false, why: 'too-fast' }])
    const flood = await Promise.all(Array.from({ length: 40 }, () => room.tell('queue.join', { kind: 'intervention', topic: null })))
    expect(flood.filter((reply) => !reply.ok && reply.why === 'too-fast').length).toBeGreaterThan(25)
    const drive = await Promise.all(Array.from({ length: 40 }, (_, n) => chair.tell(n % 2 ? 'queue.open' : 'queue.close', {})))
    expect(drive.every(({ ok }) => ok)).toBe(true)
  })

  it('[L12] the time, to set clocks by', async () => {
    const room = await join(doors.given.room)
    const before = Date.now()
    const now = (await room.socket.timeout(2000).emitWithAck('time')) as number
    expect(now).toBeGreaterThanOrEqual(before - 50)
    expect(now).toBeLessThanOrEqual(Date.now() + 50)
  })
})

describe('what no message can do', () => {
  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a number', 7],
    ['text', 'queue.join'],
    ['a list', []],
    ['an empty object', {}],
    ['an unknown command', { id: 'x'.repeat(22), type: 'session.destroy', data: {} }],
    ['a command of Object', { id: 'x'.repeat(22), type: 'constructor', data: {} }],
    ['a proto', JSON.parse(`{"id":"${'x'.repeat(22)}","type":"session.open","data":{"__proto__":{"role":"chair"}}}`)],
    ['a field too many', { id: 'x'.repeat(22), type: 'session.open', data: {}, actor: { person: 'chair' } }],
    ['data too many', { id: 'x'.repeat(22), type: 'session.open', data: { role: 'chair' } }],
    ['no data', { id: 'x'.repeat(22), type: 'session.open' }],
    ['an id too short', { id: 'x', type: 'session.open', data: {} }],
    ['deep nesting', { id: 'x'.repeat(22), type: 'session.open', data: JSON.parse(`${'['.repeat(4000)}${']'.repeat(4000)}`) }],
    ['many nodes', { id: 'x'.repeat(22), type: 'session.open', data: Array.from({ length: 4000 }, () => 0) }],
  ]
  it.each(hostile)('[L13] %s is malformed, and the line and the server go on', async (_name, message) => {
    const chair = await join(doors.given.chair)
    expect(await chair.socket.timeout(2000).emitWithAck('command', message)).toEqual({ ok: false, why: 'malformed' })
    expect(doors.session.state.session.phase).toBe('planned')
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
  })

  it.each([
    ['no function to answer', (socket: Socket) => socket.emit('command', { id: 'x'.repeat(22), type: 'session.open', data: {} })],
    ['no payload', (socket: Socket) => socket.emit('command')],
    ['an unknown event', (socket: Socket) => socket.emit('drop tables', {}, ignored)],
    ['a reserved event', (socket: Socket) => socket.io.engine.write('42["error",{}]')],
    ['binary', (socket: Socket) => socket.emit('command', Buffer.alloc(64), ignored)],
    ['a packet that is none', (socket: Socket) => socket.io.engine.write('4{not a packet')],
    [
      'more than the limit',
      (socket: Socket) =>
        socket.emit('command', { id: 'x'.repeat(22), type: 'questions.ask', data: { text: 'x'.repeat(20_000) } }, ignored),
    ],
  ] as const)('[L13] %s cannot harm: nothing is done and others are served', async (_name, send) => {
    const [bad, chair] = await Promise.all([join(doors.given.room), join(doors.given.chair)])
    send(bad.socket)
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    expect((await doors.get('/health')).status).toBe(200)
    expect(doors.session.revision).toBeGreaterThan(1)
  })

  it('[L14] a screen that stops reading is let go, and memory stays bounded', { timeout: 150_000 }, async () => {
    const { ticket: pass } = await ticket()
    const { port } = new URL(url)
    const raw = connect(Number(port), '127.0.0.1')
    open.push({ close: () => raw.destroy() })
    raw.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${url}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${Buffer.from(newId()).subarray(0, 16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
    await once(raw, 'data')
    const text = Buffer.from(`40${JSON.stringify({ protocol: protocolVersion, ticket: pass, cursors: {} })}`)
    const mask = Buffer.from([1, 2, 3, 4])
    const head =
      text.length < 126 ? Buffer.from([0x81, 0x80 | text.length]) : Buffer.from([0x81, 0x80 | 126, text.length >> 8, text.length & 255])
    raw.write(Buffer.concat([head, mask, text.map((byte, index) => byte ^ (mask[index % 4] as number))]))
    await once(raw, 'data')
    raw.pause()
    const chair = await join(doors.given.chair)
    await chair.tell('session.open', {})
    const gone = new Promise<void>((resolve) => raw.once('close', () => resolve()))
    const groups = doors.session.state.session.groups.map(({ id }) => id)
    for (let index = 0; index < 200; index += 1) {
      const group = groups[index % groups.length] as never
      await chair.insist('queue.add', {
        kind: 'intervention',
        person: null,
        entity: `Organization ${index} ${'x'.repeat(90)}`,
        speaker: null,
        group,
        door: 'paper',
        seenAt: (index + 1) as never,
        note: null,
      })
    }
    // Each pair is told at once, and carries the whole order: enough to fill what the system buffers for a reader.
    for (let pair = 0; pair < 1000 && !doors.logged.some((entry) => entry.includes('does not read')); pair += 1) {
      const limit = doors.session.state.floor.limits.everyone
      const { mode: expectedMode } = doors.session.state.queue
      await chair.insist('queue.order', { mode: expectedMode === 'received' ? 'balanced' : 'received', recommend: false, expectedMode })
      await chair.insist('floor.limit', {
        scope: { kind: 'everyone' },
        limit: (limit === 60_000 ? 90_000 : 60_000) as never,
        expectedLimit: limit,
      })
    }
    expect(doors.logged.some((entry) => entry.includes('does not read'))).toBe(true)
    raw.resume()
    await gone
  })
})
