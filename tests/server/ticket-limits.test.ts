/** The doors with a crowd before them: a hall behind one address, devices of one person, a code that is made anew. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'
import { Caller } from '../support/test-client.ts'

let doors: Doors
let url: string
beforeAll(async () => {
  doors = await openDoors()
  url = `http://127.0.0.1:${doors.app.port()}`
})
afterAll(() => doors.close())

const walkIn = (index: number) => ({ entity: `Library ${index}`, group: 'civil-society', channel: 'room', named: false })
const join = (code: string, index: number) => doors.post('/api/tickets', { code, person: walkIn(index) })

test('[P17] a thousand honest joins from one address within a minute all succeed', { timeout: 70_000 }, async () => {
  const before = doors.session.state.people.all.size
  const began = performance.now()
  const statuses: number[] = []
  // As phones do that scan one code: many at once, never all.
  for (let begin = 0; begin < 1_000; begin += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => join(doors.given.code, begin + index)))
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(doors.session.state.people.all.size).toBe(before + 1_000)
})

test('[P18] two tabs and two devices of one person see the same', async () => {
  const link = secretIn(doors.given.room)
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => Caller.join(url, { link })))
  if (!first || !second || !third) throw new Error('not joined')
  const chair = await Caller.join(url, { link: secretIn(doors.given.chair) })
  await chair.tell('session.open', {})
  await chair.tell('queue.open', {})
  expect(await second.insist('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  expect(await third.insist('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: false, why: 'already-queued' })
  const views = () => [first, second, third].map(({ screen }) => ({ ...screen.person, ...screen.audience, presence: null }))
  await expect.poll(() => views().map((view) => (view as { line?: unknown[] }).line?.length)).toEqual([1, 1, 1])
  expect(new Set([first, second, third].map(({ ticket }) => ticket.person)).size).toBe(1)
  expect(views()[1]).toEqual(views()[0])
  expect(views()[2]).toEqual(views()[0])
  for (const caller of [first, second, third, chair]) caller.close()
})

test('[P16] a new code ends the old one and nobody’s part', async () => {
  const desk = new Desk(doors)
  const entered = (await (await join(doors.given.code, 1)).json()) as { link: string; person: PersonId }
  const caller = await Caller.join(url, { link: entered.link })
  const display = await Caller.join(url, { link: secretIn(doors.given.display) })
  expect(display.screen.audience?.['codes']).toBe(0)
  const told = new Promise<void>((resolve) => display.socket.on('frame', () => display.screen.audience?.['codes'] === 1 && resolve()))
  const { status, body } = await desk.ask('POST', '/code/rotate', {}, await desk.ticketOf('secretariat'))
  expect([status, body]).toEqual([
    200,
    { code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{8}$/), join: `${doors.app.publicUrl()}/join#${body['code']}` },
  ])
  expect([(await join(doors.given.code, 2)).status, (await join(body['code'] as string, 2)).status]).toEqual([404, 200])
  expect(caller.socket.connected).toBe(true)
  expect((await doors.post('/api/tickets', { link: entered.link })).status).toBe(200)
  for (const seat of ['room', 'remote', 'panel', 'display'])
    expect((await desk.ask('POST', '/code/rotate', {}, await desk.ticketOf(seat))).body).toEqual({ why: 'forbidden' })
  expect((await desk.ask('POST', '/code/rotate', {}, '')).status).toBe(403)
  expect((await desk.ask('POST', '/code/rotate', { code: 'AAAAAAAA' })).body).toEqual({ why: 'malformed' })
  await told
  expect((await (await doors.post('/api/tickets', { link: secretIn(doors.given.display) })).json()) as object).toMatchObject({
    joining: { code: body['code'], renewed: 1 },
  })
  expect(JSON.stringify(display.screen.received)).not.toContain(body['code'])
  caller.close()
  display.close()
})
