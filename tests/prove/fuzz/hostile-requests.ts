/** HTTP requests as bytes: lines, headers, chunks, bodies and addresses, valid and invalid. */
import type { SeededRandom } from '../../support/seeded-random.ts'
import { makeHandshakeText, placeholders } from './hostile-packets.ts'
import { damage, makeEnvelopeText, makeJsonText, makeText, repeat } from './hostile-values.ts'

const methods = ['GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'G\tT', '']
const paths = [
  ...['/', '/health', '/ready', '/enter', '/join', '/api/openapi.json', '/api/codes', '/api/tickets', '/api/me', '/api/me/channel'],
  ...[
    '/api/me/declines',
    '/api/sessions',
    '/api/sessions/ID',
    '/api/sessions/ID/commands',
    '/api/sessions/ID/view',
    '/api/sessions/ID/plan',
  ],
  ...[
    '/api/sessions/ID/people',
    '/api/sessions/ID/people/ID',
    '/api/sessions/ID/people/preview',
    '/api/sessions/ID/links',
    '/api/tokens/ID',
  ],
  ...[
    '/api/sessions/ID/tokens',
    '/api/sessions/ID/tokens/ID/renew',
    '/api/sessions/ID/webhooks',
    '/api/sessions/ID/webhooks/ID/send-again',
    '/api/sessions/ID/record',
    '/api/sessions/ID/record.csv',
    '/api/tokens',
  ],
  ...['/api/sessions/ID/invitations', '/api/sessions/ID/rehearsal', '/api/staff/order-preview', '/api/organizers/ID', '/api/mail', '/ID'],
  ...[
    '/socket.io/?EIO=4&transport=polling',
    '/socket.io/?EIO=4&transport=ID',
    '/socket.io/?EIO=ID',
    '/socket.io/?EIO=4&sid=ID&transport=polling',
  ],
]
const ids = [
  ...[placeholders.session, placeholders.session, '__proto__', 'constructor', '..', '%2e%2e', '%', '%zz', '%00', '%ff%fe', 'x'.repeat(70)],
  ...['x'.repeat(3_000), '💥', '%F0%9F%92%A5', '//', '\\', '?', '#', ';', '*', ':id', '[object Object]', '1e999', 'a%2Fb', 'chair', 'room'],
]
const types = [
  ...[
    'application/json',
    'application/json',
    'text/csv',
    'text/plain',
    'application/yaml',
    'multipart/form-data; boundary=x',
    'application/',
  ],
  ...['application/json; charset=utf-7', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ''],
]
const headers = [
  ...[
    'Origin: null',
    'Origin: https://evil.example',
    'X-Forwarded-For: 1.2.3.4, ::1',
    'Accept-Encoding: gzip;q=x, *',
    'Expect: 100-continue',
  ],
  ...['If-None-Match: "', 'Range: bytes=0-,1-', 'Last-Event-ID: \u0001', 'Upgrade: h2c', 'Cookie: __proto__=1; a', 'Authorization: Bearer'],
  ...[
    'Authorization: Basic YTpi',
    'Authorization: Bearer a b',
    'Transfer-Encoding: chunked, chunked',
    'Content-Encoding: gzip',
    'Accept: */*',
  ],
]

export function makeRequest(random: SeededRandom): Buffer {
  const body = random.isLikely(0.5) ? makeBody(random) : ''
  const path = random.pick(paths).replaceAll('ID', () => random.pick(ids))
  const version = random.isLikely(0.95) ? 'HTTP/1.1' : random.pick(['HTTP/1.0', 'HTTP/2', 'HTTP/9.9', '', 'http/1.1'])
  const secret = random.pick(['', '', placeholders.ticket, placeholders.organizer, 'wrong', 'rst_'.padEnd(36, 'x')])
  const lines = [
    `${random.pick(methods)} ${path}${random.isLikely(0.2) ? `?${encodeURI(makeText(random).toWellFormed())}=1` : ''} ${version}`,
    ...(random.isLikely(0.97) ? ['Host: 127.0.0.1'] : []),
    ...(secret === '' ? [] : [`Authorization: Bearer ${secret}`]),
    ...(body === '' ? [] : [`Content-Type: ${random.pick(types)}`]),
    ...repeat(random, 3, () => random.pick(headers)),
    'Connection: close',
  ]
  const whole = random.isLikely(0.3) && body !== '' ? makeChunked(random, lines, body) : makeSized(random, lines, body)
  return random.isLikely(0.2) ? damage(random, whole) : whole
}

const makeBody = (random: SeededRandom): string =>
  random.pick([makeJsonText, makeEnvelopeText, makeHandshakeText, makeText, () => '{"code":"AAAAAAAA"}', () => '{"link":"x"}'])(random)

function makeSized(random: SeededRandom, lines: readonly string[], body: string): Buffer {
  const length = Buffer.byteLength(body)
  const stated = random.isLikely(0.9) ? length : random.pick([0, 1, length + 5, 2 ** 31, -1])
  return Buffer.from([...lines, ...(body === '' ? [] : [`Content-Length: ${stated}`]), '', body].join('\r\n'))
}

function makeChunked(random: SeededRandom, lines: readonly string[], body: string): Buffer {
  const size = random.isLikely(0.8) ? Buffer.byteLength(body).toString(16) : random.pick(['-1', 'ffffffffffffffff', 'x', '', '0'])
  const trailer = random.isLikely(0.8) ? '0\r\n\r\n' : random.pick(['', '0', '0\r\nX: 1\r\n\r\n', '0;a=b\r\n\r\nGET / HTTP/1.1\r\n\r\n'])
  return Buffer.from([...lines, 'Transfer-Encoding: chunked', '', size, body, trailer].join('\r\n'))
}
