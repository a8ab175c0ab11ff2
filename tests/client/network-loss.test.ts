/** A page and its network: a real connection to a real server, over a line that can stand still without being closed. */
import { answerDueMs } from '@rostrum/client/session/answer-watch'
import { Connection } from '@rostrum/client/session/connection'
import { checkTimeoutMs } from '@rostrum/client/session/reconnection'
import { requestTicket } from '@rostrum/client/session/session-ticket'
import { useSessionStore } from '@rostrum/client/session/store'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'

/** The window of a browser, as far as a connection uses it. */
const page = Object.assign(new EventTarget(), { localStorage: null, sessionStorage: null })
const { fetch: fetchAny } = globalThis
let server: InProcessServer
let line: TcpProxy
let connection: Connection

const getStatus = () => useSessionStore.getState().connectionStatus.kind
const becomes = (kind: string, withinMs: number) => vi.waitFor(() => expect(getStatus()).toBe(kind), { timeout: withinMs, interval: 20 })

beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  line = await TcpProxy.open(server.app.getPort())
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('location', { protocol: 'http:', hostname: '127.0.0.1', host: `127.0.0.1:${line.port}`, port: `${line.port}` })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetchAny(`http://127.0.0.1:${line.port}${path}`, init))
  const link = getSecret(server.startupLinks.room)
  const ticket = await requestTicket(link)
  if (!ticket.ok) throw new Error(ticket.reason)
  connection = new Connection(link, ticket.value)
  await becomes('live', 5000)
  // The clock is measured often after connecting. These answers have arrived.
  await vi.waitFor(() => expect(useSessionStore.getState().clockOffset).not.toBeNull(), 5000)
})
afterEach(async () => {
  connection.close()
  await line.close()
  vi.unstubAllGlobals()
})

const join = () => void connection.send({ type: 'queue.join', data: { kind: 'intervention', topic: null } }, 'own-request')

test('[V202] a page says that it is offline at once when the browser says so, and its presses wait', async () => {
  line.stall()
  page.dispatchEvent(new Event('offline'))
  expect(getStatus()).toBe('offline')
  expect(useSessionStore.getState().offlineSince).not.toBeNull()
  line.resume()
  page.dispatchEvent(new Event('online'))
  await becomes('live', 5000)
})

test('[V372] a press on the floor that could not be sent for five seconds is refused, and a request is sent', async () => {
  const clock = vi.spyOn(Date, 'now')
  line.stall()
  page.dispatchEvent(new Event('offline'))
  const pressed = Date.now()
  const [late, soon] = ['late', 'soon'].map(() => connection.send({ type: 'queue.open', data: {} }, 'controls'))
  join()
  expect(useSessionStore.getState().pending).toMatchObject([{ isUnsent: true }, { isUnsent: true }, { isUnsent: true }])
  clock.mockReturnValue(pressed + 6000)
  line.resume()
  page.dispatchEvent(new Event('online'))
  expect(await late).toEqual({ ok: false, reason: 'conflict' })
  expect(await soon).toEqual({ ok: false, reason: 'conflict' })
  await becomes('live', 5000)
  // The server has refused the request itself, or taken it.
  await vi.waitFor(() => expect(useSessionStore.getState().pending).toEqual([]), 5000)
  clock.mockRestore()
})

test('[V202] if the browser is wrong and the server still answers, the page is connected again', async () => {
  page.dispatchEvent(new Event('offline'))
  expect(getStatus()).toBe('offline')
  await becomes('live', 2000)
  expect(useSessionStore.getState().offlineSince).toBeNull()
})

test('[V202] a connection that is dead and not closed is noticed within five seconds where an answer is outstanding', async () => {
  line.stall()
  join()
  // Without the check it takes eleven seconds or more. A busy machine adds to the time that the page itself waits.
  await becomes('offline', 9000)
  expect(answerDueMs + checkTimeoutMs).toBeLessThan(5000)
  expect(useSessionStore.getState().pending).toMatchObject([{ status: 'waiting' }])
  line.resume()
  await becomes('live', 8000)
  await vi.waitFor(() => expect(useSessionStore.getState().pending).toEqual([]), 5000)
}, 30_000)

test('[V202] a network on which each answer takes three seconds stays connected', async () => {
  line.delay = 1500
  const shown = new Set<string>()
  const stop = useSessionStore.subscribe(({ connectionStatus }) => shown.add(connectionStatus.kind))
  join()
  await vi.waitFor(() => expect(useSessionStore.getState().pending).toEqual([]), 6000)
  stop()
  expect([...shown]).toEqual(['live'])
}, 30_000)

test.each([
  ['as when a phone wakes', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['as when the browser says that there is no network', () => page.dispatchEvent(new Event('offline'))],
])(
  '[V286] a connection that closes while it is being checked is opened again: %s',
  async (_, happens) => {
    line.stall()
    happens()
    line.cut()
    await becomes('offline', 2000)
    line.resume()
    await becomes('live', 8000)
    // The next loss is noticed and mended as the first was.
    line.cut()
    await becomes('offline', 2000)
    line.resume()
    await becomes('live', 8000)
    join()
    await vi.waitFor(() => expect(useSessionStore.getState().pending).toEqual([]), 5000)
  },
  30_000,
)

test('[V286] a page that comes back during an attempt that stands still is connected at once', async () => {
  line.stall()
  line.cut()
  await becomes('offline', 2000)
  // An attempt to connect is under way on a line that stands still.
  await vi.waitFor(() => expect(line.connections).toBeGreaterThan(0), 5000)
  line.resume()
  line.abandon()
  document.dispatchEvent(new Event('visibilitychange'))
  await becomes('live', 2000)
})
