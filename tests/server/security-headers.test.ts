/** The instructions for a browser in every answer, whatever the request was. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, readReason, startInProcessServer } from '../support/in-process-server.ts'

const client = fileURLToPath(new URL('../../client/dist', import.meta.url))
let plain: InProcessServer
let encrypted: InProcessServer
beforeAll(async () => {
  plain = await startInProcessServer({ client })
  encrypted = await startInProcessServer({ client, publicUrl: 'https://rostrum.example.org' })
})
afterAll(async () => {
  await plain.close()
  await encrypted.close()
})

const readPolicy = (answer: Response): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (answer.headers.get('content-security-policy') ?? '').split(';').map((one) => {
      const [name = '', ...values] = one.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )

/** Requests pages, files, the API, its document, health, long polling, and also refused and unknown addresses. */
const ask = async (server: InProcessServer): Promise<Readonly<Record<string, Response>>> => {
  const organizer = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
  const page = await (await server.get('/chair')).text()
  const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? ''
  return {
    page: await server.get('/chair'),
    'page of participants': await server.get('/join'),
    'file of the page': await server.get(script),
    worker: await server.get('/offline-worker.js'),
    health: await server.get('/health'),
    'API with a secret': await server.get('/api/sessions', organizer),
    'plan file': await server.get(`/api/sessions/${server.session.id}/plan.yaml`, organizer),
    'refused secret': await server.get('/api/sessions'),
    'foreign origin': await server.post('/api/tickets', {}, { origin: 'https://example.org' }),
    'malformed body': await server.post('/api/tickets', '{'),
    'too large': await server.post('/api/tickets', ' '.repeat(70_000)),
    'no such route': await server.get('/api/nothing'),
    'no such file': await server.get('/nothing.js'),
    'document of the API': await server.get('/api/docs/'),
    'long polling': await server.get('/socket.io/?EIO=4&transport=polling'),
    'refused long polling': await server.get('/socket.io/?EIO=4&transport=polling', { origin: 'https://example.org' }),
    'malformed long polling': await server.get('/socket.io/?EIO=4&transport=none'),
  }
}

describe('every answer', () => {
  test('[S69] forbids browsers to guess its type, to frame it, to load or run foreign content, and to name it elsewhere', async () => {
    for (const server of [plain, encrypted]) {
      for (const [name, answer] of Object.entries(await ask(server))) {
        const policy = readPolicy(answer)
        const header = (key: string) => answer.headers.get(key)
        expect([name, policy['default-src'], policy['frame-ancestors'], policy['base-uri']]).toEqual([name, "'none'", "'none'", "'none'"])
        expect([name, JSON.stringify(policy)]).toEqual([name, expect.not.stringMatching(/unsafe-eval|script[^,]*unsafe-inline|\*|https?:/)])
        expect([name, header('x-content-type-options'), header('referrer-policy')]).toEqual([name, 'nosniff', 'no-referrer'])
        expect([name, header('cross-origin-resource-policy'), header('access-control-allow-origin')]).toEqual([name, 'same-origin', null])
        expect([name, header('permissions-policy')]).toEqual([
          name,
          expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
        ])
        expect([name, header('x-powered-by'), header('server'), header('set-cookie')]).toEqual([name, null, null, null])
      }
    }
  })

  test('[S69] requires encryption, and a separate window, only if the connection is encrypted', async () => {
    for (const [name, answer] of Object.entries(await ask(encrypted))) {
      const seconds = Number(/^max-age=(\d+); includeSubDomains$/.exec(answer.headers.get('strict-transport-security') ?? '')?.[1])
      expect([name, seconds >= 31_536_000]).toEqual([name, true])
      expect([name, answer.headers.get('cross-origin-opener-policy')]).toEqual([name, 'same-origin'])
    }
    for (const [name, answer] of Object.entries(await ask(plain)))
      expect([name, answer.headers.get('strict-transport-security'), answer.headers.get('cross-origin-opener-policy')]).toEqual([
        name,
        null,
        null,
      ])
  })

  test('[S69] is not kept by the browser, except files whose name contains a digest of their content', async () => {
    const kept = { 'file of the page': 'public, max-age=31536000, immutable', worker: 'no-cache' }
    const answers = Object.entries(await ask(plain))
    for (const [name, answer] of answers.filter(([name]) => !(name in kept)))
      expect([name, answer.headers.get('cache-control')]).toEqual([name, 'no-store'])
    for (const [name, value] of Object.entries(kept))
      expect(answers.find(([one]) => one === name)?.[1].headers.get('cache-control')).toBe(value)
  })

  test('[S69] gives its type with the encoding, and diagnostic methods are refused', async () => {
    for (const [name, answer] of Object.entries(await ask(plain))) {
      if (answer.headers.get('content-type')?.startsWith('text/') || name.startsWith('API'))
        expect([name, answer.headers.get('content-type')]).toEqual([name, expect.stringMatching(/charset=utf-8/i)])
    }
    const url = `http://127.0.0.1:${plain.app.getPort()}/`
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBeGreaterThanOrEqual(400)
  })
})

test('[S69] a write from a page of another origin is refused, whatever secret it has, and changes nothing', async () => {
  const url = `http://127.0.0.1:${plain.app.getPort()}`
  const authorization = `Bearer ${getSecret(plain.startupLinks.organizer)}`
  const write = (method: string, path: string, origin: string) =>
    fetch(url + path, { method, headers: { authorization, origin, 'content-type': 'application/json' }, body: '{"name":"A program"}' })
  for (const origin of ['https://example.org', 'null', url.replace('127.0.0.1', 'localhost'), `${url}0`]) {
    for (const [method, path] of [
      ['POST', '/api/tokens'],
      ['PUT', `/api/sessions/${plain.session.id}/plan`],
      ['DELETE', `/api/sessions/${plain.session.id}`],
    ] as const)
      expect([origin, method, ...(await readReason(await write(method, path, origin)))]).toEqual([origin, method, 403, 'foreign-origin'])
  }
  expect(await (await plain.get('/api/tokens', { authorization })).json()).toEqual({ tokens: [] })
  expect((await write('POST', '/api/tokens', url)).status).toBe(201)
})

test('a repeated parameter is refused', async () => {
  const authorization = { authorization: `Bearer ${getSecret(plain.startupLinks.organizer)}` }
  const answer = await plain.get(`/api/sessions/${plain.session.id}/record?format=md&format=json`, authorization)
  expect(await readReason(answer)).toEqual([400, 'malformed'])
})
