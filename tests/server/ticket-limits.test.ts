/** Joining in large numbers: a hall behind one address, several devices of one person, and a renewed join code. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

tellStory()

let server: InProcessServer
let url: string
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

const makeWalkIn = (index: number) => ({ entity: `Library ${index}`, group: 'civil-society', channel: 'room', nameInRecord: false })
const joinByCode = (code: string, index: number) => server.post('/api/tickets', { code, person: makeWalkIn(index) })

test('[P17] six hundred valid joins from one address within a minute all succeed', { timeout: 70_000 }, async () => {
  const before = server.session.state.people.all.size
  const began = performance.now()
  const statuses: number[] = []
  // Phones in a hall scan one code like this: many at once, but not all.
  for (let begin = 0; begin < 600; begin += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => joinByCode(server.startupLinks.code, begin + index)))
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(server.session.state.people.all.size).toBe(before + 600)
})

test('[P103] the later ones of many joins at once from one address wait, and a repeated one waits for nothing', async () => {
  const repeated = { code: server.startupLinks.code, person: makeWalkIn(0), idempotencyKey: 'x'.repeat(22) }
  expect((await server.post('/api/tickets', repeated)).status).toBe(200)
  const answered: string[] = []
  const note = (name: string, answer: Promise<Response>) => answer.then(({ status }) => answered.push(`${name} ${status}`))
  const joins = Array.from({ length: 40 }, (_, index) => note('new', joinByCode(server.startupLinks.code, 2_000 + index)))
  await Promise.all([...joins, note('repeated', server.post('/api/tickets', repeated))])
  expect(new Set(answered)).toEqual(new Set(['new 200', 'repeated 200']))
  expect(answered.indexOf('repeated 200')).toBeLessThan(20)
})

test('[P70] however many come at once, only the permitted number join by code; the secretariat can let more in', {
  timeout: 60_000,
}, async () => {
  const secretariat = new RosterClient(server)
  const { walkIns } = server.session.state.people
  await secretariat.request('PUT', '/walk-ins', { places: walkIns + 3 })
  const count = (answers: readonly Response[], status: number) => answers.filter((answer) => answer.status === status).length
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, index) => joinByCode(server.startupLinks.code, 5_000 + index)))
  expect([count(crowd, 200), count(crowd, 403)]).toEqual([3, 57])
  expect(await crowd.find(({ status }) => status === 403)?.json()).toEqual({ reason: 'walk-ins-full' })
  await secretariat.request('PUT', '/walk-ins', { places: 2_000 })
  expect((await joinByCode(server.startupLinks.code, 6_000)).status).toBe(200)
})

test('[P18] two tabs and two devices of one person see the same', async () => {
  const link = getSecret(server.startupLinks.room)
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => TestClient.join(url, { link })))
  if (!first || !second || !third) throw new Error('not joined')
  const chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
  await chair.send('session.open', {})
  await chair.send('queue.open', {})
  expect(await second.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  expect(await third.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({
    ok: false,
    reason: 'already-queued',
  })
  const views = () => [first, second, third].map(({ frames: screen }) => ({ ...screen.personView, ...screen.audienceView, presence: null }))
  expect(new Set([first, second, third].map(({ ticket }) => ticket.person)).size).toBe(1)
  await vi.waitFor(() => {
    expect(views().map((view) => (view as { order?: unknown[] }).order?.length)).toEqual([1, 1, 1])
    expect(views()[1]).toEqual(views()[0])
    expect(views()[2]).toEqual(views()[0])
  })
  for (const client of [first, second, third, chair]) client.close()
})

test('[P16] a renewed code ends the old one, and everybody stays in the session', async () => {
  const secretariat = new RosterClient(server)
  const entered = (await (await joinByCode(server.startupLinks.code, 1)).json()) as { link: string; person: PersonId }
  const client = await TestClient.join(url, { link: entered.link })
  const display = await TestClient.join(url, { link: getSecret(server.startupLinks.display) })
  expect(display.frames.audienceView?.['joinCodeRenewals']).toBe(0)
  const displayUpdated = display.waitUntil(() => display.getPart('joinCodeRenewals') === 1)
  const { status, body } = await secretariat.request('POST', '/join-code/renew', {}, await secretariat.issueTicket('secretariat'))
  expect([status, body]).toEqual([
    200,
    { code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{8}$/), join: `${server.app.getPublicUrl()}/join#${body['code']}` },
  ])
  expect([(await joinByCode(server.startupLinks.code, 2)).status, (await joinByCode(body['code'] as string, 2)).status]).toEqual([404, 200])
  expect(client.socket.connected).toBe(true)
  expect((await server.post('/api/tickets', { link: entered.link })).status).toBe(200)
  for (const role of ['room', 'remote', 'panel', 'display'])
    expect((await secretariat.request('POST', '/join-code/renew', {}, await secretariat.issueTicket(role))).body).toEqual({
      reason: 'forbidden',
    })
  expect((await secretariat.request('POST', '/join-code/renew', {}, '')).status).toBe(401)
  expect((await secretariat.request('POST', '/join-code/renew', { code: 'AAAAAAAA' })).body).toMatchObject({ reason: 'malformed' })
  await displayUpdated
  expect((await (await server.post('/api/tickets', { link: getSecret(server.startupLinks.display) })).json()) as object).toMatchObject({
    joining: { code: body['code'], renewed: 1 },
  })
  expect(JSON.stringify(display.frames.received)).not.toContain(body['code'])
  client.close()
  display.close()
})
