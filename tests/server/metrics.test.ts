/** Metrics: what they count, where they are served, and that they contain no personal data. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createMetrics } from '@rostrum/server/doors/http/metrics'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasLeaked, makeCanary } from '../support/canary.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
const fetchMetrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${server.app.getMetricsPort()}/metrics`)).text()
/** Returns the value of a line such as `rostrum_sockets{role="chair",channel="room"}`. */
const readMetric = (text: string, line: string): number | null => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? null : Number(found.slice(line.length + 1))
}

beforeAll(async () => {
  server = await startInProcessServer({ metrics: '0' })
  url = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

test('the Grafana dashboard and the page for operators name only metrics that exist, and all metrics of the product', async () => {
  const read = (path: string) => readFile(new URL(`../../docs/${path}`, import.meta.url), 'utf8')
  const text = await fetchMetrics()
  const served = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name))
  const strip = (name: string) => name.replace(/_(bucket|sum|count)$/, '')
  const { panels } = JSON.parse(await read('deploy/grafana-dashboard.json')) as { panels: { targets: { expr: string }[] }[] }
  const shown = panels
    .flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/\b(rostrum|nodejs|process)_[a-z0-9_]+/g) ?? []))
    .map(strip)
  expect(shown.filter((name) => !served.has(name))).toEqual([])
  const ours = [...served].filter((name) => name.startsWith('rostrum_'))
  expect(ours.filter((name) => !shown.includes(name))).toEqual([])
  const page = await read('operating.md')
  expect(ours.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

describe('metrics', () => {
  tellStory()
  test('count connections by role and channel, commands by type and outcome, appends, rounds, frames and HTTP refusals', async () => {
    const chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
    const remote = await TestClient.join(url, { link: getSecret(server.startupLinks.remote) })
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    expect(await remote.send('session.close', {})).toEqual({ ok: false, reason: 'forbidden' })
    expect(await chair.socket.timeout(2000).emitWithAck('command', { type: 'no.such', id: 'x' })).toMatchObject({
      ok: false,
      reason: 'malformed',
    })
    expect((await server.post('/api/codes', { code: 'AAAAAAAA' })).status).toBe(404)
    const stranger = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth: {} })
    await once(stranger as never, 'connect_error')
    stranger.disconnect()
    await expect
      .poll(async () => readMetric(await fetchMetrics(), 'rostrum_round_seconds_count{audience="public",pace="now"}'))
      .toBeGreaterThan(0)
    for (const audience of ['staff', 'public'])
      await expect
        .poll(async () => readMetric(await fetchMetrics(), `rostrum_frames_sent_total{audience="${audience}"}`))
        .toBeGreaterThanOrEqual(2)
    const text = await fetchMetrics()
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('rostrum_sockets{'))
        .sort(),
    ).toEqual(['rostrum_sockets{role="chair",channel="room"} 1', 'rostrum_sockets{role="participant",channel="remote"} 1'])
    expect(readMetric(text, 'rostrum_commands_total{type="session.open",outcome="ok"}')).toBe(1)
    expect(readMetric(text, 'rostrum_commands_total{type="session.close",outcome="forbidden"}')).toBe(1)
    expect(readMetric(text, 'rostrum_commands_total{type="none",outcome="malformed"}')).toBe(1)
    expect(readMetric(text, 'rostrum_sessions{phase="open"}')).toBe(1)
    expect(readMetric(text, 'rostrum_http_refused_total{route="/api/codes",status="404"}')).toBe(1)
    expect(readMetric(text, 'rostrum_sockets_turned_away_total{reason="protocol"}')).toBe(1)
    expect(readMetric(text, 'rostrum_slow_readers_total')).toBe(0)
    expect(readMetric(text, 'rostrum_append_seconds_count')).toBeGreaterThanOrEqual(3)
    expect(readMetric(text, 'rostrum_append_commits_count')).toBe(readMetric(text, 'rostrum_append_seconds_count'))
    for (const audience of ['staff', 'public'])
      expect(readMetric(text, `rostrum_frame_bytes_sent_total{audience="${audience}"}`)).toBeGreaterThan(1000)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    remote.close()
    await expect.poll(async () => readMetric(await fetchMetrics(), 'rostrum_sockets{role="participant",channel="remote"}')).toBe(0)
    chair.close()
  })

  test('contain no text, name or id of a person; the server log contains no text and no secret', async () => {
    const [question, topic, name, entity, path] = [makeCanary(), makeCanary(), makeCanary(), makeCanary(), makeCanary()]
    const person = { entity: `Association ${entity}`, group: 'civil-society', channel: 'room', name, nameInRecord: true }
    const walkIn = (await (await server.post('/api/tickets', { code: server.startupLinks.code, person })).json()) as {
      link: string
      ticket: string
      person: string
    }
    const chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
    const phone = await TestClient.join(url, { link: walkIn.link })
    await chair.sendUntilAnswered('session.open', {})
    await chair.sendUntilAnswered('queue.open', {})
    expect(await phone.send('questions.ask', { text: `Is it ${question}?`, receipt: null })).toEqual({ ok: true })
    expect(await phone.send('queue.join', { kind: 'intervention', topic })).toEqual({ ok: true })
    await chair.socket.timeout(2000).emitWithAck('command', { type: question, id: topic })
    await server.get(`/api/${path}`)
    await server.get(`/${path}`)
    const metrics = await fetchMetrics()
    const printed = [metrics, ...server.logLines]
    expect(server.logLines.length).toBeGreaterThan(3)
    for (const mark of [
      question,
      topic,
      name,
      entity,
      path,
      walkIn.link,
      walkIn.ticket,
      getSecret(server.startupLinks.chair),
      server.startupLinks.code,
    ])
      expect(hasLeaked(printed, mark)).toBe(false)
    for (const id of [walkIn.person, server.session.id, phone.ticket.person]) expect(hasLeaked([metrics], id)).toBe(false)
    for (const client of [chair, phone]) client.close()
  })

  test('are on a separate port and nowhere else', async () => {
    expect((await server.get('/metrics')).status).toBe(404)
    const base = `http://127.0.0.1:${server.app.getMetricsPort()}`
    for (const path of ['/', '/health', '/api/sessions', '/metrics/', '/metrics?x']) expect((await fetch(base + path)).status).toBe(404)
    expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404)
    const answer = await fetch(`${base}/metrics`)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('are served only if they are configured', async () => {
    const plain = await startInProcessServer()
    expect(plain.app.getMetricsPort()).toBeNull()
    await plain.close()
  })

  test('count a slow connection that was closed', async () => {
    const { meter, registry } = createMetrics(
      () => [],
      () => 'memory',
    )
    meter.droppedSlow()
    expect(readMetric(await registry.metrics(), 'rostrum_slow_readers_total')).toBe(1)
  })
})

test('[L64] the main port has no metrics, and no page in their place', async () => {
  const answer = await fetch(`${url}/metrics`)
  expect([answer.status, await answer.json()]).toEqual([404, { reason: 'not-found' }])
})
