/** The roster, person by person: found, added, corrected, revoked, given another link; and who may do none of it. */
import { freshId } from '@rostrum/server/access/default-people'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'
import { Caller } from '../support/test-client.ts'

let doors: Doors
let desk: Desk
let url: string
beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
  url = `http://127.0.0.1:${doors.app.port()}`
})
afterAll(() => doors.close())

const somebody = { entity: 'Federation of archives', group: 'civil-society', channel: 'room' } as const
type Added = { readonly person: PersonId; readonly url: string; readonly number: number }
const add = async (more: object = {}): Promise<Added> => {
  const { status, body } = await desk.ask('POST', '/people', { ...somebody, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body as unknown as Added
}
const personOf = (person: string) => doors.session.state.people.all.get(person as PersonId)

describe('somebody who is added', () => {
  test('has a number, a link, and what was said of them', async () => {
    const more = { name: 'As Written', email: 'as.written@example.org', language: 'français', named: true, external: 'A-17' }
    const { person, url: link, number, ...rest } = await add(more)
    expect(rest).toEqual({
      ...somebody,
      ...more,
      language: 'fr',
      role: 'participant',
      revoked: false,
      presence: 'absent',
      since: null,
      arrived: false,
    })
    expect(number).toBeGreaterThan(0)
    const entered = await doors.post('/api/tickets', { link: secretIn(link) })
    expect(await entered.json()).toMatchObject({ person, entity: somebody.entity })
  })

  test('asked for again after a lost answer, is the same', async () => {
    const attempt = freshId()
    const [one, two] = [await add({ attempt, email: 'again@example.org' }), await add({ attempt, email: 'again@example.org' })]
    expect(two).toEqual(one)
  })

  test('can be a panellist, and no office', async () => {
    expect(personOf((await add({ role: 'panellist', group: null })).person)?.role).toBe('panellist')
    expect(await desk.ask('POST', '/people', { ...somebody, role: 'chair' })).toEqual({ status: 400, body: { why: 'malformed' } })
  })

  test.each<readonly [string, object, number, string]>([
    ['an office', { entity: 'The Chair' }, 422, 'office-imitated'],
    ['an office as name', { name: 'Secretariat' }, 422, 'office-imitated'],
    ['an address that is none', { email: 'nobody' }, 422, 'email-refused'],
    ['an address of two lines', { email: 'a@b.c\nBcc: d@e.f' }, 422, 'email-refused'],
    ['an id that everything inherits', { external: 'constructor' }, 422, 'id-refused'],
    ['an unclear language', { language: '??' }, 422, 'language-unclear'],
    ['nothing to see', { entity: '\u200b' }, 422, 'text-empty'],
    ['half a character', { name: 'a\ud800' }, 422, 'text-refused'],
    ['a long name', { name: 'x'.repeat(81) }, 422, 'text-too-long'],
    ['a group that is not there', { group: 'martians' }, 422, 'no-such-group'],
    ['another channel', { channel: 'moon' }, 400, 'malformed'],
    ['a consent that is none', { named: 'yes' }, 400, 'malformed'],
    ['an id of their own', { person: 'chair' }, 400, 'malformed'],
    ['a list', [] as object, 400, 'malformed'],
  ])('as %s is refused', async (_, more, status, why) => {
    const before = doors.session.revision
    const body = Array.isArray(more) ? more : { ...somebody, ...more }
    expect(await desk.ask('POST', '/people', body)).toEqual({ status, body: { why } })
    expect(doors.session.revision).toBe(before)
  })

  test('under an address that somebody has is refused', async () => {
    await add({ email: 'held@example.org' })
    expect(await desk.ask('POST', '/people', { ...somebody, email: 'HELD@example.org' })).toEqual({
      status: 409,
      body: { why: 'email-taken' },
    })
  })
})

describe('a correction', () => {
  test('[P10] of what somebody stands for reaches their screen', async () => {
    const { person, url: link } = await add({ name: 'Stays' })
    const caller = await Caller.join(url, { link: secretIn(link) })
    const { status, body } = await desk.ask('PATCH', `/people/${person}`, { entity: 'Corrected', group: 'government', channel: 'remote' })
    expect([status, body]).toMatchObject([200, { entity: 'Corrected', group: 'government', channel: 'remote', name: 'Stays' }])
    await expect.poll(() => caller.view<object>('me')).toMatchObject({ entity: 'Corrected', group: 'government', channel: 'remote' })
    caller.close()
  })

  test('of a name is no event, and a field that is not named stays', async () => {
    const { person } = await add({ name: 'Before', email: 'before@example.org', named: true })
    const before = doors.session.revision
    expect((await desk.ask('PATCH', `/people/${person}`, { name: 'After' })).body).toMatchObject({
      name: 'After',
      email: 'before@example.org',
      named: true,
    })
    expect((await desk.ask('PATCH', `/people/${person}`, { email: null, named: null })).body).toMatchObject({ email: null, named: null })
    expect(doors.session.revision).toBe(before)
  })

  test('is refused for offices, for who is revoked, for who is not there, and for an address that somebody has', async () => {
    const [one, two] = [await add({ email: 'first@example.org' }), await add()]
    expect((await desk.ask('PATCH', '/people/chair', { entity: 'Usurped' })).body).toEqual({ why: 'forbidden' })
    for (const nobody of ['nobody', '__proto__', 'constructor', 'a%2Fb', '..%2Fchair', '%00', 'x'.repeat(90)])
      expect([404, 400], nobody).toContain((await desk.ask('PATCH', `/people/${nobody}`, { entity: 'x' })).status)
    expect((await desk.ask('PATCH', `/people/${two.person}`, { email: 'First@example.org' })).body).toEqual({ why: 'email-taken' })
    await desk.ask('POST', `/people/${one.person}/revoke`, {})
    expect((await desk.ask('PATCH', `/people/${one.person}`, { entity: 'x' })).body).toEqual({ why: 'person-revoked' })
    expect((await desk.ask('POST', `/people/${one.person}/link`)).body).toEqual({ why: 'person-revoked' })
  })
})

describe('people', () => {
  test('are found by organization, name, address, id or number, without case and accents, a page at a time', async () => {
    const added = await add({ entity: 'Académie des télécommunications', name: 'Zoë Quux', email: 'zq@academie.example', external: 'Q-9' })
    for (const find of ['academie', 'TELECOM', 'zoe quux', 'zq@academie', 'q-9', `quux ${added.number}`]) {
      const { body } = await desk.ask('GET', `/people?find=${encodeURIComponent(find)}`)
      expect(body['people'], find).toMatchObject([{ person: added.person }])
    }
    await Promise.all(Array.from({ length: 60 }, () => add({ entity: 'One of sixty' })))
    const pages = await Promise.all([1, 2, 3].map(async (page) => (await desk.ask('GET', `/people?find=sixty&page=${page}`)).body))
    expect(pages.map((page) => [(page['people'] as unknown[]).length, page['total'], page['pages']])).toEqual([
      [50, 60, 2],
      [10, 60, 2],
      [0, 60, 2],
    ])
    expect((await desk.ask('GET', '/people?find=secretariat')).body['people']).toEqual([])
  })

  test('are found by what is known of them now, and by nothing that was corrected or forgotten', async () => {
    const { person } = await add({ name: 'Earlier Word' })
    const found = async (find: string) => {
      const { body } = await desk.ask('GET', `/people?find=${encodeURIComponent(find)}`)
      return (body['people'] as { person: string }[]).some((row) => row.person === person)
    }
    expect(await found('earlier word')).toBe(true)
    await desk.ask('PATCH', `/people/${person}`, { name: 'Later Word', entity: 'Renamed body' })
    expect([await found('earlier'), await found('later'), await found('renamed')]).toEqual([false, true, true])
    const list = 'organization,name,email,group,channel\nListed body,Listed Word,listed@example.org,government,room\n'
    await desk.send('import', list)
    expect((await desk.ask('GET', '/people?find=listed%20word')).body['total']).toBe(1)
    await desk.ask('DELETE', '/people')
    expect([await found('later'), await found('renamed')]).toEqual([false, true])
  })

  test.each(['?find=a&find=b', `?find=${'x'.repeat(121)}`, '?page=0', '?page=-1', '?page=x', '?page=999999', '?more=1'])(
    'are not looked for by %s',
    async (query) => expect(await desk.ask('GET', `/people${query}`)).toEqual({ status: 400, body: { why: 'malformed' } }),
  )
})

describe('a link that is made anew', () => {
  test('[P12] ends the old one: link, ticket and open lines at once', async () => {
    const { person, url: link } = await add()
    const caller = await Caller.join(url, { link: secretIn(link) })
    const turnedAway = new Promise<string>((resolve) => caller.socket.on('connect_error', ({ message }) => resolve(message)))
    const began = performance.now()
    const gone = new Promise<number>((resolve) => caller.socket.once('disconnect', () => resolve(performance.now() - began)))
    const { status, body } = await desk.ask('POST', `/people/${person}/link`)
    expect([status, body]).toEqual([200, { person, url: expect.stringMatching(/\/enter#[\w-]{32}$/) }])
    expect(await gone).toBeLessThan(1_000)
    expect(await turnedAway).toBe('ticket')
    caller.close()
    expect(await (await doors.post('/api/tickets', { link: secretIn(link) })).json()).toEqual({ why: 'no-such-link' })
    const again = await Caller.join(url, { link: secretIn(body['url'] as string) })
    expect(again.view<{ id: string }>('me').id).toBe(person)
    again.close()
  })

  test('[P12] ends an office’s old one too, open lines and all', async () => {
    const caller = await Caller.join(url, { link: secretIn(doors.given.display) })
    const gone = new Promise<string>((resolve) => caller.socket.on('connect_error', ({ message }) => resolve(message)))
    const path = `/api/sessions/${doors.session.id}/links/display/renew`
    expect((await doors.post(path, {}, { authorization: `Bearer ${desk.organiser}` })).status).toBe(200)
    expect(await gone).toBe('ticket')
    caller.close()
  })

  test('[P12] lets no line through that was being opened meanwhile', async () => {
    const { person, url: link } = await add()
    const callers = await Promise.all(Array.from({ length: 3 }, () => Caller.join(url, { link: secretIn(link) })))
    const closed = callers.map((caller) => new Promise<void>((resolve) => caller.socket.on('connect_error', () => resolve())))
    for (const caller of callers) caller.socket.disconnect().connect()
    await desk.ask('POST', `/people/${person}/link`)
    await Promise.all(closed)
    expect(callers.map(({ socket }) => socket.connected)).toEqual([false, false, false])
    for (const caller of callers) caller.close()
  })
})

test('[P3] whoever is revoked is out, and asking twice does nothing more', async () => {
  const { person, url: link } = await add()
  const caller = await Caller.join(url, { link: secretIn(link) })
  const gone = new Promise((resolve) => caller.socket.once('disconnect', resolve))
  expect((await desk.ask('POST', `/people/${person}/revoke`, {})).body).toMatchObject({ person, revoked: true })
  await gone
  caller.close()
  const before = doors.session.revision
  expect((await desk.ask('POST', `/people/${person}/revoke`)).status).toBe(200)
  expect(doors.session.revision).toBe(before)
})

describe('the doors of the roster', () => {
  const list = 'organization,group,channel\nx,government,room\n'
  const ask = async (path: string, method: string, secret: string | undefined, session = doors.session.id as string) => {
    const csv = path.includes('preview') || path.includes('import')
    const body = method === 'GET' || method === 'DELETE' ? undefined : csv ? list : '{}'
    const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` }
    if (body !== undefined) headers['content-type'] = csv ? 'text/csv' : 'application/json'
    const answer = await fetch(`${url}/api/sessions/${session}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    return [answer.status, ((await answer.json()) as { why?: string }).why]
  }
  const routes = [
    ['GET', '/people'],
    ['POST', '/people'],
    ['DELETE', '/people'],
    ['PATCH', '/people/room'],
    ['POST', '/people/room/revoke'],
    ['POST', '/people/room/link'],
    ['PUT', '/people/room/arrived'],
    ['POST', '/people/preview'],
    ['POST', '/people/import'],
  ] as const

  test.each(routes)('[P11] %s %s is for nobody else', async (method, path) => {
    const chair = await desk.ticketOf('chair')
    const forged = `${Buffer.from(JSON.stringify({ s: doors.session.id, p: 'chair', l: 'x', e: 9e15 })).toString('base64url')}.${chair.split('.')[1]}`
    const links = [secretIn(doors.given.chair), secretIn(doors.given.room)]
    const tickets = await Promise.all(['room', 'remote', 'panel', 'display'].map((seat) => desk.ticketOf(seat)))
    const before = doors.session.revision
    for (const secret of [undefined, '', 'x', forged, `${chair} ${chair}`, ...links, ...tickets])
      expect(await ask(path, method, secret)).toEqual([403, 'forbidden'])
    expect(doors.session.revision).toBe(before)
  })

  test.each(routes)('[P11] %s %s is for the session’s own desk alone', async (method, path) => {
    const other = await doors.app.sessions.create(`other-${freshId()}` as SessionId, { ...planOfIt(), title: 'Another' })
    expect(await ask(path, method, await desk.ticketOf('chair'), other.id)).toEqual([403, 'forbidden'])
    expect(await ask(path, method, await desk.ticketOf('chair'), 'no-such')).toEqual([403, 'forbidden'])
    expect(await ask(path, method, desk.organiser, 'no-such')).toEqual([404, 'no-such-session'])
    expect(await ask(path, method, desk.organiser, '..%2Fx')).toEqual([404, 'no-such-session'])
    if (path.includes('room')) expect(await ask(path, method, desk.organiser, other.id)).toEqual([404, 'no-such-person'])
  })

  test.each(['chair', 'secretariat'])('[P11] the %s keeps the roster too, and the log says who did', async (seat) => {
    const ticket = await desk.ticketOf(seat)
    const { status, body } = await desk.ask('POST', '/people', { ...somebody, entity: `Added by ${seat}` }, ticket)
    expect(status).toBe(201)
    expect((await desk.send('import', list.replace('x', `Imported by ${seat}`), undefined, ticket)).status).toBe(200)
    expect((await desk.ask('POST', `/people/${body['person']}/link`, undefined, ticket)).status).toBe(200)
    expect((await desk.ask('POST', `/people/${body['person']}/revoke`, {}, ticket)).body).toMatchObject({ revoked: true })
  })

  test('nothing of what was said of people stands in what the server logs', async () => {
    await add({ name: 'Unlogged Name', email: 'unlogged@example.org' })
    await desk.ask('GET', '/people?find=Unlogged')
    expect(doors.logged.join('\n')).not.toMatch(/unlogged/i)
  })

  const planOfIt = () => {
    const { plan, groups, questions } = doors.session.state.session
    const floor = { limits: doors.session.state.floor.limits, warnings: [], order: 'received', overtakes: 4, grace: 0, reserve: 0 }
    return { ...plan, groups, questions, segments: doors.session.state.agenda.segments, floor } as never as Parameters<
      typeof doors.app.sessions.create
    >[1]
  }
})
