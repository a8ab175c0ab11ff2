/** Invitations that were returned later: they are recorded, corrected, and sent again to that person alone. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterEach, expect, test, vi } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { type MailServer, readMail, startMailServer } from '../support/mail-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { newCommandId } from '../support/test-client.ts'

let server: InProcessServer
let mailServer: MailServer
let roster: RosterClient
afterEach(async () => {
  await server.close()
  await mailServer.close()
})

const start = async (ids: readonly string[], answer?: (address: string) => number) => {
  mailServer = await startMailServer(answer)
  server = await startInProcessServer({ variables: mailServer.variables })
  roster = new RosterClient(server)
  const rows = ids.map((id) => `${id},Réseau ${id},Name ${id},${id}@example.org,government,room,`)
  await roster.sendList('import', ['id,organization,name,email,group,channel,language', ...rows].join('\n'))
  expect(await send({ expected: ids.length })).toMatchObject({ status: 200 })
}
const send = (more: object) => roster.request('POST', '/invitations', { id: newCommandId(), scope: 'unsent', language: 'en', ...more })
const sendTo = (person: PersonId, more: object = {}) => send({ scope: 'all', again: true, expected: 1, person, ...more })
const note = (email: string, more: object = {}, secret?: string) =>
  roster.request('POST', '/invitations/returned', { email, ...more }, secret)
const readReport = async () => (await roster.request('GET', '/invitations')).body
const findPerson = async (id: string): Promise<{ readonly person: PersonId; readonly invitation: object | null }> => {
  const { body } = await roster.request('GET', `/people?find=${id}@example.org`)
  return (body['people'] as [{ person: PersonId; invitation: object | null }])[0]
}
const getAddresses = () => mailServer.received.map(({ to }) => to[0])
/** An email arrives before the server has recorded that it was sent. */
const waitForReport = (report: object) => vi.waitFor(async () => expect(await readReport()).toMatchObject(report))
const waitUntilDone = () => waitForReport({ mailing: { status: 'done' } })

test('[P55] an address from a returned email is recorded, listed, and not counted as sent; this can be taken back', async () => {
  await start(['a', 'b'])
  await waitUntilDone()
  const { person } = await findPerson('a')
  expect(await note('A@Example.org ')).toMatchObject({ status: 422, body: { reason: 'email-refused' } })
  const noted = await note('A@Example.org')
  expect(noted).toMatchObject({ status: 200, body: { sent: 1, refusedCount: 1, recipients: { unsent: 0, all: 2 } } })
  expect(noted.body['refused']).toMatchObject([{ person, email: 'a@example.org', status: 'returned', code: null }])
  expect(await findPerson('a')).toMatchObject({ invitation: { status: 'returned' } })
  expect((await note('a@example.org')).body).toMatchObject({ refusedCount: 1 })
  expect((await note('a@example.org', { returned: false })).body).toMatchObject({ sent: 2, refusedCount: 0 })
  expect(getAddresses().sort()).toEqual(['a@example.org', 'b@example.org'])
  expect(server.logLines.join('')).not.toContain('example.org')
})

test('[P55] only an address to which an invitation was sent is recorded, by organizer and staff', async () => {
  await start(['a', 'refused'], (address) => (address.startsWith('refused') ? 550 : 250))
  await waitUntilDone()
  expect(await note('nobody@example.org')).toMatchObject({ status: 404, body: { reason: 'not-invited' } })
  await roster.request('POST', '/people', { entity: 'New', group: null, channel: 'room', email: 'new@example.org' })
  expect((await note('new@example.org')).body).toEqual({ reason: 'not-invited' })
  // It is already listed, with the code.
  expect((await note('refused@example.org')).body['refused']).toMatchObject([{ status: 'refused', code: 550 }])
  expect((await note('refused@example.org', { returned: false })).body['refused']).toMatchObject([{ status: 'refused', code: 550 }])
  for (const secret of [await roster.issueTicket('room'), await roster.issueTicket('display'), ''])
    expect((await note('a@example.org', {}, secret)).body).toEqual({ reason: 'forbidden' })
  expect((await note('a@example.org', {}, await roster.issueTicket('secretariat'))).status).toBe(200)
})

test('[P55, P99] a returned email is recorded for everybody who shares the mailbox', async () => {
  await start(['a', 'b'])
  await waitUntilDone()
  const { person } = await findPerson('a')
  const added = { entity: 'Other body', name: 'Second name', group: null, channel: 'room', email: 'a@example.org' }
  expect(await roster.request('POST', '/people', added)).toMatchObject({ status: 201 })
  expect((await send({ expected: 1 })).status).toBe(200)
  await waitUntilDone()
  const { body } = await note('a@example.org')
  expect(body).toMatchObject({ sent: 1, refusedCount: 2 })
  expect(body['refused']).toContainEqual(expect.objectContaining({ person, status: 'returned' }))
  expect((await note('a@example.org', { returned: false })).body).toMatchObject({ sent: 3, refusedCount: 0 })
})

test('[P56] only a corrected address gets an invitation, and it is no longer listed', async () => {
  await start(['a', 'b'])
  await waitUntilDone()
  await roster.request('POST', '/people', { entity: 'New', group: null, channel: 'room', email: 'new@example.org' })
  const { person } = await findPerson('a')
  await note('a@example.org')
  await roster.request('PATCH', `/people/${person}`, { email: 'right@example.org' })
  expect(await readReport()).toMatchObject({ refusedCount: 0, recipients: { unsent: 2 } })
  expect((await sendTo(person)).status).toBe(200)
  await waitUntilDone()
  expect(getAddresses().slice(2)).toEqual(['right@example.org'])
  expect(await readReport()).toMatchObject({ sent: 2, recipients: { unsent: 1 } })
  // The message about the old address may come late. It then concerns nobody.
  expect((await note('a@example.org')).body).toEqual({ reason: 'not-invited' })
})

test('[P41, P56] the same address gets a second email if that is requested, as a separate email; a repeated request sends nothing', async () => {
  await start(['a', 'b'])
  await waitUntilDone()
  const { person } = await findPerson('a')
  await note('a@example.org')
  expect((await sendTo(person, { again: false })).body).toEqual({ reason: 'already-invited' })
  expect((await sendTo('nobody' as PersonId)).body).toEqual({ reason: 'nobody-to-invite' })
  const press = { id: newCommandId() }
  expect((await sendTo(person, press)).status).toBe(200)
  await waitUntilDone()
  expect((await sendTo(person, press)).status).toBe(200)
  expect((await send({ expected: 2, scope: 'all', again: true })).status).toBe(200)
  await waitUntilDone()
  expect((await sendTo(person, press)).status).toBe(200)
  expect(getAddresses().filter((address) => address === 'a@example.org')).toHaveLength(3)
  const ids = mailServer.received.map(({ raw }) => /Message-ID: (\S+)/i.exec(readMail(raw).headers)?.[1])
  expect(new Set(ids).size).toBe(ids.length)
})

test('[P41, P56] a person is added once while others are waiting, and nobody else gets a second email', async () => {
  await start(['a', 'b', 'busy'], (address) => (address.startsWith('busy') ? 451 : 250))
  await waitForReport({ mailing: { status: 'running', waiting: 1 } })
  await vi.waitFor(async () => expect(await findPerson('busy')).toMatchObject({ invitation: { status: 'waiting', code: 451 } }))
  const [{ person }, busy] = [await findPerson('a'), await findPerson('busy')]
  await note('a@example.org')
  const press = { id: newCommandId() }
  const presses = await Promise.all([sendTo(person, press), sendTo(person, press)])
  expect(presses.map(({ status }) => status)).toEqual([200, 200])
  await waitForReport({ mailing: { status: 'running', waiting: 1 }, sent: 2, refusedCount: 0 })
  expect(await findPerson('a')).toMatchObject({ invitation: { status: 'sent' } })
  expect((await sendTo(person, press)).status).toBe(200)
  expect((await sendTo(busy.person)).body).toEqual({ reason: 'mailing-running' })
  expect((await send({ expected: 1 })).body).toEqual({ reason: 'mailing-running' })
  expect(getAddresses().sort()).toEqual(['a@example.org', 'a@example.org', 'b@example.org'])
  const ids = mailServer.received.map(({ raw }) => /Message-ID: (\S+)/i.exec(readMail(raw).headers)?.[1])
  expect(new Set(ids).size).toBe(3)
})
