/** What is sent to people before the session: whom it is for, and what a spreadsheet or a calendar makes of it. */

import { calendarOf } from '@rostrum/server/http/icalendar'
import { readCsv } from '@rostrum/server/roster/csv-reader'
import { csvText } from '@rostrum/server/roster/csv-writer'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { found } from '@rostrum/shared/domain/session/decide'
import { instantOf } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noon, plan } from '../support/fixtures.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'

let doors: Doors
let desk: Desk
beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
})
afterAll(() => doors.close())

const hostile = ['=cmd()', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', 'a "quoted" name', 'two, parts', 'وفد الدولة']

describe('invitations', () => {
  test('[P14] name everybody who may take part, with a link that opens, and no cell is a formula', async () => {
    const rows = hostile.map((name) => `Archive,"${name.replaceAll('"', '""')}",government,remote`)
    expect((await desk.send('import', `organization,name,group,channel\n${rows.join('\n')}\n`)).status).toBe(200)
    const gone = await desk.ask('POST', '/people', { entity: 'Gone', group: 'government', channel: 'room' })
    await desk.ask('POST', `/people/${gone.body['person']}/revoke`)
    const answer = await desk.raw('GET', '/invitations.csv')
    const text = Buffer.from(await answer.arrayBuffer()).toString()
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ])
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="invitations-${doors.session.id}.csv"`)
    expect(text.startsWith('\ufeffid,organization,name,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const cells = (await readCsv(Buffer.from(text))).rows.map((row) => row.cells)
    expect(cells.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
    expect(cells.flatMap(([, , name]) => name ?? []).slice(-hostile.length)).toEqual(
      hostile.map((name) => (/^[\p{L}]/u.test(name) ? name : `'${name}`)),
    )
    expect(text).not.toMatch(/Gone|Secretariat|Chair/)
    const [last] = cells.slice(-1)
    expect(last?.[9]).toBe(doors.given.code)
    const entered = await doors.post('/api/tickets', { link: secretIn(last?.[8]) })
    expect(await entered.json()).toMatchObject({ entity: 'Archive', role: 'participant' })
  })

  test('[P8, P14] come back as the people they name', async () => {
    const text = await (await desk.raw('GET', '/invitations.csv')).text()
    const before = doors.session.state.people
    const { body } = await desk.send('import', text)
    expect(body['counts'], JSON.stringify(body)).toMatchObject({ fresh: 0, changed: 0, revoked: 0 })
    expect(doors.session.state.people).toBe(before)
  })

  test('[P11] are for the desk alone', async () => {
    for (const seat of ['room', 'remote', 'panel', 'display'])
      expect((await desk.ask('GET', '/invitations.csv', undefined, await desk.ticketOf(seat))).body).toEqual({ why: 'forbidden' })
    expect((await desk.ask('GET', '/invitations.csv', undefined, '')).status).toBe(403)
    expect((await desk.raw('GET', '/invitations.csv', undefined, undefined, await desk.ticketOf('secretariat'))).status).toBe(200)
  })

  test('[P14] a cell is guarded, then quoted', () => {
    expect(csvText([['=1,2', '\t"x"', 'a;b', ' edge', 'plain', '']])).toBe('\ufeff"\'=1,2","\'\t""x""","a;b"," edge",plain,\r\n')
  })
})

const ics = async (secret: string, query = '') => {
  const answer = await desk.raw('GET', `/session.ics${query}`, undefined, undefined, secret)
  return [answer.status, (await answer.text()).replaceAll('\r\n ', '')] as const
}
const founded = (changed: Partial<Plan>) => evolveAll(emptyState, found({ ...plan, ...changed }), noon)
const entry = (changed: Partial<Plan>, link: string | null = null) => calendarOf('s-1' as SessionId, founded(changed), link, instantOf(0))

describe('the calendar entry', () => {
  test('is for whoever has a ticket or a link of the session, and for the organiser', async () => {
    for (const seat of ['chair', 'secretariat', 'panel', 'room', 'remote', 'display'])
      expect(await ics(await desk.ticketOf(seat))).toMatchObject([200, expect.stringContaining(`UID:${doors.session.id}@rostrum`)])
    for (const secret of [secretIn(doors.given.remote), desk.organiser]) expect((await ics(secret))[0]).toBe(200)
    for (const secret of ['', 'x', 'y'.repeat(32), doors.given.code]) expect((await ics(secret))[0]).toBe(403)
  })

  test('is somebody’s own; the desk may ask for anybody’s', async () => {
    const [chair, room] = [await desk.ticketOf('chair'), await desk.ticketOf('room')]
    expect((await ics(room, '?person=room'))[0]).toBe(200)
    expect((await ics(room, '?person=remote'))[0]).toBe(403)
    expect((await ics(room, '?person=nobody'))[0]).toBe(403)
    expect((await ics(chair, '?person=remote'))[0]).toBe(200)
    for (const who of ['nobody', '__proto__', 'constructor', '%00']) expect((await ics(chair, `?person=${who}`))[0]).toBe(404)
    for (const query of ['?person=a&person=b', '?more=1', `?person=${'x'.repeat(65)}`]) expect((await ics(chair, query))[0]).toBe(400)
    expect(await ics(desk.organiser, '?person=remote')).toMatchObject([200, expect.not.stringContaining('URL:')])
  })

  test('[P15] has the meeting link for registered remote participants alone', async () => {
    const own = await openDoors()
    const [link, at] = ['https://meeting.example/secret-room', new Desk(own)]
    try {
      const { plan: shown, groups, questions } = own.session.state.session
      const whole = { ...plan, ...shown, groups, questions, segments: own.session.state.agenda.segments, meetingLink: link }
      const session = await own.app.sessions.create('with-link' as SessionId, whole)
      await session.admit(
        [...own.session.state.people.all.values()].map(({ id, ...rest }) => ({ person: id, ...rest })),
        'a'.repeat(22) as never,
      )
      const ask = async (seat: string, query = '') => {
        const secret = await own.app.links.current(session.id, seat as PersonId)
        const answer = await fetch(`http://127.0.0.1:${own.app.port()}/api/sessions/with-link/session.ics${query}`, {
          headers: { authorization: `Bearer ${secret}` },
        })
        return (await answer.text()).replaceAll('\r\n ', '').includes(link)
      }
      expect(await ask('remote')).toBe(true)
      for (const seat of ['room', 'panel', 'display', 'chair', 'secretariat']) expect(await ask(seat), seat).toBe(false)
      const holder = await own.app.links.find(await own.app.links.current(session.id, 'chair' as PersonId))
      const ticket = holder ? own.app.tickets.issue(holder) : ''
      const forRemote = (who: string) =>
        fetch(`http://127.0.0.1:${own.app.port()}/api/sessions/with-link/session.ics?person=${who}`, {
          headers: { authorization: `Bearer ${ticket}` },
        }).then((answer) => answer.text())
      expect([(await forRemote('remote')).includes('secret-room'), (await forRemote('room')).includes('secret-room')]).toEqual([
        true,
        false,
      ])
      expect(at.organiser).not.toBe('')
    } finally {
      await own.close()
    }
  })

  test('says its times where the session is, and in UTC where the clocks change during it', () => {
    const zurich = entry({
      timeZone: 'Europe/Zurich',
      startsAt: instantOf(Date.UTC(2026, 6, 7, 12, 15)),
      endsAt: instantOf(Date.UTC(2026, 6, 7, 13, 45)),
    })
    expect(zurich).toContain('DTSTART;TZID=Europe/Zurich:20260707T141500\r\nDTEND;TZID=Europe/Zurich:20260707T154500\r\n')
    expect(zurich).toContain('TZOFFSETTO:+0200\r\n')
    const halifax = entry({
      timeZone: 'America/St_Johns',
      startsAt: instantOf(Date.UTC(2026, 0, 7, 12)),
      endsAt: instantOf(Date.UTC(2026, 0, 7, 13)),
    })
    expect(halifax).toContain('TZOFFSETTO:-0330\r\n')
    expect(halifax).toContain('DTSTART;TZID=America/St_Johns:20260107T083000')
    const change = entry({
      timeZone: 'Europe/Zurich',
      startsAt: instantOf(Date.UTC(2026, 2, 29, 0)),
      endsAt: instantOf(Date.UTC(2026, 2, 29, 2)),
    })
    expect(change).toContain('DTSTART:20260329T000000Z\r\nDTEND:20260329T020000Z\r\n')
    expect(change).not.toContain('VTIMEZONE')
    expect(entry({})).toContain('DTSTART:')
  })

  test('is folded by bytes, whole characters to a line, and nothing that is written in it ends a line', () => {
    const title = 'جلسة استماع مفتوحة، 议程 😀; with, \\ and more '.repeat(4).trim()
    const text = entry(
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

  test('made again is the same entry', () => expect(entry({})).toBe(entry({})))
})
