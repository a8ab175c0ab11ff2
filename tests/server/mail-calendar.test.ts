/** The calendar entry in an invitation, as it arrives over SMTP and as a calendar program reads it. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { type MailServer, type ReadMail, readMail, startMailServer } from '../support/mail-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { newCommandId } from '../support/test-client.ts'

const meetingLink = 'https://meeting.example/room'
const title = 'Consultation, « paix » & جلسة'
const about = 'First; then, second\nATTENDEE:mailto:x@example.org'
const people = [
  {
    id: 'en',
    channel: 'room',
    note: 'Your personal link is in the invitation',
    said: 'The attached file adds the session to your calendar.',
  },
  {
    id: 'fr',
    channel: 'remote',
    note: 'Votre lien personnel se trouve',
    said: 'Le fichier joint inscrit la séance dans votre calendrier.',
  },
  {
    id: 'es',
    channel: 'remote',
    note: 'Su enlace personal está en la invitación',
    said: 'El archivo adjunto añade la sesión a su calendario.',
  },
  { id: 'ar', channel: 'remote', note: 'رابطك الشخصي موجود', said: 'الملف المرفق يضيف الجلسة إلى تقويمك' },
  { id: 'zh', channel: 'room', note: '您的个人链接载于通过电子邮件发送的邀请函', said: '所附文件可将会议加入您的日历' },
] as const

let server: InProcessServer
let mailServer: MailServer
const mails = new Map<string, ReadMail>()
beforeAll(async () => {
  mailServer = await startMailServer()
  server = await startInProcessServer({ variables: mailServer.variables })
  const { plan: shown, groups, questions } = server.session.state.session
  const whole = { ...plan, ...shown, groups, questions, segments: server.session.state.agenda.segments, title, about, meetingLink }
  const session = await server.app.sessions.create('with-calendar' as SessionId, whole)
  const roster = new RosterClient(server, session.id)
  const rows = people.map(({ id, channel }) => `${id},Réseau,Name ${id},${id}@example.org,government,${channel},${id}`)
  const imported = await roster.sendList('import', ['id,organization,name,email,group,channel,language', ...rows].join('\n'))
  expect(imported.status, JSON.stringify(imported.body)).toBe(200)
  const order = { id: newCommandId(), scope: 'unsent', language: 'en', expected: people.length }
  const invited = await roster.request('POST', '/invitations', order)
  expect(invited.status, JSON.stringify(invited.body)).toBe(200)
  // On a busy machine a connection may fail. The mail is then sent again after a minute, and can arrive twice.
  const countReached = () => new Set(mailServer.received.map(({ to }) => to[0])).size
  await vi.waitUntil(() => countReached() === people.length, { timeout: 150_000 })
  for (const { to, raw } of mailServer.received) mails.set(to[0]?.split('@')[0] ?? '', readMail(raw))
}, 240_000)
afterAll(async () => {
  await server.close()
  await mailServer.close()
})

describe.each(people)('an invitation in $id', ({ id, channel, note, said }) => {
  const getMail = (): ReadMail => mails.get(id) as ReadMail
  const getSecret = (): string => /\/enter[^#\s]*#(\S+)/.exec(getMail().text)?.[1] ?? ''

  test('[P54] contains the session as a file that a calendar program reads, and tells the reader so', () => {
    const [file, ...others] = getMail().attachments
    expect(others).toEqual([])
    expect(file?.headers).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/m)
    expect(file?.headers).toMatch(/filename=with-calendar\.ics/)
    expect(getMail().text).toContain(said)
    const calendar = new ICAL.Component(ICAL.parse(file?.content ?? '') as unknown[])
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
    expect(event.summary).toBe(title)
    expect(event.startDate.toJSDate().getTime()).toBe(server.session.state.session.plan.startsAt)
    expect(event.endDate.toJSDate().getTime()).toBe(server.session.state.session.plan.endsAt)
    expect(event.description.startsWith(`${about}\n\n`)).toBe(true)
    expect(event.description.split('\n\n').at(-1)?.startsWith(note)).toBe(true)
    expect(event.attendees).toEqual([])
  })

  test('[P54] contains the personal link in its text, but not in the calendar, which has no name or address', () => {
    const content = (getMail().attachments[0]?.content ?? '').replaceAll('\r\n ', '')
    expect(getSecret().length).toBeGreaterThan(16)
    for (const hidden of [getSecret(), '/enter', 'rostrum.example.org', `Name ${id}`, `${id}@example.org`, 'Réseau'])
      expect(content).not.toContain(hidden)
    expect(content).not.toMatch(/^(ATTENDEE|ORGANIZER)/m)
  })

  test('[P15] contains the video link for registered remote participants only', () => {
    expect((getMail().attachments[0]?.content ?? '').includes(meetingLink)).toBe(channel === 'remote')
  })
})
