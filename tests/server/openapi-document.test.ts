/** The OpenAPI document is valid and complete, and its page shows all of it. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiClient } from '../support/api-client.ts'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

let server: InProcessServer
let client: ApiClient
type ServerRoute = { readonly method: string | readonly string[]; readonly url: string }
const routes: { readonly method: string; readonly url: string }[] = []

beforeAll(async () => {
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: { addHook(name: 'onRoute', hook: (route: ServerRoute) => void): void } }
    fastify.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((one) => ({ method: one, url }))))
  }
  subscribe('fastify.initialization', watch)
  server = await startInProcessServer()
  unsubscribe('fastify.initialization', watch)
  client = await ApiClient.connect(`http://127.0.0.1:${server.app.getPort()}`)
})
afterAll(() => server.close())

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(client.document))
    expect([valid, errors]).toEqual([true, undefined])
    expect(client.document.openapi).toBe('3.1.0')
  })

  test('describes every route with a summary, answers and refusals, and no other route', () => {
    const isPage = (url: string) => url.startsWith('/api/docs')
    const served = routes.filter(({ method, url }) => url.startsWith('/api/') && !isPage(url) && !/^(HEAD|OPTIONS)$/.test(method))
    expect(served.length).toBeGreaterThan(25)
    const documented = Object.entries(client.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(documented.sort()).toEqual(served.map(({ method, url }) => `${method} ${url}`).sort())
    for (const { operationId, summary, tags, responses } of client.operations) {
      expect([operationId, summary, tags]).toEqual([
        expect.stringMatching(/^\w+$/),
        expect.stringMatching(/^[A-Z].*[^.]$/),
        [expect.any(String)],
      ])
      const statuses = Object.keys(responses)
      expect([operationId, statuses.filter((status) => status < '300').length, statuses.includes('503')]).toEqual([operationId, 1, true])
      for (const { description } of Object.values(responses)) expect(description).toMatch(/\.$/)
    }
    const names = client.operations.map(({ operationId }) => operationId)
    expect(names).toEqual([...new Set(names)])
  })

  test('defines every secret that a route needs', () => {
    const known = Object.keys(client.document.components.securitySchemes)
    const required = client.operations.flatMap(({ security }) => security.flatMap((one) => Object.keys(one)))
    expect([...new Set(required)].sort()).toEqual(known.sort())
  })

  test('is named, with its page, in docs/api.md', () => {
    const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
    for (const path of ['/api/openapi.json', '/api/docs']) expect(page).toContain(path)
  })
})

describe.runIf(hasBrowser())('the page', () => {
  test('shows every route, loads only from this server, obeys the policy of all pages, and sends no requests', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      const wrong: string[] = []
      page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())))
      page.on('pageerror', ({ message }) => void wrong.push(message))
      page.on('request', (request) => void (new URL(request.url()).origin !== base && wrong.push(request.url())))
      const base = `http://127.0.0.1:${server.app.getPort()}`
      const answer = await page.goto(`${base}/api/docs`)
      expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self';/)
      await expect.poll(() => page.locator('.opblock').count()).toBe(client.operations.length)
      await page.locator('#operations-Sessions-createSession .opblock-summary-control').click()
      await page.getByText('organizer-only').first().waitFor()
      expect(await page.locator('.try-out, .authorize:visible, input[type=password]').count()).toBe(0)
      expect(wrong).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
