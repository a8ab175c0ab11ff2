/** The requests that are refused when somebody floods the server over HTTP, and those that are not. */
import { createRequire } from 'node:module'
import { HttpError, handleErrors } from '@rostrum/server/doors/http/http-error'
import { addRequestLimits, createLimit } from '@rostrum/server/doors/http/request-limits'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

type App = Parameters<typeof addRequestLimits>[0]
const Fastify = createRequire(new URL('../../server/package.json', import.meta.url))('fastify') as () => App
const limits = { address: 20, credential: 5 }
/** Starts a server with limits that a test can reach. It knows some credentials, and one code. */
const startSmall = async () => {
  const app = Fastify()
  handleErrors(app, async () => null)
  await addRequestLimits(app, async (credential) => (credential.startsWith('good') ? credential : null), limits)
  app.addHook('onRequest', async (request) => {
    if (request.headers.authorization === 'Bearer bad') throw new HttpError('forbidden')
  })
  app.get('/api/sessions', async () => ({}))
  app.get('/page', async () => 'page')
  await app.register(async (entry) => {
    const free = async ({ body }: { readonly body: unknown }) => (body as { code?: string }).code === 'right'
    const identify = async ({ body }: { readonly body: unknown }) => ((body as { link?: string }).link === 'known' ? 'known' : null)
    entry.addHook('preHandler', createLimit(entry, identify, limits, free))
    entry.post('/api/tickets', async () => ({}))
  })
  const ask = async (count: number, path: string, bearer = '') => {
    const headers = bearer === '' ? {} : { authorization: `Bearer ${bearer}` }
    const statuses: number[] = []
    for (let index = 0; index < count; index += 1) statuses.push((await app.inject({ url: path, headers })).statusCode)
    return new Map([...new Set(statuses)].sort().map((status) => [status, statuses.filter((one) => one === status).length]))
  }
  const enter = async (count: number, payload: object) => {
    const statuses: number[] = []
    for (let index = 0; index < count; index += 1)
      statuses.push((await app.inject({ method: 'POST', url: '/api/tickets', payload })).statusCode)
    return statuses
  }
  return { app, ask, enter }
}

describe('[L25] a flood from one address', () => {
  test('does not affect anybody with a credential, and each credential has its own limit', async () => {
    const { ask } = await startSmall()
    expect(await ask(30, '/api/sessions')).toEqual(
      new Map([
        [200, 20],
        [429, 10],
      ]),
    )
    expect(await ask(4, '/api/sessions', 'good-one')).toEqual(new Map([[200, 4]]))
    expect(await ask(7, '/api/sessions', 'good-other')).toEqual(
      new Map([
        [200, 5],
        [429, 2],
      ]),
    )
  })

  test('is counted however the path is written, including requests that are refused or for unknown paths', async () => {
    for (const [path, bearer] of [
      ['/%61pi/sessions', ''],
      ['/api/sessions', 'bad'],
      ['/api/nothing', ''],
      ['/nothing', ''],
    ] as const) {
      const { ask } = await startSmall()
      const counted = await ask(30, path, bearer)
      expect([path, counted.get(429)]).toEqual([path, 10])
    }
  })

  test('is not counted for the files of the pages', async () => {
    const { ask } = await startSmall()
    expect(await ask(60, '/page')).toEqual(new Map([[200, 60]]))
  })

  test('does not stop people with a valid link or a valid code', async () => {
    const { enter } = await startSmall()
    expect((await enter(30, { code: 'wrong' })).filter((status) => status === 429)).toHaveLength(10)
    expect(new Set(await enter(60, { code: 'right' }))).toEqual(new Set([200]))
    expect(new Set(await enter(5, { link: 'known' }))).toEqual(new Set([200]))
    expect(await enter(1, { link: 'known' })).toEqual([429])
    expect(await enter(1, { link: 'unknown' })).toEqual([429])
  })
})

describe('the real server', () => {
  let server: InProcessServer
  beforeEach(async () => {
    server = await startInProcessServer()
  })
  afterEach(() => server.close())

  test('[L25] no answer of the API is stored, however its path is written', async () => {
    for (const path of ['/api/sessions', '/%61pi/sessions'])
      expect([path, (await server.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store'])
  })

  test('[L25] a link used far too often is told to wait, and others are served', { timeout: 60_000 }, async () => {
    const link = getSecret(server.startupLinks.room)
    const answers: Response[] = []
    // Many at once, because only requests within the same minute count.
    for (let round = 0; round < 11; round += 1)
      answers.push(...(await Promise.all(Array.from({ length: 110 }, () => server.post('/api/tickets', { link })))))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
    expect(Number(answers.find(({ status }) => status === 429)?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await server.post('/api/tickets', { link: getSecret(server.startupLinks.chair) })).status).toBe(200)
  })
})
