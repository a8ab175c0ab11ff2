/** Hostile bodies at every route of the HTTP interface get the refusals that its document names. */
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
/** A plan that is valid JSON is refused with a list of its faults. The third value tells which bodies are JSON. */
const bodies = [
  ['a list', '[]', 'json'],
  ['a number', '7', 'json'],
  ['an unknown key', '{"role":"chair"}', 'json'],
  ['deep nesting', deepBody, 'json'],
  ['many keys', JSON.stringify(manyKeys), 'json'],
  ['half of a body', '{"name":', 'no json'],
  ['__proto__ as a key', '{"__proto__":{"role":"chair"}}', 'no json'],
  ['constructor as a key', '{"constructor":{"prototype":{"x":1}}}', 'no json'],
  ['a body over the limit', JSON.stringify({ x: 'x'.repeat(600_000) }), 'too large'],
] as const

test.each(bodies)('%s is refused at every route, as the document says', async (_, body, kind) => {
  const { id } = (await client.call<{ id: string }>('createSession', { secret: organizer, body: { template: 'blank' } })).body
  const { ticket } = (await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(server.startupLinks.room) } })).body
  const values = Object.entries({ id, person: 'chair' })
  const routes = client.operations.filter(({ requestBody }) => requestBody?.content['application/json'])
  expect(routes.length).toBeGreaterThan(10)
  for (const { operationId, parameters = [], security } of routes) {
    const params = Object.fromEntries(values.filter(([name]) => parameters.some((one) => one.name === name)))
    const secret = security.some((one) => 'organizer' in one) || security.length === 0 ? organizer : ticket
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
    const asPlan = operationId === 'changePlan' && kind === 'json'
    expect(await answer({ secret })).toEqual(asPlan ? [operationId, 422, 'plan-refused'] : [operationId, status, reason])
    expect(await answer({ secret, type: 'application/xml' })).toEqual([operationId, 415, 'json-only'])
    // Access is checked before the body is read.
    if (security.length > 0) expect(['organizer-only', 'forbidden']).toContain((await answer({})).at(-1))
  }
  expect((await server.get('/health')).status).toBe(200)
})
