import { request } from 'node:http'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn, walkIn, whyOf } from '../support/in-process-server.ts'

let doors: Doors
let organiser: { authorization: string }

beforeAll(async () => {
  doors = await openDoors()
  organiser = { authorization: `Bearer ${secretIn(doors.given.organiser)}` }
})
afterAll(() => doors.close())

describe('health', () => {
  test('says that it is alive, and on what', async () => {
    const answer = await doors.get('/health')
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive', log: 'embedded' }])
  })
})

describe('a link', () => {
  test.each([
    ['chair', { role: 'chair', person: 'chair', number: 0, group: null }],
    ['secretariat', { role: 'secretariat' }],
    ['display', { role: 'display' }],
    ['room', { role: 'participant', channel: 'room', group: 'government', number: 2, short: 'WSIS at 20' }],
    ['remote', { role: 'participant', channel: 'remote', entity: 'University research centre' }],
  ] as const)('of %s becomes a ticket', async (seat, expected) => {
    const answer = await doors.post('/api/tickets', { link: secretIn(doors.given[seat]) })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ ...expected, session: 'wsis-at-20', ticket: expect.stringMatching(/^[\w-]+\.[\w-]+$/) })
  })

  test('that is none is refused', async () => {
    expect(await whyOf(await doors.post('/api/tickets', { link: 'x'.repeat(32) }))).toEqual([404, 'no-such-link'])
  })

  test('of somebody revoked is refused', async () => {
    const { person, link } = (await (await doors.post('/api/tickets', { code: doors.given.code, person: walkIn })).json()) as Entered
    const revoke = { id: 'revoke-the-walk-in-person' as CommandId, type: 'people.revoke', data: { person } } as Envelope
    expect(await doors.session.handle({ person: 'chair' as PersonId }, revoke)).toEqual({ ok: true })
    expect(await whyOf(await doors.post('/api/tickets', { link }))).toEqual([403, 'person-revoked'])
  })
})

type Entered = { readonly person: PersonId; readonly link: string; readonly number: number; readonly ticket: string }

describe('a join code', () => {
  test('tells the join page what to ask', async () => {
    const answer = await doors.post('/api/codes', { code: doors.given.code.toLowerCase() })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ short: 'WSIS at 20', place: 'Geneva', walkIns: true, groups: { length: 5 } })
  })

  test('lets a walk-in enter, and come back with an own link', async () => {
    const spaced = `${doors.given.code.slice(0, 4)} ${doors.given.code.slice(4)}`
    const answer = await doors.post('/api/tickets', { code: spaced, person: { ...walkIn, name: 'Given name' } })
    const entered = (await answer.json()) as Entered
    expect(entered).toMatchObject({ role: 'participant', channel: 'room', group: 'civil-society', entity: walkIn.entity })
    const back = await doors.post('/api/tickets', { link: entered.link })
    expect(await back.json()).toMatchObject({ person: entered.person, number: entered.number })
  })

  test('asked again after a lost answer, it is the same person', async () => {
    const body = { code: doors.given.code, person: walkIn, attempt: 'a'.repeat(22) }
    const [one, two] = await Promise.all([doors.post('/api/tickets', body), doors.post('/api/tickets', body)])
    const first = (await one.json()) as Entered
    expect(await two.json()).toMatchObject({ person: first.person, link: first.link, number: first.number })
    const other = await doors.post('/api/tickets', { ...body, attempt: 'b'.repeat(22) })
    expect(((await other.json()) as Entered).person).not.toBe(first.person)
  })

  test.each([
    ['an office as organization', { entity: ' The  Chair ' }, 422, 'text-refused'],
    ['an office as name', { name: 'Secretariat' }, 422, 'text-refused'],
    ['an organization of nothing visible', { entity: '\u200b \u202e' }, 422, 'text-empty'],
    ['half a character', { entity: 'a\ud800' }, 422, 'text-refused'],
    ['a long name', { name: 'x'.repeat(81) }, 422, 'text-too-long'],
    ['a group that is not there', { group: 'martians' }, 422, 'no-such-group'],
    ['a role', { role: 'chair' }, 400, 'malformed'],
    ['another channel', { channel: 'moon' }, 400, 'malformed'],
    ['no consent', { named: undefined }, 400, 'malformed'],
  ])('%s is refused', async (_, changed, status, why) => {
    const before = doors.session.state.people.all.size
    const answer = await doors.post('/api/tickets', { code: doors.given.code, person: { ...walkIn, ...changed } })
    expect(await whyOf(answer)).toEqual([status, why])
    expect(doors.session.state.people.all.size).toBe(before)
  })
})

describe('hostile bodies', () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  test.each([
    ['an unknown key', { link: 'x', role: 'chair' }, 400, 'malformed'],
    ['both ways at once', { link: 'x', code: 'x', person: walkIn }, 400, 'malformed'],
    ['a prototype', '{"link":"x","__proto__":{"role":"chair"}}', 400, 'malformed'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}}}', 400, 'malformed'],
    ['deep nesting', deep, 400, 'malformed'],
    ['deep nesting in a field', `{"link":${deep}}`, 400, 'malformed'],
    ['many keys', Object.fromEntries(Array.from({ length: 5_000 }, (_, key) => [`k${key}`, 1])), 400, 'malformed'],
    ['more than 64 KiB', { link: 'x'.repeat(70_000) }, 413, 'too-large'],
    ['a long link', { link: 'x'.repeat(129) }, 400, 'malformed'],
    ['a number for a link', { link: 7 }, 400, 'malformed'],
    ['null', 'null', 400, 'malformed'],
    ['a list', '[]', 400, 'malformed'],
    ['half of it', '{"link":', 400, 'malformed'],
    ['nothing', '', 400, 'malformed'],
  ])('%s: a refusal, and the server lives', async (_, body, status, why) => {
    expect(await whyOf(await doors.post('/api/tickets', body))).toEqual([status, why])
    expect((await doors.get('/health')).status).toBe(200)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    '%s is not JSON',
    async (type) => {
      const answer = await doors.post('/api/tickets', { link: 'x' }, { 'content-type': type })
      expect(await whyOf(answer)).toEqual([415, 'json-only'])
    },
  )

  test.each(['/api/nothing', '/api/tickets', '/api/sessions/%00', '/nothing.js', '/%2e%2e/%2e%2e/etc/passwd', '/api/%ff', '/socket.io'])(
    'GET %s gives no page and no file',
    async (path) => {
      const answer = await doors.get(path, organiser)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )
})

describe('origins', () => {
  /** fetch would not let the Origin be chosen. */
  const from = (origin: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: doors.app.port(),
          path: '/api/tickets',
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
        },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        },
      )
      asked.on('error', reject)
      asked.end(JSON.stringify({ link: secretIn(doors.given.chair) }))
    })

  test('a page of another site gets no ticket, the own page does', async () => {
    expect(await from('https://evil.example')).toBe(403)
    expect(await from('null')).toBe(403)
    expect(await from(`http://127.0.0.1:${doors.app.port()}`)).toBe(200)
  })
})

describe('the organiser', () => {
  test.each([undefined, 'Bearer ', 'Bearer x', 'Basic x', 'Bearer x y'])('is asked for the secret: %s', async (authorization) => {
    const headers = authorization === undefined ? {} : { authorization }
    for (const path of ['/api/sessions', '/api/sessions/wsis-at-20/links']) {
      expect(await whyOf(await doors.get(path, headers))).toEqual([401, 'organiser-only'])
    }
    expect(await whyOf(await doors.post('/api/sessions', { template: 'wsis-at-20' }, headers))).toEqual([401, 'organiser-only'])
    expect(await whyOf(await doors.post('/api/sessions/wsis-at-20/links/chair/renew', {}, headers))).toEqual([401, 'organiser-only'])
  })

  test('a role link is no organiser', async () => {
    const headers = { authorization: `Bearer ${secretIn(doors.given.chair)}` }
    expect((await doors.get('/api/sessions', headers)).status).toBe(401)
  })

  test('sees the sessions and the links of one', async () => {
    const list = await (await doors.get('/api/sessions', organiser)).json()
    expect(list).toMatchObject({ sessions: [{ id: 'wsis-at-20', phase: 'planned', counts: { remote: 1, segments: 5 } }] })
    const links = (await (await doors.get('/api/sessions/wsis-at-20/links', organiser)).json()) as {
      code: string
      links: { role: string; url: string }[]
    }
    expect(links.code).toBe(doors.given.code)
    expect(links.links.map(({ role }) => role)).toEqual(['chair', 'secretariat', 'panellist', 'display'])
    expect(links.links[0]?.url).toBe(doors.given.chair)
  })

  test('makes another session, whose links are its own', async () => {
    const made = await doors.post('/api/sessions', { template: 'wsis-at-20', startsAt: '2030-05-06T09:00:00+02:00' }, organiser)
    const { id, startsAt, endsAt } = (await made.json()) as { id: string; startsAt: number; endsAt: number }
    expect([made.status, startsAt, endsAt - startsAt]).toEqual([201, Date.parse('2030-05-06T07:00:00Z'), 90 * 60_000])
    const { links } = (await (await doors.get(`/api/sessions/${id}/links`, organiser)).json()) as { links: { role: string; url: string }[] }
    const chair = links.find(({ role }) => role === 'chair')?.url
    expect(await (await doors.post('/api/tickets', { link: secretIn(chair) })).json()).toMatchObject({ session: id, role: 'chair' })
    expect(chair).not.toBe(doors.given.chair)
  })

  test.each([
    [{ template: '../../etc/passwd' }, 400, 'malformed'],
    [{ template: 'wsis-at-20', startsAt: 'soon' }, 400, 'malformed'],
    [{ template: 'wsis-at-20', id: 'mine' }, 400, 'malformed'],
  ])('gets no session from %j', async (body, status, why) => {
    expect(await whyOf(await doors.post('/api/sessions', body, organiser))).toEqual([status, why])
  })

  test.each([
    ['/api/sessions/none/links', 'no-such-session'],
    ['/api/sessions/__proto__/links', 'no-such-session'],
    [`/api/sessions/${'x'.repeat(99)}/links`, 'no-such-session'],
  ])('%s is not there', async (path, why) => expect(await whyOf(await doors.get(path, organiser))).toEqual([404, why]))

  test('renews a link: the old one and its tickets are dead', async () => {
    const fresh = await openDoors()
    const auth = { authorization: `Bearer ${secretIn(fresh.given.organiser)}` }
    const ticket = ((await (await fresh.post('/api/tickets', { link: secretIn(fresh.given.chair) })).json()) as Entered).ticket
    expect(await fresh.app.tickets.check(ticket)).not.toBeNull()
    const renewed = await fresh.post('/api/sessions/wsis-at-20/links/chair/renew', {}, auth)
    const { url } = (await renewed.json()) as { url: string }
    expect(renewed.status).toBe(200)
    expect(await whyOf(await fresh.post('/api/tickets', { link: secretIn(fresh.given.chair) }))).toEqual([404, 'no-such-link'])
    expect(await fresh.app.tickets.check(ticket)).toBeNull()
    expect((await fresh.post('/api/tickets', { link: secretIn(url) })).status).toBe(200)
    expect(await whyOf(await fresh.post('/api/sessions/wsis-at-20/links/nobody/renew', {}, auth))).toEqual([404, 'no-such-person'])
    await fresh.close()
  })
})
