/** One's own consent to be named, with one's own ticket. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'

let doors: Doors
let desk: Desk
beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
})
afterAll(() => doors.close())

const ask = async (method: string, secret: string | undefined, body?: unknown) => {
  const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`http://127.0.0.1:${doors.app.port()}/api/me`, { method, headers, ...sent })
  return { status: answer.status, body: (await answer.json()) as unknown }
}
const named = async (person: string) => {
  const { body } = await desk.ask('GET', '/people')
  return (body['people'] as { person: string; named: boolean | null }[]).find((row) => row.person === person)?.named
}

test('[P25] is asked for, changed and taken back, and the desk sees it; nothing else changes', async () => {
  await desk.ask('PATCH', '/people/room', { name: 'Stays', email: 'stays@example.org' })
  const ticket = await desk.ticketOf('room')
  const before = doors.session.revision
  expect(await ask('GET', ticket)).toEqual({ status: 200, body: { named: null } })
  for (const answer of [true, false, null]) {
    expect(await ask('PUT', ticket, { named: answer })).toEqual({ status: 200, body: { named: answer } })
    expect(await ask('GET', ticket)).toEqual({ status: 200, body: { named: answer } })
    expect(await named('room')).toBe(answer)
    expect(await named('remote')).toBe(null)
  }
  expect((await desk.ask('GET', '/people?find=stays')).body['people']).toMatchObject([{ name: 'Stays', email: 'stays@example.org' }])
  expect(doors.session.revision).toBe(before)
})

test('[P25] is nobody’s who has no name to give, and nobody’s without a ticket', async () => {
  const offices = await Promise.all(['chair', 'secretariat', 'panel', 'display'].map((seat) => desk.ticketOf(seat)))
  for (const secret of [undefined, '', 'x', desk.organiser, secretIn(doors.given.room), ...offices])
    for (const method of ['GET', 'PUT'])
      expect(await ask(method, secret, method === 'PUT' ? { named: true } : undefined)).toEqual({ status: 403, body: { why: 'forbidden' } })
})

test('[P25] is a yes, a no, or nothing, and says nothing of anybody else', async () => {
  const ticket = await desk.ticketOf('room')
  for (const body of [{}, { named: 'yes' }, { named: 1 }, { named: true, person: 'remote' }, { named: true, name: 'Other' }, [], null])
    expect(await ask('PUT', ticket, body), JSON.stringify(body)).toEqual({ status: 400, body: { why: 'malformed' } })
  expect(await named('room')).toBe(null)
})

test('[P25] ends with one’s part in the session', async () => {
  const { body } = await desk.ask('POST', '/people', { entity: 'Let go', group: null, channel: 'room' })
  const ticket = await desk.ticketOf(String(body['person']))
  expect((await ask('PUT', ticket, { named: true })).status).toBe(200)
  await desk.ask('POST', `/people/${body['person']}/revoke`, {})
  expect(await ask('PUT', ticket, { named: false })).toEqual({ status: 403, body: { why: 'forbidden' } })
  expect(await named(String(body['person']))).toBe(true)
})
