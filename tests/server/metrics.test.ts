/** Figures: what is counted, where it is served, and that nothing of anybody is in it. */
import { once } from 'node:events'
import { openMetrics } from '@rostrum/server/http/metrics'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canary, leaks } from '../support/canary.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Caller } from '../support/test-client.ts'

let doors: Doors
let url: string
const figures = async (): Promise<string> => (await fetch(`http://127.0.0.1:${doors.app.metricsPort()}/metrics`)).text()
/** The value of a line such as `rostrum_sockets{role="chair",channel="room"}`. */
const figureOf = (text: string, line: string): number | null => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? null : Number(found.slice(line.length + 1))
}

beforeAll(async () => {
  doors = await openDoors({ metrics: '0' })
  url = `http://127.0.0.1:${doors.app.port()}`
})
afterAll(() => doors.close())

describe('figures', () => {
  test('are counted: lines by role and channel, commands by type and outcome, appends, rounds, frames, what the doors refuse', async () => {
    const chair = await Caller.join(url, { link: secretIn(doors.given.chair) })
    const remote = await Caller.join(url, { link: secretIn(doors.given.remote) })
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    expect(await remote.tell('session.close', {})).toEqual({ ok: false, why: 'forbidden' })
    expect(await chair.socket.timeout(2000).emitWithAck('command', { type: 'no.such', id: 'x' })).toEqual({ ok: false, why: 'malformed' })
    expect((await doors.post('/api/codes', { code: 'AAAAAAAA' })).status).toBe(404)
    const stranger = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth: {} })
    await once(stranger as never, 'connect_error')
    stranger.disconnect()
    await expect.poll(async () => figureOf(await figures(), 'rostrum_round_seconds_count')).toBeGreaterThan(0)
    const text = await figures()
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('rostrum_sockets{'))
        .sort(),
    ).toEqual(['rostrum_sockets{role="chair",channel="room"} 1', 'rostrum_sockets{role="participant",channel="remote"} 1'])
    expect(figureOf(text, 'rostrum_commands_total{type="session.open",outcome="ok"}')).toBe(1)
    expect(figureOf(text, 'rostrum_commands_total{type="session.close",outcome="forbidden"}')).toBe(1)
    expect(figureOf(text, 'rostrum_commands_total{type="none",outcome="malformed"}')).toBe(1)
    expect(figureOf(text, 'rostrum_sessions{phase="open"}')).toBe(1)
    expect(figureOf(text, 'rostrum_http_refused_total{route="/api/codes",status="404"}')).toBe(1)
    expect(figureOf(text, 'rostrum_sockets_turned_away_total{why="protocol"}')).toBe(1)
    expect(figureOf(text, 'rostrum_slow_readers_total')).toBe(0)
    expect(figureOf(text, 'rostrum_append_seconds_count')).toBeGreaterThanOrEqual(3)
    expect(figureOf(text, 'rostrum_frames_sent_total')).toBeGreaterThanOrEqual(4)
    expect(figureOf(text, 'rostrum_frame_bytes_sent_total')).toBeGreaterThan(1000)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    remote.close()
    await expect.poll(async () => figureOf(await figures(), 'rostrum_sockets{role="participant",channel="remote"}')).toBe(0)
    chair.close()
  })

  test('hold nothing that anybody wrote or is, and neither do the notes of what happened', async () => {
    const [question, topic, name, entity, path] = [canary(), canary(), canary(), canary(), canary()]
    const person = { entity: `Association ${entity}`, group: 'civil-society', channel: 'room', name, named: true }
    const walkIn = (await (await doors.post('/api/tickets', { code: doors.given.code, person })).json()) as {
      link: string
      ticket: string
      person: string
    }
    const chair = await Caller.join(url, { link: secretIn(doors.given.chair) })
    const phone = await Caller.join(url, { link: walkIn.link })
    await chair.insist('session.open', {})
    await chair.insist('queue.open', {})
    expect(await phone.tell('questions.ask', { text: `Is it ${question}?`, receipt: null })).toEqual({ ok: true })
    expect(await phone.tell('queue.join', { kind: 'intervention', topic })).toEqual({ ok: true })
    await chair.socket.timeout(2000).emitWithAck('command', { type: question, id: topic })
    await doors.get(`/api/${path}`)
    await doors.get(`/${path}`)
    const given = await figures()
    const said = [given, ...doors.logged]
    expect(doors.logged.length).toBeGreaterThan(3)
    for (const mark of [question, topic, name, entity, path, walkIn.link, walkIn.ticket, secretIn(doors.given.chair), doors.given.code])
      expect(leaks(said, mark)).toBe(false)
    for (const id of [walkIn.person, doors.session.id, phone.ticket.person]) expect(leaks([given], id)).toBe(false)
    for (const caller of [chair, phone]) caller.close()
  })

  test('are on a port of their own and nowhere else', async () => {
    expect((await doors.get('/metrics')).status).toBe(404)
    const base = `http://127.0.0.1:${doors.app.metricsPort()}`
    for (const path of ['/', '/health', '/api/sessions', '/metrics/', '/metrics?x']) expect((await fetch(base + path)).status).toBe(404)
    expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404)
    const answer = await fetch(`${base}/metrics`)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('are served only where that was asked for', async () => {
    const plain = await openDoors()
    expect(plain.app.metricsPort()).toBeNull()
    await plain.close()
  })

  test('count a screen that was let go', async () => {
    const { meter, registry } = openMetrics(() => [])
    meter.letGo()
    expect(figureOf(await registry.metrics(), 'rostrum_slow_readers_total')).toBe(1)
  })
})
