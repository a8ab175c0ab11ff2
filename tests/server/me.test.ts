/** A person reads and changes their own name, consent and channel, with their own ticket. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'

tellStory()

let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

const fetchMe = async (method: string, secret: string | undefined, body?: unknown, path = '/api/me') => {
  const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`http://127.0.0.1:${server.app.getPort()}${path}`, { method, headers, ...sent })
  return { status: answer.status, body: (await answer.json()) as unknown }
}
const readNameInRecord = async (person: string) => {
  const { body } = await roster.request('GET', '/people')
  return (body['people'] as { person: string; nameInRecord: boolean | null }[]).find((row) => row.person === person)?.nameInRecord
}

test('[P25] the consent can be given, refused and cleared, and the staff see it; nothing else changes', async () => {
  await roster.request('PATCH', '/people/room', { name: 'Stays', email: 'stays@example.org' })
  const ticket = await roster.issueTicket('room')
  const before = server.session.revision
  expect(await fetchMe('GET', ticket)).toEqual({ status: 200, body: { name: 'Stays', nameInRecord: null } })
  for (const answer of [true, false, null]) {
    const stored = { status: 200, body: { name: 'Stays', nameInRecord: answer } }
    expect(await fetchMe('PUT', ticket, { nameInRecord: answer })).toEqual(stored)
    expect(await fetchMe('GET', ticket)).toEqual(stored)
    expect(await readNameInRecord('room')).toBe(answer)
    expect(await readNameInRecord('remote')).toBe(null)
  }
  expect((await roster.request('GET', '/people?find=stays')).body['people']).toMatchObject([{ name: 'Stays', email: 'stays@example.org' }])
  expect(server.session.revision).toBe(before)
})

test('[P25, R88] what a person answers decides whether the record names them, in every download and on its page', async () => {
  await roster.request('PATCH', '/people/room', { name: 'Named In Record' })
  const ticket = await roster.issueTicket('room')
  for (const answer of [true, false, null]) {
    await fetchMe('PUT', ticket, { nameInRecord: answer })
    for (const path of ['/record', '/record/page', '/record.md', '/record.json'])
      expect((await (await roster.fetchRaw('GET', path)).text()).includes('Named In Record'), path).toBe(answer === true)
  }
})

test('[P25] officers and requests without a ticket are refused', async () => {
  const officerTickets = await Promise.all(['chair', 'secretariat', 'panel', 'display'].map((role) => roster.issueTicket(role)))
  const known = [roster.organizerSecret, ...officerTickets]
  for (const secret of [undefined, '', 'x', getSecret(server.startupLinks.room), ...known])
    for (const method of ['GET', 'PUT'])
      expect(await fetchMe(method, secret, method === 'PUT' ? { nameInRecord: true } : undefined)).toEqual({
        status: secret !== undefined && known.includes(secret) ? 403 : 401,
        body: { reason: 'forbidden' },
      })
})

test('[P25] the consent is true, false or null, and cannot be set for another person', async () => {
  const ticket = await roster.issueTicket('room')
  for (const body of [
    {},
    { nameInRecord: 'yes' },
    { nameInRecord: 1 },
    { nameInRecord: true, person: 'remote' },
    { nameInRecord: true, name: null },
    { nameInRecord: true, entity: 'Other' },
    [],
    null,
  ])
    expect(await fetchMe('PUT', ticket, body), JSON.stringify(body)).toMatchObject({ status: 400, body: { reason: 'malformed' } })
  expect(await readNameInRecord('room')).toBe(null)
})

test('[P25] people see and correct their own name, but no other field and no other person', async () => {
  await roster.request('PATCH', '/people/room', { name: 'Mispelt', email: 'stays@example.org' })
  const ticket = await roster.issueTicket('room')
  const corrected = { status: 200, body: { name: 'Misspelt', nameInRecord: true } }
  expect(await fetchMe('PUT', ticket, { nameInRecord: true, name: ' Misspelt ' })).toEqual(corrected)
  expect(await fetchMe('GET', ticket)).toEqual(corrected)
  expect((await roster.request('GET', '/people?find=misspelt')).body['people']).toMatchObject([
    { person: 'room', email: 'stays@example.org' },
  ])
  for (const [name, reason] of [
    ['', 'text-empty'],
    ['x'.repeat(81), 'text-too-long'],
    ['\ud800', 'text-refused'],
    ['La Présidence', 'office-imitated'],
  ])
    expect(await fetchMe('PUT', ticket, { nameInRecord: true, name }), name).toMatchObject({ status: 422, body: { reason } })
  expect(await fetchMe('GET', ticket)).toEqual(corrected)
})

test('[P29] people change their own channel from room to remote and back, and nobody else can', async () => {
  const channel = '/api/me/channel'
  const { body } = await roster.request('POST', '/people', { entity: 'Goes home', group: null, channel: 'room' })
  const person = body['person'] as PersonId
  const readChannel = () => server.session.state.people.all.get(person)?.channel
  const ticket = await roster.issueTicket(person)
  for (const chosen of ['remote', 'remote', 'room']) {
    expect(await fetchMe('PUT', ticket, { channel: chosen }, channel)).toEqual({ status: 200, body: { channel: chosen } })
    expect(readChannel()).toBe(chosen)
  }
  for (const wrong of [{}, { channel: 'moon' }, { channel: 'remote', person: 'room' }])
    expect(await fetchMe('PUT', ticket, wrong, channel)).toMatchObject({ status: 400, body: { reason: 'malformed' } })
  for (const [secret, status] of [
    [undefined, 401],
    ['x', 401],
    [await roster.issueTicket('chair'), 403],
    [await roster.issueTicket('panel'), 403],
  ] as const)
    expect(await fetchMe('PUT', secret, { channel: 'remote' }, channel)).toEqual({ status, body: { reason: 'forbidden' } })
  expect(readChannel()).toBe('room')
})

test('[P25] a revoked person can no longer change the consent', async () => {
  const { body } = await roster.request('POST', '/people', { entity: 'Revoked later', group: null, channel: 'room' })
  const ticket = await roster.issueTicket(String(body['person']))
  expect((await fetchMe('PUT', ticket, { nameInRecord: true })).status).toBe(200)
  await roster.request('POST', `/people/${body['person']}/revoke`, {})
  expect(await fetchMe('PUT', ticket, { nameInRecord: false })).toEqual({ status: 403, body: { reason: 'forbidden' } })
  expect(await readNameInRecord(String(body['person']))).toBe(true)
})

test('[P33] a person who keeps changing the channel is stopped, whatever their tickets, and nobody else is', async () => {
  const path = '/api/me/channel'
  const { body } = await roster.request('POST', '/people', { entity: 'Here and there', group: null, channel: 'room' })
  const person = body['person'] as PersonId
  const tickets = [await roster.issueTicket(person), await roster.issueTicket(person)]
  const before = server.session.revision
  const statuses: number[] = []
  for (let n = 0; n < 24; n += 1)
    statuses.push((await fetchMe('PUT', tickets[n % 2], { channel: n % 2 === 0 ? 'remote' : 'room' }, path)).status)
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(10)
  expect(statuses.at(-1)).toBe(429)
  expect(server.session.revision - before).toBeLessThanOrEqual(10)
  expect((await fetchMe('PUT', await roster.issueTicket('remote'), { channel: 'remote' }, path)).status).toBe(200)
})
