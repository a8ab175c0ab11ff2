/** After the invitations: messages about changes, and reminders, over a real SMTP server. */
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { type MailServer, readMail, startMailServer } from '../support/mail-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { newCommandId } from '../support/test-client.ts'

let server: InProcessServer
let mailServer: MailServer
let roster: RosterClient
beforeEach(async () => {
  mailServer = await startMailServer()
  server = await startInProcessServer({ variables: mailServer.variables })
  roster = new RosterClient(server)
  const rows = ['a,Réseau a,Name a,a@example.org,government,room,fr', 'b,Réseau b,Name b,b@example.org,government,remote,en']
  const imported = await roster.sendList('import', ['id,organization,name,email,group,channel,language', ...rows].join('\n'))
  expect(imported.status, JSON.stringify(imported.body)).toBe(200)
})
afterEach(async () => {
  await server.close()
  await mailServer.close()
})

const send = async (scope: string, expected: number, more: object = {}) => {
  const answer = await roster.request('POST', '/invitations', { id: newCommandId(), scope, language: 'en', expected, ...more })
  if (answer.status === 200)
    await vi.waitFor(async () => expect((await readReport()).mailing).toMatchObject({ status: 'done' }), { timeout: 40_000 })
  return answer
}
const readReport = async () => (await roster.request('GET', '/invitations')).body as Record<string, unknown>
const readPlan = async () =>
  (await roster.request('GET', '/plan')).body as { plan: Record<string, unknown>; version: string; uninformed: number }
const changePlan = async (changes: Record<string, unknown>) => {
  const { plan, version } = await readPlan()
  const answer = await roster.request('PUT', '/plan', { version, plan: { ...plan, ...changes } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as { uninformed: number }
}
/** The latest mail to an address. */
const readLatest = (address: string) => {
  const found = mailServer.received.findLast(({ to }) => to[0] === address)
  if (!found) throw new Error(`no mail to ${address}`)
  const mail = readMail(found.raw)
  const calendar = new ICAL.Component(ICAL.parse(mail.attachments[0]?.content ?? '') as unknown[])
  return { ...mail, event: calendar.getFirstSubcomponent('vevent') as ICAL.Component }
}

describe('a plan that changes after the invitations', () => {
  test('[P92] reaches everybody whose invitation is out of date with one press, with what was said before', async () => {
    const startsAt = server.session.state.session.plan.startsAt
    await send('unsent', 2)
    expect(await readReport()).toMatchObject({ sent: 2, recipients: { changed: 0 }, changedParticulars: [] })
    const first = readLatest('b@example.org')
    const { venue } = server.session.state.session.plan
    const moved = new Date(startsAt + 2 * 86_400_000).toISOString()
    const { uninformed } = await changePlan({
      startsAt: moved,
      endsAt: new Date(startsAt + 2 * 86_400_000 + 5_400_000).toISOString(),
      venue: 'Room XX',
    })
    expect(uninformed).toBe(2)
    expect(await readReport()).toMatchObject({ recipients: { unsent: 0, changed: 2 }, changedParticulars: ['time', 'place'] })
    const { body } = await roster.request('GET', '/people?find=Name')
    expect(body['people']).toMatchObject([{ invitation: { changed: ['time', 'place'] } }, { invitation: { changed: ['time', 'place'] } }])
    expect((await readReport())['sample']).toMatchObject({ subject: expect.stringMatching(/^Changed: /) })
    expect(await send('changed', 1)).toMatchObject({ status: 409, body: { reason: 'conflict' } })
    expect((await send('changed', 2)).status).toBe(200)
    const change = readLatest('b@example.org')
    expect(change.headers).toMatch(/^Subject: Changed: /m)
    expect(change.text).toMatch(/^Date and time: .+\r\nBefore: .+\r\nVenue: Room XX, .+\r\nBefore: /m)
    if (venue !== null) expect(change.text).toContain(`Before: ${venue}`)
    expect(change.text).toContain('/enter')
    expect(change.event.getFirstPropertyValue('uid')).toBe(first.event.getFirstPropertyValue('uid'))
    expect(Number(change.event.getFirstPropertyValue('sequence'))).toBeGreaterThanOrEqual(
      Number(first.event.getFirstPropertyValue('sequence')),
    )
    expect(new ICAL.Event(change.event).startDate.toJSDate().toISOString()).toBe(moved)
    expect(readLatest('a@example.org').headers).toMatch(/^Subject: /m)
    expect(readLatest('a@example.org').text).toContain('Voici ce qui est désormais prévu')
    expect(await readReport()).toMatchObject({ sent: 2, recipients: { unsent: 0, changed: 0 } })
    expect((await readPlan()).uninformed).toBe(0)
  })

  test('[P92] leaves alone who is invited afterwards, and who needs no address of the meeting', async () => {
    await send('unsent', 2)
    expect(await changePlan({ links: { meeting: 'https://meeting.example/room' } })).toMatchObject({ uninformed: 1 })
    expect(await readReport()).toMatchObject({ changedParticulars: ['meeting'] })
    await send('all', 2, { again: true })
    expect((await readPlan()).uninformed).toBe(0)
    expect(await send('changed', 0)).toMatchObject({ status: 422, body: { reason: 'nobody-to-invite' } })
    await changePlan({ title: 'Another title' })
    expect((await readPlan()).uninformed).toBe(0)
  })
})

describe('a session that is cancelled', () => {
  test('[P94] is on every screen and in the list, and everybody who has an invitation is informed; the calendar entry goes', async () => {
    await send('unsent', 2)
    expect(await changePlan({ cancelled: true })).toMatchObject({ uninformed: 2 })
    expect(await readReport()).toMatchObject({ recipients: { unsent: 0, all: 0, changed: 2 }, changedParticulars: ['cancelled'] })
    expect(await send('all', 2, { again: true })).toMatchObject({ status: 422, body: { reason: 'nobody-to-invite' } })
    expect((await send('changed', 2)).status).toBe(200)
    const { event, headers, text, attachments } = readLatest('b@example.org')
    expect(headers).toMatch(/^Subject: Cancelled: /m)
    expect(text).toContain('is cancelled. It was planned for ')
    expect(text).not.toContain('/enter')
    expect(attachments[0]?.headers).toMatch(/method=CANCEL/)
    expect([event.getFirstPropertyValue('status'), event.parent?.getFirstPropertyValue('method')]).toEqual(['CANCELLED', 'CANCEL'])
    await changePlan({ cancelled: false })
    expect(await readReport()).toMatchObject({ recipients: { changed: 2 }, changedParticulars: ['cancelled'] })
    expect((await send('changed', 2)).status).toBe(200)
    expect(readLatest('b@example.org').text).toContain('/enter')
  })
})

describe('a reminder', () => {
  test('[P93] goes to everybody who has an invitation, with the link and a sentence of the sender’s own', async () => {
    await roster.request('PATCH', `/people/${await findPerson('a@example.org')}`, { email: 'c@example.org' })
    await send('unsent', 2, { message: 'Please bring your badge.\n<b>Doors open at nine.</b>' })
    expect(readLatest('b@example.org').text).toContain('Please bring your badge.')
    expect(readLatest('b@example.org').html).toContain('&#60;b&#62;Doors open at nine.')
    await roster.request('PATCH', `/people/${await findPerson('c@example.org')}`, { email: 'd@example.org' })
    expect((await send('invited', 1)).status).toBe(200)
    expect(mailServer.received).toHaveLength(3)
    const reminder = readLatest('b@example.org')
    expect(reminder.headers).toMatch(/^Subject: Reminder: /m)
    expect(reminder.text).toContain('/enter')
    expect(reminder.text).not.toContain('badge')
    expect(await send('invited', 1, { message: 'x'.repeat(1_001) })).toMatchObject({ status: 422 })
  })
})

const findPerson = async (email: string): Promise<string> => {
  const { body } = await roster.request('GET', `/people?find=${encodeURIComponent(email)}`)
  const [found] = body['people'] as [{ person: string }]
  return found.person
}
