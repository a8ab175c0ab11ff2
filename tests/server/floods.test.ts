/** Clients that send what no screen sends, or far too much, on real sockets. */
import { once } from 'node:events'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
const opened: { close(): unknown }[] = []
beforeEach(async () => {
  server = await startInProcessServer()
  url = server.startupLinks.url.replace('localhost', '127.0.0.1')
})
afterEach(async () => {
  for (const one of opened.splice(0)) one.close()
  await server.close()
})
const keep = <T extends { close(): unknown }>(one: T): T => {
  opened.push(one)
  return one
}
const join = async (link: string | undefined): Promise<TestClient> => keep(await TestClient.join(url, { link: getSecret(link) }))
const getHandshake = async (link = server.startupLinks.room) => ({
  protocol: protocolVersion,
  ticket: (await enter(url, { link: getSecret(link) })).ticket,
})

/** Opens a WebSocket of Engine.IO that has sent nothing yet. */
const openRaw = async () => {
  const socket = keep(new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`))
  const heard: string[] = []
  socket.on('message', (data) => heard.push(String(data)))
  await once(socket, 'message')
  return { socket, heard, closed: once(socket, 'close') }
}
const sendMany = (socket: WebSocket, count: number, make: (index: number) => string) => {
  for (let index = 0; index < count; index += 1) socket.send(make(index))
}
const hasErrors = () => server.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)
const expectServed = async () => {
  const chair = await join(server.startupLinks.chair)
  expect(await chair.send('session.open', {})).toEqual({ ok: true })
  expect(hasErrors()).toEqual([])
}

test('[L13] a command named like a property that every object inherits is malformed, and costs credits like any other', async () => {
  const room = await join(server.startupLinks.room)
  // All at once, because credits are restored with time.
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      room.send(['__proto__', 'constructor', 'toString', 'hasOwnProperty'][index % 4] as never, {} as never),
    ),
  )
  const reasons = replies.map((reply) => (reply.ok ? 'ok' : reply.reason))
  expect(new Set(reasons)).toEqual(new Set(['malformed', 'too-fast']))
  expect(reasons[0]).toBe('malformed')
  await expectServed()
})

test('[L22] a connection enters once, so nobody gets more subscriptions than connections', async () => {
  const handshake = await getHandshake()
  const { socket, closed } = await openRaw()
  sendMany(socket, 2, () => `40${JSON.stringify(handshake)}`)
  await closed
  const again = await openRaw()
  sendMany(again.socket, 20, () => `40${JSON.stringify(handshake)}`)
  await again.closed
  const room = await join(server.startupLinks.room)
  const presence = await join(server.startupLinks.chair)
  await expect.poll(() => presence.getPart<{ room: number }>('presence').room).toBe(1)
  expect(room.socket.connected).toBe(true)
})

test.each<[string, (index: number) => string]>([
  ['asks to enter again and again', () => `40${JSON.stringify({ protocol: protocolVersion, ticket: 'none' })}`],
  ['asks to enter where nothing is', (index) => `40/place-${index},{}`],
  ['sends nothing that anybody reads', () => '2'],
])('[L23] a connection that was not let in and %s is closed after ten messages', async (_, make) => {
  const { socket, heard, closed } = await openRaw()
  sendMany(socket, 5_000, make)
  await closed
  expect(heard.length).toBeLessThan(20)
  await expectServed()
})

test.each<[string, (index: number) => string]>([
  ['asks for the time', (index) => `42${index}["time"]`],
  ['sends commands', (index) => `42${index}["command",{"id":"${`${index}`.padEnd(22, 'x')}","type":"queue.join","data":{}}]`],
])('[L23] a participant who %s thousands of times loses the connection, not the server', async (_, make) => {
  const { socket, heard, closed } = await openRaw()
  socket.send(`40${JSON.stringify(await getHandshake())}`)
  await expect.poll(() => heard.some((text) => text.includes('"s":"a"'))).toBe(true)
  // More messages are let through as time passes.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
  sendMany(socket, 5_000, make)
  await closed
  clock.mockRestore()
  expect(heard.filter((text) => text.startsWith('43')).length).toBeLessThan(150)
  await expectServed()
})

test('[L23] a flood in one request of long polling ends the connection too', async () => {
  const polling = `${url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(polling)).text()).slice(1)) as { sid: string }
  const body = Array.from({ length: 1_500 }, () => '40{}').join('\u001e')
  await fetch(`${polling}&sid=${sid}`, { method: 'POST', body })
  expect((await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: '3' })).status).toBe(400)
  await expectServed()
})

/** Counts the texts of at least 4,000 letters that are read as JSON, here or on the server, until `stop`. */
const watchReading = () => {
  const read = vi.spyOn(JSON, 'parse')
  return {
    count: () => read.mock.calls.filter(([text]) => String(text).length >= 4_000).length,
    stop: () => read.mockRestore(),
  }
}
const brackets = `${'['.repeat(75_000)}${']'.repeat(75_000)}`
/** A connection of Engine.IO over long polling that has sent nothing yet. */
const openPolling = async () => {
  const polling = `${url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(polling)).text()).slice(1)) as { sid: string }
  return { send: (body: string) => fetch(`${polling}&sid=${sid}`, { method: 'POST', body }) }
}

test('[X92] more than 4 KiB before entering ends the connection, and none of it is read', async () => {
  const reading = watchReading()
  const { socket, heard, closed } = await openRaw()
  socket.send(`40{"ticket":"${'x'.repeat(4_100)}"}`)
  await closed
  const polling = await openPolling()
  await polling.send(`40{"ticket":"${'x'.repeat(150_000)}"}`)
  expect((await polling.send('3')).status).toBe(400)
  expect([heard.length, reading.count()]).toEqual([1, 0])
  reading.stop()
  await expectServed()
})

test('[X92] a participant has one allowance in bytes over all connections and HTTP, and what is beyond it is never read', async () => {
  const handshake = await getHandshake()
  const enterRaw = async () => {
    const raw = await openRaw()
    raw.socket.send(`40${JSON.stringify(handshake)}`)
    await expect.poll(() => raw.heard.some((text) => text.includes('"s":"a"'))).toBe(true)
    return raw
  }
  const [first, second] = [await enterRaw(), await enterRaw()]
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
  const reading = watchReading()
  first.socket.send(`421["command",${brackets}]`)
  await expect.poll(() => first.heard.some((text) => text.startsWith('431'))).toBe(true)
  second.socket.send(`421["command",${brackets}]`)
  await second.closed
  const command = (body: string) =>
    server.post(`/api/sessions/${server.session.id}/commands`, body, { authorization: `Bearer ${handshake.ticket}` })
  const refused = await command(brackets)
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.closeTo(18, -1)])
  expect(reading.count()).toBe(1)
  reading.stop()
  clock.mockRestore()
  expect((await command('{}')).status).toBe(400)
  await expectServed()
})

test('[L23] an officer who works fast is never taken for a flood', async () => {
  const chair = await join(server.startupLinks.chair)
  await chair.send('session.open', {})
  const replies = await Promise.all(
    Array.from({ length: 150 }, (_, index) => chair.send(index % 2 === 0 ? 'queue.open' : 'queue.close', {})),
  )
  expect(replies.every(({ ok }) => ok)).toBe(true)
})

test('[W64] every permitted text fits into a message, and a longer one is answered', async () => {
  const { socket, heard } = await openRaw()
  socket.send(`40${JSON.stringify(await getHandshake())}`)
  await expect.poll(() => heard.some((text) => text.includes('"s":"a"'))).toBe(true)
  const escapeAll = (text: string) => [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  // Half a minute passes before each text, because all of them together are more than a person may send at once.
  const clock = vi.spyOn(performance, 'now')
  const began = performance.now()
  const send = async (index: number, text: string) => {
    clock.mockReturnValue(began + 30_000 * (index + 1))
    socket.send(
      `42${index}["command",{"id":"${`${index}`.padEnd(22, 'x')}","type":"statements.submit","data":{"text":"${text}","expectedVersion":0}}]`,
    )
    await expect.poll(() => heard.find((one) => one.startsWith(`43${index}[`))).toBeDefined()
    return heard.find((one) => one.startsWith(`43${index}[`)) ?? ''
  }
  const russian = 'правительство '.repeat(1_000).slice(0, 12_000)
  const arabic = 'المسؤولية '.repeat(1_200)
  const composed = 'é'.normalize('NFD').repeat(12_000)
  for (const [index, text] of [russian, arabic, composed].flatMap((text) => [text, escapeAll(text)]).entries())
    expect([index, await send(index, text)]).toEqual([index, expect.not.stringMatching(/too-long|malformed/)])
  expect(await send(9, 'x'.repeat(24_001))).toContain('text-too-long')
  clock.mockRestore()
  expect(socket.readyState).toBe(WebSocket.OPEN)
})

test('[L24] a session deleted and created again under its id is a different one, and accepts connections', async () => {
  const { id } = server.session
  const { plan } = server.session
  const room = await join(server.startupLinks.room)
  const gone = once(room.socket as never, 'disconnect')
  await server.app.sessions.delete(id)
  await gone
  room.close()
  const again = await server.app.sessions.create(id, plan)
  const person = 'room' as PersonId
  const [group] = plan.groups
  await again.admit(
    [{ person, role: 'participant', entity: 'Again', group: group?.id ?? null, channel: 'room' }],
    newCommandId() as CommandId,
  )
  const link = await server.app.links.renew(id, person)
  const back = keep(await TestClient.join(url, { link }))
  expect(back.getPart<{ entity: string }>('me').entity).toBe('Again')
  expect(hasErrors()).toEqual([])
})
