/** Hostile bodies on every route of the HTTP interface get the refusals that its document names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiClient } from '../support/api-client.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'

let server: InProcessServer
let client: ApiClient
let organizer: string
beforeAll(async () => {
  server = await startInProcessServer()
  client = await ApiClient.connect(`http://127.0.0.1:${server.app.getPort()}`)
  organizer = getSecret(server.startupLinks.organizer)
})
afterAll(() => server.close())

const deepBody = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
const manyKeys = Object.fromEntries(Array.from({ length: 5_000 }, (_, key) => [`k${key}`, 1]))
const bodies = [
  ['a list', '[]', 'small'],
  ['a number', '7', 'small'],
  ['an unknown key', '{"role":"chair"}', 'small'],
  ['deep nesting', deepBody, 'small'],
  ['many keys', JSON.stringify(manyKeys), 'small'],
  ['half of a body', '{"name":', 'small'],
  ['__proto__ as a key', '{"__proto__":{"role":"chair"}}', 'small'],
  ['constructor as a key', '{"constructor":{"prototype":{"x":1}}}', 'small'],
  ['a body over the limit', JSON.stringify({ x: 'x'.repeat(600_000) }), 'too large'],
] as const

test.each(bodies)('%s is refused at every route, as the document states', { timeout: 60_000 }, async (_, body, kind) => {
  const { id } = (await client.call<{ id: string }>('createSession', { secret: organizer, body: { template: 'blank' } })).body
  const { ticket } = (await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(server.startupLinks.room) } })).body
  const { url } = (
    await client.call<{ url: string }>('addBooth', { secret: organizer, params: { id: server.session.id }, body: { language: 'fr' } })
  ).body
  const { ticket: interpreter } = (await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(url) } })).body
  const routes = client.operations.filter(({ requestBody }) => requestBody?.content['application/json'])
  expect(routes.length).toBeGreaterThan(10)
  for (const { operationId, description, parameters = [], security } of routes) {
    const isOrganizers = security.some((one) => 'organizer' in one) || security.length === 0
    const secret = isOrganizers ? organizer : description?.includes('For interpreters') ? interpreter : ticket
    const values = Object.entries({ id: isOrganizers ? id : server.session.id, person: 'chair', button: 'next' })
    const params = Object.fromEntries(values.filter(([name]) => parameters.some((one) => one.name === name)))
    const answer = async (request: object) => {
      const { status, body: replyBody } = await client.call<{ reason?: string }>(operationId, {
        params,
        body,
        type: 'application/json',
        ...request,
      })
      return [operationId, status, replyBody.reason]
    }
    const [status, reason] = kind === 'too large' ? [413, 'too-large'] : [400, 'malformed']
    // A participant has an allowance of bytes, and one of texts. Both are counted before a body is read.
    const isCounted = body.length > 10_000 || operationId === 'handInText'
    const isOverAllowance = ([, got]: readonly unknown[]) => !isOrganizers && isCounted && got === 429
    for (const [request, refusal] of [
      [{ secret }, [operationId, status, reason]],
      [{ secret, type: 'application/xml' }, [operationId, 415, 'json-only']],
    ] as const) {
      const got = await answer(request)
      if (!isOverAllowance(got)) expect(got).toEqual(refusal)
    }
    // Access is checked before the body is read.
    if (security.length > 0) expect(['organizer-only', 'forbidden']).toContain((await answer({})).at(-1))
  }
  expect((await server.get('/health')).status).toBe(200)
})

test.each([
  ['createToken', { name: 7 }, 'name', /string/],
  ['createToken', {}, 'name', /string/],
  ['createToken', { name: 'A', role: 'chair' }, '', /1 unknown field/],
  ['createToken', { name: '' }, 'name', /text-empty/],
  ['changePlan', { title: 'without an envelope' }, '', /plan/],
])('[W60] the refusal of a body of %s, %j, states where the error is and what is allowed', async (operation, body, at, rule) => {
  const { id } = (await client.call<{ id: string }>('createSession', { secret: organizer, body: { template: 'blank' } })).body
  const reply = await client.call<{ at?: string; rule?: string }>(operation, {
    secret: organizer,
    body,
    params: operation === 'changePlan' ? { id } : {},
  })
  expect([reply.body.at, reply.body.rule]).toEqual([at, expect.stringMatching(rule)])
})

test('[W60] a refusal never repeats what the sender sent', async () => {
  const secretText = 'sent-by-the-client'
  const bodies = [{ name: { [secretText]: 1 } }, { [secretText]: 1, name: 'A' }, { name: [secretText] }]
  for (const body of bodies) {
    const reply = await client.call('createToken', { secret: organizer, body })
    expect(JSON.stringify(reply.body)).not.toContain(secretText)
  }
})

test('[W61] a plan that was read can be sent back unchanged', async () => {
  const { id } = (await client.call<{ id: string }>('createSession', { secret: organizer, body: { template: 'blank' } })).body
  const read = await client.call<{ plan: object }>('readPlan', { secret: organizer, params: { id } })
  const written = await client.call<{ plan: object }>('changePlan', { secret: organizer, params: { id }, body: read.body })
  expect([written.status, written.body.plan]).toEqual([200, read.body.plan])
})
