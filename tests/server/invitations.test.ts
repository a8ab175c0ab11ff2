/** The material for people before the session: who may download it, and how a spreadsheet or a calendar reads it. */

import { readCsv } from '@rostrum/server/people/roster/csv-reader'
import { formatCsv } from '@rostrum/server/people/roster/csv-writer'
import { formatCalendar } from '@rostrum/server/services/mail/icalendar'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'

let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

const hostileTexts = ['=cmd()', '|calc', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', 'a "quoted" name', 'two, parts', 'وفد الدولة']

describe('invitations', () => {
  test('[P14, V79] name everybody who may take part, with a valid link, and no cell is a formula', async () => {
    const rows = hostileTexts.map((name) => `Archive,"${name.replaceAll('"', '""')}",government,remote,ru-RU`)
    expect((await roster.sendList('import', `organization,name,group,channel,language\n${rows.join('\n')}\n`)).status).toBe(200)
    const gone = await roster.request('POST', '/people', { entity: 'Gone', group: 'government', channel: 'room' })
    await roster.request('POST', `/people/${gone.body['person']}/revoke`)
    const answer = await roster.fetchRaw('GET', '/invitations.csv')
    const text = Buffer.from(await answer.arrayBuffer()).toString()
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ])
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="invitations-${server.session.id}.csv"`)
    expect(text.startsWith('\ufeffid,organization,name,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const cells = (await readCsv(Buffer.from(text))).rows.map((row) => row.cells)
    expect(cells.flat().filter((cell) => /^[=+\-@|\t\r＝＋－＠]/.test(cell))).toEqual([])
    expect(cells.flatMap(([, , name]) => name ?? []).slice(-hostileTexts.length)).toEqual(
      hostileTexts.map((name) => (/^[\p{L}]/u.test(name) ? name : `'${name}`)),
    )
    expect(text).not.toMatch(/Gone|Secretariat|Chair/)
    const [last] = cells.slice(-1)
    expect(last?.[9]).toBe(server.startupLinks.code)
    expect(last?.[8]).toMatch(/\/enter\?lang=ru#/)
    const entered = await server.post('/api/tickets', { link: getSecret(last?.[8]) })
    expect(await entered.json()).toMatchObject({ entity: 'Archive', role: 'participant' })
  })

  test('[V79] a link from the secretariat and the link on a card open in the person’s language', async () => {
    const added = await roster.request('POST', '/people', { entity: 'Carded', group: 'government', channel: 'room', language: 'español' })
    const person = added.body['person'] as string
    const link = await roster.request('POST', `/people/${person}/link`)
    await roster.request('POST', `/people/${person}/revoke`)
    const reinstated = await roster.request('POST', `/people/${person}/reinstate`)
    const { body } = await roster.request('GET', '/cards?links=yes')
    const card = (body['people'] as { person: string; url: string }[]).find((one) => one.person === person)
    for (const url of [added.body['url'], link.body['url'], reinstated.body['url'], card?.url])
      expect(url).toMatch(/\/enter\?lang=es#[\w-]{32}$/)
    await roster.request('POST', `/people/${person}/revoke`)
  })

  test('[P8, P14] can be imported again without any change', async () => {
    const text = await (await roster.fetchRaw('GET', '/invitations.csv')).text()
    const before = server.session.state.people
    const { body } = await roster.sendList('import', text)
    expect(body['counts'], JSON.stringify(body)).toMatchObject({ fresh: 0, changed: 0, revoked: 0 })
    expect(server.session.state.people).toBe(before)
  })

  test('[P11] are for the staff and the organizer only', async () => {
    for (const role of ['room', 'remote', 'panel', 'display'])
      expect((await roster.request('GET', '/invitations.csv', undefined, await roster.issueTicket(role))).body).toEqual({
        reason: 'forbidden',
      })
    expect((await roster.request('GET', '/invitations.csv', undefined, '')).status).toBe(401)
    expect((await roster.fetchRaw('GET', '/invitations.csv', undefined, undefined, await roster.issueTicket('secretariat'))).status).toBe(
      200,
    )
  })

  test('[P14] a cell is protected against formulas, then quoted', () => {
    expect(formatCsv([['=1,2', '\t"x"', 'a;b', ' edge', 'plain', '']])).toBe('\ufeff"\'=1,2","\'\t""x""","a;b"," edge",plain,\r\n')
  })
})

const fetchCalendar = async (secret: string, query = '') => {
  const answer = await roster.fetchRaw('GET', `/session.ics${query}`, undefined, undefined, secret)
  return [answer.status, (await answer.text()).replaceAll('\r\n ', '')] as const
}
const remote = { role: 'participant', channel: 'remote', revoked: false } as const
const formatEntry = (changed: Partial<Plan>, meetingLink: string | null = null) =>
  formatCalendar({ session: 's-1' as SessionId, plan: { ...plan, ...changed, meetingLink }, person: remote, note: null, at: toInstant(0) })

describe('the calendar entry', () => {
  test('is for everybody with a ticket or a link of the session, and for the organizer', async () => {
    for (const role of ['chair', 'secretariat', 'panel', 'room', 'remote', 'display'])
      expect(await fetchCalendar(await roster.issueTicket(role))).toMatchObject([
        200,
        expect.stringContaining(`UID:${server.session.id}@rostrum`),
      ])
    for (const secret of [getSecret(server.startupLinks.remote), roster.organizerSecret]) expect((await fetchCalendar(secret))[0]).toBe(200)
    for (const secret of ['', 'x', 'y'.repeat(32), server.startupLinks.code]) expect((await fetchCalendar(secret))[0]).toBe(401)
  })

  test('is available for oneself; the staff can get it for anybody', async () => {
    const [chair, room] = [await roster.issueTicket('chair'), await roster.issueTicket('room')]
    expect((await fetchCalendar(room, '?person=room'))[0]).toBe(200)
    expect((await fetchCalendar(room, '?person=remote'))[0]).toBe(403)
    expect((await fetchCalendar(room, '?person=nobody'))[0]).toBe(403)
    expect((await fetchCalendar(chair, '?person=remote'))[0]).toBe(200)
    for (const who of ['nobody', '__proto__', 'constructor', '%00']) expect((await fetchCalendar(chair, `?person=${who}`))[0]).toBe(404)
    for (const query of ['?person=a&person=b', '?more=1', `?person=${'x'.repeat(65)}`])
      expect((await fetchCalendar(chair, query))[0]).toBe(400)
    expect(await fetchCalendar(roster.organizerSecret, '?person=remote')).toMatchObject([200, expect.not.stringContaining('URL:')])
  })

  test('[P15] contains the video link for registered remote participants only', async () => {
    const own = await startInProcessServer()
    const [link, at] = ['https://meeting.example/secret-room', new RosterClient(own)]
    try {
      const { plan: shown, groups, questions } = own.session.state.session
      const whole = { ...plan, ...shown, groups, questions, segments: own.session.state.agenda.segments, meetingLink: link }
      const session = await own.app.sessions.create('with-link' as SessionId, whole)
      await session.admit(
        [...own.session.state.people.all.values()].map(({ id, office: _, walkIn: __, ...rest }) => ({ person: id, ...rest })),
        'a'.repeat(22) as never,
      )
      const ask = async (role: string, query = '') => {
        const secret = await own.app.links.getOrCreate(session.id, role as PersonId)
        const answer = await fetch(`http://127.0.0.1:${own.app.getPort()}/api/sessions/with-link/session.ics${query}`, {
          headers: { authorization: `Bearer ${secret}` },
        })
        return (await answer.text()).replaceAll('\r\n ', '').includes(link)
      }
      expect(await ask('remote')).toBe(true)
      for (const role of ['room', 'panel', 'display', 'chair', 'secretariat']) expect(await ask(role), role).toBe(false)
      const holder = await own.app.links.find(await own.app.links.getOrCreate(session.id, 'chair' as PersonId))
      const ticket = holder ? own.app.tickets.issue(holder) : ''
      const forRemote = (who: string) =>
        fetch(`http://127.0.0.1:${own.app.getPort()}/api/sessions/with-link/session.ics?person=${who}`, {
          headers: { authorization: `Bearer ${ticket}` },
        }).then((answer) => answer.text())
      expect([(await forRemote('remote')).includes('secret-room'), (await forRemote('room')).includes('secret-room')]).toEqual([
        true,
        false,
      ])
      expect(at.organizerSecret).not.toBe('')
    } finally {
      await own.close()
    }
  })

  test('has local times of the venue, and UTC if the clocks change during the session', () => {
    const zurich = formatEntry({
      timeZone: 'Europe/Zurich',
      startsAt: toInstant(Date.UTC(2026, 6, 7, 12, 15)),
      endsAt: toInstant(Date.UTC(2026, 6, 7, 13, 45)),
    })
    expect(zurich).toContain('DTSTART;TZID=Europe/Zurich:20260707T141500\r\nDTEND;TZID=Europe/Zurich:20260707T154500\r\n')
    expect(zurich).toContain('TZOFFSETTO:+0200\r\n')
    const halifax = formatEntry({
      timeZone: 'America/St_Johns',
      startsAt: toInstant(Date.UTC(2026, 0, 7, 12)),
      endsAt: toInstant(Date.UTC(2026, 0, 7, 13)),
    })
    expect(halifax).toContain('TZOFFSETTO:-0330\r\n')
    expect(halifax).toContain('DTSTART;TZID=America/St_Johns:20260107T083000')
    const change = formatEntry({
      timeZone: 'Europe/Zurich',
      startsAt: toInstant(Date.UTC(2026, 2, 29, 0)),
      endsAt: toInstant(Date.UTC(2026, 2, 29, 2)),
    })
    expect(change).toContain('DTSTART:20260329T000000Z\r\nDTEND:20260329T020000Z\r\n')
    expect(change).not.toContain('VTIMEZONE')
    expect(formatEntry({})).toContain('DTSTART:')
  })

  test('is folded by bytes without splitting characters, and none of its texts can add a line', () => {
    const title = 'جلسة استماع مفتوحة، 议程 😀; with, \\ and more '.repeat(4).trim()
    const text = formatEntry(
      { title, about: 'One\nTwo; three, four\r\nATTENDEE:x', venue: 'Hall, 1' },
      'https://meeting.example/a\r\nATTENDEE:mailto:x',
    )
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\ufffd') || /[\r\n]/.test(line))).toEqual([])
    const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
    expect(unfolded).toContain(`SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`)
    expect(unfolded).toContain('LOCATION:Hall\\, 1\\, Hall 1')
    expect(unfolded.filter((line) => line.startsWith('ATTENDEE'))).toEqual([])
    expect(unfolded.filter((line) => line.startsWith('DESCRIPTION:One\\nTwo\\; three\\, four\\nATTENDEE:x\\n\\n'))).toHaveLength(1)
  })

  test('is the same entry every time', () => expect(formatEntry({})).toBe(formatEntry({})))
})
