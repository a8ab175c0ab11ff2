/** The roster, person by person: search, add, correct, revoke, renew a link; and who may do this. */
import { newCommandId } from '@rostrum/server/engine/session/reply-cache'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { extractPlan } from '@rostrum/shared/domain/session/plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

let server: InProcessServer
let roster: RosterClient
let url: string
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
  url = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

const personInput = { entity: 'Federation of archives', group: 'civil-society', channel: 'room' } as const
type AddedPerson = { readonly person: PersonId; readonly url: string; readonly number: number }
const addPerson = async (more: object = {}): Promise<AddedPerson> => {
  const { status, body } = await roster.request('POST', '/people', { ...personInput, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body as unknown as AddedPerson
}
const findPerson = (person: string) => server.session.state.people.all.get(person as PersonId)

describe('a person who is added', () => {
  test('has a number, a link, and the given fields', async () => {
    const more = {
      name: 'As Written',
      email: 'as.written@example.org',
      language: 'français',
      nameInRecord: true,
      externalId: 'A-17',
      phone: '+41 22 917 00 00',
      pronounced: 'az RIT-ten',
      said: 'the Delegation',
    }
    const { person, url: link, number, ...rest } = await addPerson(more)
    expect(rest).toEqual({
      ...personInput,
      ...more,
      language: 'fr',
      ...{ role: 'participant', revoked: false, presence: 'absent', since: null, checkedIn: false, invitation: null },
    })
    expect(number).toBeGreaterThan(0)
    const entered = await server.post('/api/tickets', { link: getSecret(link) })
    expect(await entered.json()).toMatchObject({ person, entity: personInput.entity })
  })

  test('is not added twice by a repeated request', async () => {
    const idempotencyKey = newCommandId()
    const [one, two] = [
      await addPerson({ idempotencyKey, email: 'again@example.org' }),
      await addPerson({ idempotencyKey, email: 'again@example.org' }),
    ]
    expect(two).toEqual(one)
  })

  test('can be a panellist, but not an officer', async () => {
    expect(findPerson((await addPerson({ role: 'panellist', group: null })).person)?.role).toBe('panellist')
    expect(await roster.request('POST', '/people', { ...personInput, role: 'chair' })).toMatchObject({
      status: 400,
      body: { reason: 'malformed' },
    })
  })

  test.each<readonly [string, object, number, string]>([
    ['an office title', { entity: 'The Chair' }, 422, 'office-imitated'],
    ['an office title as name', { name: 'Secretariat' }, 422, 'office-imitated'],
    ['an invalid address', { email: 'nobody' }, 422, 'email-refused'],
    ['an address with a line break', { email: 'a@b.c\nBcc: d@e.f' }, 422, 'email-refused'],
    ['an id that every object inherits', { externalId: 'constructor' }, 422, 'id-refused'],
    ['an unclear language', { language: '??' }, 422, 'language-unclear'],
    ['an invisible text', { entity: '\u200b' }, 422, 'text-empty'],
    ['half a character', { name: 'a\ud800' }, 422, 'text-refused'],
    ['[P28] a long name', { name: 'x'.repeat(81) }, 422, 'text-too-long'],
    ['[P28] a long name of an organization', { entity: 'x'.repeat(161) }, 422, 'text-too-long'],
    ['an unknown group', { group: 'martians' }, 422, 'no-such-group'],
    ['an unknown channel', { channel: 'moon' }, 400, 'malformed'],
    ['an invalid consent', { nameInRecord: 'yes' }, 400, 'malformed'],
    ['a chosen person id', { person: 'chair' }, 400, 'malformed'],
    ['a list', [] as object, 400, 'malformed'],
  ])('with %s is refused', async (_, more, status, reason) => {
    const before = server.session.revision
    const body = Array.isArray(more) ? more : { ...personInput, ...more }
    expect(await roster.request('POST', '/people', body)).toMatchObject({ status, body: { reason } })
    expect(server.session.revision).toBe(before)
  })

  test('with an address that belongs to another person is refused', async () => {
    await addPerson({ email: 'held@example.org' })
    expect(await roster.request('POST', '/people', { ...personInput, email: 'HELD@example.org' })).toEqual({
      status: 409,
      body: { reason: 'email-taken' },
    })
  })
})

describe('a correction', () => {
  test('[P10] reaches the person’s screen if it concerns organization, group and channel', async () => {
    const { person, url: link } = await addPerson({ name: 'Stays' })
    const client = await TestClient.join(url, { link: getSecret(link) })
    const { status, body } = await roster.request('PATCH', `/people/${person}`, {
      entity: 'Corrected',
      group: 'government',
      channel: 'remote',
    })
    expect([status, body]).toMatchObject([200, { entity: 'Corrected', group: 'government', channel: 'remote', name: 'Stays' }])
    await expect.poll(() => client.getPart<object>('me')).toMatchObject({ entity: 'Corrected', group: 'government', channel: 'remote' })
    client.close()
  })

  test('is not an event if it concerns a name, and fields that are not sent do not change', async () => {
    const { person } = await addPerson({ name: 'Before', email: 'before@example.org', nameInRecord: true })
    const before = server.session.revision
    expect((await roster.request('PATCH', `/people/${person}`, { name: 'After' })).body).toMatchObject({
      name: 'After',
      email: 'before@example.org',
      nameInRecord: true,
    })
    expect((await roster.request('PATCH', `/people/${person}`, { email: null, nameInRecord: null })).body).toMatchObject({
      email: null,
      nameInRecord: null,
    })
    expect(server.session.revision).toBe(before)
  })

  test('is refused for officers, revoked people, unknown people, and for another person’s address', async () => {
    const [one, two] = [await addPerson({ email: 'first@example.org' }), await addPerson()]
    expect((await roster.request('PATCH', '/people/chair', { entity: 'Usurped' })).body).toEqual({ reason: 'forbidden' })
    for (const nobody of ['nobody', '__proto__', 'constructor', 'a%2Fb', '..%2Fchair', '%00', 'x'.repeat(90)])
      expect([404, 400], nobody).toContain((await roster.request('PATCH', `/people/${nobody}`, { entity: 'x' })).status)
    expect((await roster.request('PATCH', `/people/${two.person}`, { email: 'First@example.org' })).body).toEqual({ reason: 'email-taken' })
    await roster.request('POST', `/people/${one.person}/revoke`, {})
    expect((await roster.request('PATCH', `/people/${one.person}`, { entity: 'x' })).body).toEqual({ reason: 'person-revoked' })
    expect((await roster.request('POST', `/people/${one.person}/link`)).body).toEqual({ reason: 'person-revoked' })
  })
})

describe('people', () => {
  tellStory()
  test('are found by organization, name, address, id or number, ignoring case and accents, page by page', async () => {
    const added = await addPerson({
      entity: 'Académie des télécommunications',
      name: 'Zoë Quux',
      email: 'zq@academie.example',
      externalId: 'Q-9',
    })
    for (const find of ['academie', 'TELECOM', 'zoe quux', 'zq@academie', 'q-9', `quux ${added.number}`]) {
      const { body } = await roster.request('GET', `/people?find=${encodeURIComponent(find)}`)
      expect(body['people'], find).toMatchObject([{ person: added.person }])
    }
    await Promise.all(Array.from({ length: 60 }, () => addPerson({ entity: 'One of sixty' })))
    const pages = await Promise.all([1, 2, 3].map(async (page) => (await roster.request('GET', `/people?find=sixty&page=${page}`)).body))
    expect(pages.map((page) => [(page['people'] as unknown[]).length, page['total'], page['pages']])).toEqual([
      [50, 60, 2],
      [10, 60, 2],
      [0, 60, 2],
    ])
    expect((await roster.request('GET', '/people?find=secretariat')).body['people']).toEqual([])
  })

  test('are found by their current details, and not by earlier or deleted ones', async () => {
    const { person } = await addPerson({ name: 'Earlier Word' })
    const searchFor = async (find: string) => {
      const { body } = await roster.request('GET', `/people?find=${encodeURIComponent(find)}`)
      return (body['people'] as { person: string }[]).some((row) => row.person === person)
    }
    expect(await searchFor('earlier word')).toBe(true)
    await roster.request('PATCH', `/people/${person}`, { name: 'Later Word', entity: 'Renamed body' })
    expect([await searchFor('earlier'), await searchFor('later'), await searchFor('renamed')]).toEqual([false, true, true])
    const list = 'organization,name,email,group,channel\nListed body,Listed Word,listed@example.org,government,room\n'
    await roster.sendList('import', list)
    expect((await roster.request('GET', '/people?find=listed%20word')).body['total']).toBe(1)
    await roster.request('DELETE', '/people')
    expect([await searchFor('later'), await searchFor('renamed')]).toEqual([false, true])
  })

  test.each(['?find=a&find=b', `?find=${'x'.repeat(161)}`, '?page=0', '?page=-1', '?page=x', '?page=999999', '?more=1'])(
    'the query %s is refused',
    async (query) => expect(await roster.request('GET', `/people${query}`)).toMatchObject({ status: 400, body: { reason: 'malformed' } }),
  )
})

describe('a renewed link', () => {
  test('[P12] ends the old link, its tickets and its open connections at once', async () => {
    const { person, url: link } = await addPerson()
    const client = await TestClient.join(url, { link: getSecret(link) })
    const turnedAway = new Promise<string>((resolve) => client.socket.on('connect_error', ({ message }) => resolve(message)))
    const began = performance.now()
    const gone = new Promise<number>((resolve) => client.socket.once('disconnect', () => resolve(performance.now() - began)))
    const { status, body } = await roster.request('POST', `/people/${person}/link`)
    expect([status, body]).toEqual([200, { person, url: expect.stringMatching(/\/enter#[\w-]{32}$/) }])
    expect(await gone).toBeLessThan(1_000)
    expect(await turnedAway).toBe('ticket')
    client.close()
    expect(await (await server.post('/api/tickets', { link: getSecret(link) })).json()).toEqual({ reason: 'no-such-link' })
    const again = await TestClient.join(url, { link: getSecret(body['url'] as string) })
    expect(again.getPart<{ id: string }>('me').id).toBe(person)
    again.close()
  })

  test('[P12] ends an officer’s old link and its open connections too', async () => {
    const client = await TestClient.join(url, { link: getSecret(server.startupLinks.display) })
    const gone = new Promise<string>((resolve) => client.socket.on('connect_error', ({ message }) => resolve(message)))
    const path = `/api/sessions/${server.session.id}/links/display/renew`
    expect((await server.post(path, {}, { authorization: `Bearer ${roster.organizerSecret}` })).status).toBe(200)
    expect(await gone).toBe('ticket')
    client.close()
  })

  test('[P12] refuses connections that are being opened at the same time', async () => {
    const { person, url: link } = await addPerson()
    const clients = await Promise.all(Array.from({ length: 3 }, () => TestClient.join(url, { link: getSecret(link) })))
    const closed = clients.map((client) => new Promise<void>((resolve) => client.socket.on('connect_error', () => resolve())))
    for (const client of clients) client.socket.disconnect().connect()
    await roster.request('POST', `/people/${person}/link`)
    await Promise.all(closed)
    expect(clients.map(({ socket }) => socket.connected)).toEqual([false, false, false])
    for (const client of clients) client.close()
  })
})

test('[P3] a revoked person is disconnected, and a second revocation changes nothing', async () => {
  const { person, url: link } = await addPerson()
  const client = await TestClient.join(url, { link: getSecret(link) })
  const gone = new Promise((resolve) => client.socket.once('disconnect', resolve))
  expect((await roster.request('POST', `/people/${person}/revoke`, {})).body).toMatchObject({ person, revoked: true })
  await gone
  client.close()
  const before = server.session.revision
  expect((await roster.request('POST', `/people/${person}/revoke`)).status).toBe(200)
  expect(server.session.revision).toBe(before)
})

describe('access to the roster', () => {
  const list = 'organization,group,channel\nx,government,room\n'
  const ask = async (path: string, method: string, secret: string | undefined, session = server.session.id as string) => {
    const csv = path.includes('preview') || path.includes('import')
    const body = method === 'GET' || method === 'DELETE' ? undefined : csv ? list : '{}'
    const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` }
    if (body !== undefined) headers['content-type'] = csv ? 'text/csv' : 'application/json'
    const answer = await fetch(`${url}/api/sessions/${session}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    return [answer.status, ((await answer.json()) as { reason?: string }).reason]
  }
  const routes = [
    ['GET', '/people'],
    ['POST', '/people'],
    ['DELETE', '/people'],
    ['PATCH', '/people/room'],
    ['POST', '/people/room/revoke'],
    ['POST', '/people/room/link'],
    ['PUT', '/people/room/check-in'],
    ['POST', '/people/preview'],
    ['POST', '/people/import'],
  ] as const

  test.each(routes)('[P11] %s %s is refused without staff or organizer access', async (method, path) => {
    const chair = await roster.issueTicket('chair')
    const forged = `${Buffer.from(JSON.stringify({ s: server.session.id, p: 'chair', l: 'x', e: 9e15 })).toString('base64url')}.${chair.split('.')[1]}`
    const links = [getSecret(server.startupLinks.chair), getSecret(server.startupLinks.room)]
    const tickets = await Promise.all(['room', 'remote', 'panel', 'display'].map((role) => roster.issueTicket(role)))
    const before = server.session.revision
    for (const secret of [undefined, '', 'x', forged, `${chair} ${chair}`, ...links])
      expect(await ask(path, method, secret)).toEqual([401, 'forbidden'])
    for (const secret of tickets) expect(await ask(path, method, secret)).toEqual([403, 'forbidden'])
    expect(server.session.revision).toBe(before)
  })

  test.each(routes)('[P11] %s %s is for the staff of that session only', async (method, path) => {
    const other = await server.app.sessions.create(`other-${newCommandId()}` as SessionId, {
      ...extractPlan(server.session.state),
      title: 'Another',
    })
    expect(await ask(path, method, await roster.issueTicket('chair'), other.id)).toEqual([403, 'forbidden'])
    expect(await ask(path, method, await roster.issueTicket('chair'), 'no-such')).toEqual([403, 'forbidden'])
    expect(await ask(path, method, roster.organizerSecret, 'no-such')).toEqual([404, 'no-such-session'])
    expect(await ask(path, method, roster.organizerSecret, '..%2Fx')).toEqual([404, 'no-such-session'])
    if (path.includes('room')) expect(await ask(path, method, roster.organizerSecret, other.id)).toEqual([404, 'no-such-person'])
  })

  test.each(['chair', 'secretariat'])('[P11] the %s can edit the roster too', async (role) => {
    const ticket = await roster.issueTicket(role)
    const { status, body } = await roster.request('POST', '/people', { ...personInput, entity: `Added by ${role}` }, ticket)
    expect(status).toBe(201)
    expect((await roster.sendList('import', list.replace('x', `Imported by ${role}`), undefined, ticket)).status).toBe(200)
    expect((await roster.request('POST', `/people/${body['person']}/link`, undefined, ticket)).status).toBe(200)
    expect((await roster.request('POST', `/people/${body['person']}/revoke`, {}, ticket)).body).toMatchObject({ revoked: true })
  })

  test('no personal data is in the server log', async () => {
    await addPerson({ name: 'Unlogged Name', email: 'unlogged@example.org' })
    await roster.request('GET', '/people?find=Unlogged')
    expect(server.logLines.join('\n')).not.toMatch(/unlogged/i)
  })
})
