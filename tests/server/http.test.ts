import { request } from 'node:http'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../support/access.ts'
import { getSecret, type InProcessServer, readReason, startInProcessServer, walkInBody } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'

let server: InProcessServer
let organizerHeaders: { authorization: string }

beforeAll(async () => {
  server = await startInProcessServer()
  organizerHeaders = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
})
afterAll(() => server.close())

describe('health', () => {
  test('reports that it is alive, and which log it uses', async () => {
    const answer = await server.get('/health')
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive', log: 'embedded', damagedSessions: 0, clock: 'in step' }])
  })
})

describe('a link', () => {
  test.each([
    ['chair', { role: 'chair', person: 'chair', number: 0, group: null }],
    ['secretariat', { role: 'secretariat' }],
    ['display', { role: 'display' }],
    ['room', { role: 'participant', channel: 'room', group: 'government', number: 2, short: { original: 'en', en: 'WSIS at 20' } }],
    ['remote', { role: 'participant', channel: 'remote', entity: 'University research centre' }],
  ] as const)('gives a ticket for %s', async (role, expected) => {
    const answer = await server.post('/api/tickets', { link: getSecret(server.startupLinks[role]) })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ ...expected, session: 'wsis-at-20', ticket: expect.stringMatching(/^[\w-]+\.[\w-]+$/) })
  })

  test('that does not exist is refused', async () => {
    expect(await readReason(await server.post('/api/tickets', { link: 'x'.repeat(32) }))).toEqual([404, 'no-such-link'])
  })

  test('is refused if the person was revoked', async () => {
    const { person, link } = (await (
      await server.post('/api/tickets', { code: server.startupLinks.code, person: walkInBody })
    ).json()) as TicketReply
    const revoke = { id: 'revoke-the-walk-in-person' as CommandId, type: 'people.revoke', data: { person } } as Envelope
    expect(await server.session.execute({ person: 'chair' as PersonId }, revoke)).toEqual({ ok: true })
    expect(await readReason(await server.post('/api/tickets', { link }))).toEqual([403, 'person-revoked'])
  })
})

type TicketReply = { readonly person: PersonId; readonly link: string; readonly number: number; readonly ticket: string }

describe('a join code', () => {
  test('gives the join page what its form needs', async () => {
    const answer = await server.post('/api/codes', { code: server.startupLinks.code.toLowerCase() })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ short: { en: 'WSIS at 20' }, place: 'Geneva', walkIns: true, groups: { length: 5 } })
  })

  test('admits a walk-in, who can return by a personal link', async () => {
    const spaced = `${server.startupLinks.code.slice(0, 4)} ${server.startupLinks.code.slice(4)}`
    const answer = await server.post('/api/tickets', { code: spaced, person: { ...walkInBody, name: 'Given name' } })
    const entered = (await answer.json()) as TicketReply
    expect(entered).toMatchObject({ role: 'participant', channel: 'room', group: 'civil-society', entity: walkInBody.entity })
    const back = await server.post('/api/tickets', { link: entered.link })
    expect(await back.json()).toMatchObject({ person: entered.person, number: entered.number })
  })

  test('a repeat after a lost answer gives the same person', async () => {
    const body = { code: server.startupLinks.code, person: walkInBody, idempotencyKey: 'a'.repeat(22) }
    const [one, two] = await Promise.all([server.post('/api/tickets', body), server.post('/api/tickets', body)])
    const first = (await one.json()) as TicketReply
    expect(await two.json()).toMatchObject({ person: first.person, link: first.link, number: first.number })
    const other = await server.post('/api/tickets', { ...body, idempotencyKey: 'b'.repeat(22) })
    expect(((await other.json()) as TicketReply).person).not.toBe(first.person)
  })

  test('[P28] may speak for an organization with a name of 160 characters', async () => {
    const person = { ...walkInBody, entity: 'é'.repeat(160) }
    const answer = await server.post('/api/tickets', { code: server.startupLinks.code, person })
    expect(await answer.json()).toMatchObject({ entity: person.entity })
  })

  test.each([
    ['[P28] a longer name of an organization', { entity: 'x'.repeat(161) }, 422, 'text-too-long'],
    ['an office title as organization', { entity: ' The  Chair ' }, 422, 'text-refused'],
    ['an office title as name', { name: 'Secretariat' }, 422, 'text-refused'],
    ['an organization without visible characters', { entity: '\u200b \u202e' }, 422, 'text-empty'],
    ['half a character', { entity: 'a\ud800' }, 422, 'text-refused'],
    ['[P28] a long name', { name: 'x'.repeat(81) }, 422, 'text-too-long'],
    ['an unknown group', { group: 'martians' }, 422, 'no-such-group'],
    ['a role', { role: 'chair' }, 400, 'malformed'],
    ['an unknown channel', { channel: 'moon' }, 400, 'malformed'],
    ['no consent', { nameInRecord: undefined }, 400, 'malformed'],
  ])('%s is refused', async (_, changed, status, reason) => {
    const before = server.session.state.people.all.size
    const answer = await server.post('/api/tickets', { code: server.startupLinks.code, person: { ...walkInBody, ...changed } })
    expect(await readReason(answer)).toEqual([status, reason])
    expect(server.session.state.people.all.size).toBe(before)
  })
})

describe('hostile bodies', () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  test.each([
    ['an unknown key', { link: 'x', role: 'chair' }, 400, 'malformed'],
    ['link and code at once', { link: 'x', code: 'x', person: walkInBody }, 400, 'malformed'],
    ['__proto__ as a key', '{"link":"x","__proto__":{"role":"chair"}}', 400, 'malformed'],
    ['constructor as a key', '{"constructor":{"prototype":{"x":1}}}', 400, 'malformed'],
    ['deep nesting', deep, 400, 'malformed'],
    ['deep nesting in a field', `{"link":${deep}}`, 400, 'malformed'],
    ['many keys', Object.fromEntries(Array.from({ length: 5_000 }, (_, key) => [`k${key}`, 1])), 400, 'malformed'],
    ['more than 64 KiB', { link: 'x'.repeat(70_000) }, 413, 'too-large'],
    ['a long link', { link: 'x'.repeat(129) }, 400, 'malformed'],
    ['a number for a link', { link: 7 }, 400, 'malformed'],
    ['null', 'null', 400, 'malformed'],
    ['a list', '[]', 400, 'malformed'],
    ['half of a body', '{"link":', 400, 'malformed'],
    ['nothing', '', 400, 'malformed'],
  ])('%s is refused, and the server goes on', async (_, body, status, reason) => {
    expect(await readReason(await server.post('/api/tickets', body))).toEqual([status, reason])
    expect((await server.get('/health')).status).toBe(200)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    '%s is not JSON',
    async (type) => {
      const answer = await server.post('/api/tickets', { link: 'x' }, { 'content-type': type })
      expect(await readReason(answer)).toEqual([415, 'json-only'])
    },
  )

  test.each(['/api/nothing', '/api/tickets', '/api/sessions/%00', '/nothing.js', '/%2e%2e/%2e%2e/etc/passwd', '/api/%ff', '/socket.io'])(
    'GET %s gives no page and no file',
    async (path) => {
      const answer = await server.get(path, organizerHeaders)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )
})

describe('origins', () => {
  /** Uses `request`, because `fetch` does not let the test choose the Origin. */
  const from = (origin: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: server.app.getPort(),
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
      asked.end(JSON.stringify({ link: getSecret(server.startupLinks.chair) }))
    })

  test('a page of another site gets no ticket, but the server’s own page does', async () => {
    expect(await from('https://evil.example')).toBe(403)
    expect(await from('null')).toBe(403)
    expect(await from(`http://127.0.0.1:${server.app.getPort()}`)).toBe(200)
  })
})

describe('the organizer', () => {
  tellStory()
  test.each([undefined, 'Bearer ', 'Bearer x', 'Basic x', 'Bearer x y'])('is asked for the secret: %s', async (authorization) => {
    const headers = authorization === undefined ? {} : { authorization }
    for (const path of ['/api/sessions', '/api/sessions/wsis-at-20/links']) {
      expect(await readReason(await server.get(path, headers))).toEqual([401, 'organizer-only'])
    }
    expect(await readReason(await server.post('/api/sessions', { template: 'wsis-at-20' }, headers))).toEqual([401, 'organizer-only'])
    expect(await readReason(await server.post('/api/sessions/wsis-at-20/links/chair/renew', {}, headers))).toEqual([401, 'organizer-only'])
  })

  test('cannot use the link of a role instead of the secret', async () => {
    const headers = { authorization: `Bearer ${getSecret(server.startupLinks.chair)}` }
    expect((await server.get('/api/sessions', headers)).status).toBe(401)
  })

  test('sees the sessions and the links of one', async () => {
    const list = await (await server.get('/api/sessions', organizerHeaders)).json()
    expect(list).toMatchObject({ sessions: [{ id: 'wsis-at-20', phase: 'planned', counts: { remote: 1, segments: 5 } }] })
    const links = (await (await server.get('/api/sessions/wsis-at-20/links', organizerHeaders)).json()) as {
      code: string
      links: { role: string; person: string; url: string }[]
    }
    expect(links.code).toBe(server.startupLinks.code)
    expect(links.links.map(({ role, person }) => [role, person])).toEqual([
      ['chair', 'chair'],
      ['secretariat', 'secretariat'],
      ['panellist', 'panel'],
      ['display', 'display'],
      ['display', 'overlay'],
    ])
    expect(links.links[0]?.url).toBe(server.startupLinks.chair)
  })

  test('creates another session, which has its own links', async () => {
    const made = await server.post('/api/sessions', { template: 'wsis-at-20', startsAt: '2030-05-06T09:00:00+02:00' }, organizerHeaders)
    const { id, startsAt, endsAt } = (await made.json()) as { id: string; startsAt: number; endsAt: number }
    expect([made.status, startsAt, endsAt - startsAt]).toEqual([201, Date.parse('2030-05-06T07:00:00Z'), 90 * 60_000])
    const { links } = (await (await server.get(`/api/sessions/${id}/links`, organizerHeaders)).json()) as {
      links: { role: string; url: string }[]
    }
    const chair = links.find(({ role }) => role === 'chair')?.url
    expect(await (await server.post('/api/tickets', { link: getSecret(chair) })).json()).toMatchObject({ session: id, role: 'chair' })
    expect(chair).not.toBe(server.startupLinks.chair)
  })

  test.each([
    [{ template: '../../etc/passwd' }, 400, 'malformed'],
    [{ template: 'wsis-at-20', startsAt: 'soon' }, 400, 'malformed'],
    [{ template: 'wsis-at-20', id: 'mine' }, 400, 'malformed'],
  ])('gets no session from %j', async (body, status, reason) => {
    expect(await readReason(await server.post('/api/sessions', body, organizerHeaders))).toEqual([status, reason])
  })

  test.each([
    ['/api/sessions/none/links', 'no-such-session'],
    ['/api/sessions/__proto__/links', 'no-such-session'],
    [`/api/sessions/${'x'.repeat(99)}/links`, 'no-such-session'],
  ])('%s is not found', async (path, reason) => expect(await readReason(await server.get(path, organizerHeaders))).toEqual([404, reason]))

  test('renews a link: the old link and its tickets are invalid', async () => {
    const fresh = await startInProcessServer()
    const auth = { authorization: `Bearer ${getSecret(fresh.startupLinks.organizer)}` }
    const ticket = ((await (await fresh.post('/api/tickets', { link: getSecret(fresh.startupLinks.chair) })).json()) as TicketReply).ticket
    expect(await verify(fresh.app.tickets, ticket)).not.toBeNull()
    const renewed = await fresh.post('/api/sessions/wsis-at-20/links/chair/renew', {}, auth)
    const { url } = (await renewed.json()) as { url: string }
    expect(renewed.status).toBe(200)
    expect(await readReason(await fresh.post('/api/tickets', { link: getSecret(fresh.startupLinks.chair) }))).toEqual([404, 'no-such-link'])
    expect(await verify(fresh.app.tickets, ticket)).toBeNull()
    expect((await fresh.post('/api/tickets', { link: getSecret(url) })).status).toBe(200)
    expect(await readReason(await fresh.post('/api/sessions/wsis-at-20/links/nobody/renew', {}, auth))).toEqual([404, 'no-such-person'])
    await fresh.close()
  })
})
