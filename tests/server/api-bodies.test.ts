/** Hostile bodies at every route of the HTTP interface get the refusals that its document names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiClient } from '../support/api-client.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'

let doors: Doors
let client: ApiClient
let organiser: string
beforeAll(async () => {
  doors = await openDoors()
  client = await ApiClient.from(`http://127.0.0.1:${doors.app.port()}`)
  organiser = secretIn(doors.given.organiser)
})
afterAll(() => doors.close())

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
const manyKeys = Object.fromEntries(Array.from({ length: 5_000 }, (_, key) => [`k${key}`, 1]))
/** What is JSON at all is told its faults as a plan. */
const bodies = [
  ['a list', '[]', 'json'],
  ['a number', '7', 'json'],
  ['an unknown key', '{"role":"chair"}', 'json'],
  ['deep nesting', deep, 'json'],
  ['many keys', JSON.stringify(manyKeys), 'json'],
  ['half of it', '{"name":', 'no json'],
  ['a prototype', '{"__proto__":{"role":"chair"}}', 'no json'],
  ['a constructor', '{"constructor":{"prototype":{"x":1}}}', 'no json'],
  ['more than is taken', JSON.stringify({ x: 'x'.repeat(600_000) }), 'too large'],
] as const

test.each(bodies)('%s is refused at every route, as the document says', async (_, body, kind) => {
  const { id } = (await client.call<{ id: string }>('makeSession', { secret: organiser, body: { template: 'blank' } })).body
  const { ticket } = (await client.call<{ ticket: string }>('enter', { body: { link: secretIn(doors.given.room) } })).body
  const values = Object.entries({ id, person: 'chair' })
  const routes = client.operations.filter(({ requestBody }) => requestBody?.content['application/json'])
  expect(routes.length).toBeGreaterThan(10)
  for (const { operationId, parameters = [], security } of routes) {
    const params = Object.fromEntries(values.filter(([name]) => parameters.some((one) => one.name === name)))
    const secret = security.some((one) => 'organiser' in one) || security.length === 0 ? organiser : ticket
    const answer = async (asked: object) => {
      const { status, body: said } = await client.call<{ why?: string }>(operationId, { params, body, type: 'application/json', ...asked })
      return [operationId, status, said.why]
    }
    const [status, why] = kind === 'too large' ? [413, 'too-large'] : [400, 'malformed']
    const asPlan = operationId === 'changePlan' && kind === 'json'
    expect(await answer({ secret })).toEqual(asPlan ? [operationId, 422, 'plan-refused'] : [operationId, status, why])
    expect(await answer({ secret, type: 'application/xml' })).toEqual([operationId, 415, 'json-only'])
    // Who may ask is decided before anything of it is read.
    if (security.length > 0) expect(['organiser-only', 'forbidden']).toContain((await answer({})).at(-1))
  }
  expect((await doors.get('/health')).status).toBe(200)
})
