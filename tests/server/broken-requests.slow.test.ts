/** Requests that end in the middle, never end, or contradict themselves, on real sockets. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

let server: InProcessServer
beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(() => server.close())

const head = (line: string, ...headers: readonly string[]) => [line, ...headers, '', ''].join('\r\n')

const open = async () => {
  const socket = connect(server.app.getPort(), '127.0.0.1')
  // These tests expect a reset.
  socket.on('error', ({ code }: NodeJS.ErrnoException) => expect(code).toMatch(/^(ECONNRESET|EPIPE)$/))
  await once(socket, 'connect')
  return socket
}

/** Returns everything that the server answers until it ends the connection. */
const sendRaw = async (text: string): Promise<string> => {
  const socket = await open()
  let answer = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    answer += piece
  })
  socket.write(text)
  await once(socket, 'close')
  return answer
}

describe('a client that resets its connection', () => {
  test('[S63] leaves no error in the log, however far its request got', async () => {
    const body = JSON.stringify({ code: 'AAAAAAAA' })
    const requests = [
      head('GET /api/sessions HTTP/1.1', 'Host: x'),
      head('GET /nothing HTTP/1.1', 'Host: x', 'X-Forwarded-For: 192.0.2.1'),
      head('POST /api/codes HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${body.length}`) + body,
      head('POST /api/codes HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${body.length}`) + body.slice(3),
    ]
    for (let round = 0; round < 40; round += 1) {
      for (const request of requests) {
        const socket = await open()
        socket.write(request, () => socket.resetAndDestroy())
        await once(socket, 'close')
      }
    }
    expect((await server.get('/health')).status).toBe(200)
    expect(server.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([])
  })
})
describe('a request that names several hosts', () => {
  test('[S64] is refused, over HTTP and when a socket connects', async () => {
    const [host, other, close] = [`Host: 127.0.0.1:${server.app.getPort()}`, 'host: example.org', 'Connection: close']
    const socketPath = '/socket.io/?EIO=4&transport=polling'
    for (const path of ['/health', '/', '/api/sessions', socketPath]) {
      const refused = await sendRaw(head(`GET ${path} HTTP/1.1`, host, other, close))
      expect([path, refused.split('\r\n')[0]]).toEqual([path, 'HTTP/1.1 400 Bad Request'])
      expect(await sendRaw(head(`GET ${path} HTTP/1.1`, other, host, close))).toMatch(/^HTTP\/1.1 400/)
      expect(await sendRaw(head(`GET ${path} HTTP/1.1`, host, close))).toMatch(/^HTTP\/1.1 (200|401|404)/)
    }
  })
})

describe('a request whose end can be read in two ways', () => {
  const chunked = 'Transfer-Encoding: chunked'
  test.each([
    ['two lengths', ['Content-Length: 4', 'Content-Length: 5']],
    ['a length and chunks', ['Content-Length: 4', chunked]],
    ['chunks under two names', [chunked, 'Transfer-Encoding: identity']],
    ['a length with a sign', ['Content-Length: +4']],
    ['a space before the colon', ['Content-Length : 4']],
    ['a folded header', ['X-One: 1', ' Content-Length: 4']],
  ])('[S64] is refused, and nothing behind it is read: %s', async (_, lines) => {
    const answers = await sendRaw(head('POST /api/codes HTTP/1.1', 'Host: x', ...lines) + head('GET /health HTTP/1.1', 'Host: x'))
    expect(answers).toMatch(/^HTTP\/1.1 400/)
    expect(answers).not.toContain('alive')
  })

  test('[S64] is refused, like a method that repeats the request to its sender', async () => {
    expect(await sendRaw(head('TRACE / HTTP/1.1', 'Host: x', 'X-Secret: canary', 'Connection: close'))).not.toMatch(/^HTTP\/1.1 200|canary/)
  })
})

describe('a request that does not end', () => {
  const body = ['Host: x', 'Content-Type: application/json', 'Content-Length: 50', '', '{"co'].join('\r\n')
  test.each([
    ['nothing at all', ''],
    ['half a head', 'POST /api/codes HTTP/1.1\r\nHost: x\r\n'],
    ['half a body that is waited for', `POST /api/codes HTTP/1.1\r\n${body}`],
    ['half a body after the answer', `POST /api/sessions HTTP/1.1\r\n${body}`],
    ['half a body to a route that reads none', `GET /health HTTP/1.1\r\n${body}`],
    ['half a poll', `POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n${body}`],
  ])('[S65] is dropped within 13 s: %s', { timeout: 30_000, concurrent: true }, async (_, text) => {
    const began = performance.now()
    await sendRaw(text)
    expect(performance.now() - began).toBeLessThan(13_000)
  })
})
