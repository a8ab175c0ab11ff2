/** The organiser's sessions: copied, set aside, deleted with all that is known of them; and the tokens of programs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'
import { Caller } from '../support/test-client.ts'

let doors: Doors
let desk: Desk
let base: string
beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
  base = `http://127.0.0.1:${doors.app.port()}`
})
afterAll(() => doors.close())

type Summary = { readonly id: string; readonly title: string; readonly archived: boolean; readonly counts: { readonly people: number } }
const ask = async <T>(method: string, path: string, body?: object, secret = desk.organiser): Promise<readonly [number, T]> => {
  const headers = { authorization: `Bearer ${secret}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(base + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  return [answer.status, (await answer.json()) as T]
}
const listed = async () => (await ask<{ sessions: readonly Summary[] }>('GET', '/api/sessions'))[1].sessions
const linksOf = async (id: string) =>
  (await ask<{ code: string; links: { role: string; url: string }[] }>('GET', `/api/sessions/${id}/links`))[1]

test.each(['consultation', 'speakers', 'panel', 'blank'])(
  'a session from the template %s has a title and a time of its own',
  async (template) => {
    const [status, made] = await ask<Summary & { startsAt: number }>('POST', '/api/sessions', {
      template,
      title: 'Given title',
      startsAt: '2031-01-02T03:04:00Z',
    })
    expect([status, made.title, made.startsAt]).toEqual([201, 'Given title', Date.UTC(2031, 0, 2, 3, 4)])
    expect((await linksOf(made.id)).links.map(({ role }) => role)).toEqual(['chair', 'secretariat', 'panellist', 'display'])
  },
)

describe('a copy', () => {
  test('has the same agenda, and its people only where that is asked for, with links of their own', async () => {
    const person = { entity: 'Federation of archives', group: 'civil-society', channel: 'room', name: 'As Written' }
    const { body: added } = await desk.ask('POST', '/people', person)
    const { body: gone } = await desk.ask('POST', '/people', { ...person, name: 'Revoked' })
    await desk.ask('POST', `/people/${gone['person']}/revoke`, {})
    const [, alone] = await ask<Summary>('POST', '/api/sessions', { copyOf: doors.session.id })
    const [status, copied] = await ask<Summary>('POST', '/api/sessions', { copyOf: doors.session.id, people: true })
    expect([status, alone.counts.people, copied.counts.people]).toEqual([201, 0, 3])
    expect(copied).toMatchObject({ title: doors.session.state.session.plan.title })
    const [, { people }] = await ask<{ people: { name: string | null }[] }>('GET', `/api/sessions/${copied.id}/people`)
    expect(people.map(({ name }) => name)).toContain('As Written')
    expect(people.map(({ name }) => name)).not.toContain('Revoked')
    const csv = await (
      await fetch(`${base}/api/sessions/${copied.id}/invitations.csv`, { headers: { authorization: `Bearer ${desk.organiser}` } })
    ).text()
    expect(csv).not.toContain(secretIn(String(added['url'])))
  })

  test('of nothing is refused', async () => {
    expect(await ask('POST', '/api/sessions', { copyOf: 'nothing' })).toEqual([404, { why: 'no-such-session' }])
  })
})

test('set aside, a session is there all the same, and can be taken up again', async () => {
  const [, made] = await ask<Summary>('POST', '/api/sessions', { template: 'blank' })
  const standing = async () => (await listed()).find(({ id }) => id === made.id)?.archived
  expect(await ask('PUT', `/api/sessions/${made.id}/archived`, { archived: true })).toMatchObject([200, { archived: true }])
  expect(await standing()).toBe(true)
  expect((await linksOf(made.id)).links).toHaveLength(4)
  await ask('PUT', `/api/sessions/${made.id}/archived`, { archived: false })
  expect(await standing()).toBe(false)
})

describe('deleting', () => {
  test('[S10] takes the record, the people, the links and the code with it', async () => {
    const [, { id }] = await ask<Summary>('POST', '/api/sessions', { template: 'blank' })
    const person = { entity: 'Federation of archives', group: 'participants', channel: 'room', name: 'As Written' }
    const [, added] = await ask<{ url: string }>('POST', `/api/sessions/${id}/people`, person)
    const { code, links } = await linksOf(id)
    expect(await ask('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
    expect((await listed()).some((one) => one.id === id)).toBe(false)
    for (const link of [added.url, ...links.map(({ url }) => url)])
      expect(await ask('POST', '/api/tickets', { link: secretIn(link) })).toEqual([404, { why: 'no-such-link' }])
    const walkIn = { entity: 'Somebody', group: 'participants', channel: 'room', named: false }
    expect(await ask('POST', '/api/tickets', { code, person: walkIn })).toEqual([404, { why: 'no-such-code' }])
    expect(await ask('GET', `/api/sessions/${id}/people`)).toEqual([404, { why: 'no-such-session' }])
    expect(await doors.app.sessions.open(id as never)).toBeNull()
  })

  test('[S10] is refused while the session runs', async () => {
    const [, { id }] = await ask<Summary>('POST', '/api/sessions', { template: 'blank' })
    const chair = await Caller.join(base, { link: secretIn((await linksOf(id)).links[0]?.url) })
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    expect(await ask('DELETE', `/api/sessions/${id}`)).toEqual([409, { why: 'session-running' }])
    expect(await chair.tell('session.close', {})).toEqual({ ok: true })
    chair.close()
    expect(await ask('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
  })
})

describe('a rehearsal', () => {
  test('[S11] is a session of its own, and gone when the session itself is opened', async () => {
    const [, { id }] = await ask<Summary>('POST', '/api/sessions', { template: 'consultation' })
    const [status, rehearsal] = await ask<{ session: string; links: { role: string; url: string }[] }>(
      'POST',
      `/api/sessions/${id}/rehearsal`,
      { speed: 1, people: 3 },
    )
    expect(status).toBe(201)
    expect((await listed()).find((one) => one.id === rehearsal.session)).toMatchObject({ rehearsal: true, phase: 'planned' })
    const played = await doors.app.sessions.open(rehearsal.session as never)
    if (!played) throw new Error('it is not there')
    const gone = new Promise<void>((tell) => played.onAdvance(({ reset }) => reset && tell()))
    const chair = await Caller.join(base, { link: secretIn((await linksOf(id)).links[0]?.url) })
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    chair.close()
    await gone
    expect((await listed()).some((one) => one.id === rehearsal.session)).toBe(false)
    expect(await ask('POST', `/api/sessions/${id}/rehearsal`, {})).toEqual([409, { why: 'session-begun' }])
  })

  test('[S11] is deleted like any other, and cannot be copied', async () => {
    const [, { id }] = await ask<Summary>('POST', '/api/sessions', { template: 'consultation' })
    const [, rehearsal] = await ask<{ session: string }>('POST', `/api/sessions/${id}/rehearsal`, { speed: 1, people: 1 })
    expect(await ask('POST', '/api/sessions', { copyOf: rehearsal.session })).toEqual([404, { why: 'no-such-session' }])
    expect(await ask('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
    expect((await listed()).some((one) => one.id === rehearsal.session)).toBe(false)
  })
})

describe('a token', () => {
  test('does what the organiser does, until it is taken back', async () => {
    const [status, made] = await ask<{ id: string; name: string; token: string }>('POST', '/api/tokens', { name: 'Registration system' })
    expect(status).toBe(201)
    expect(await ask('GET', '/api/sessions', undefined, made.token)).toMatchObject([200, {}])
    expect(await ask('GET', `/api/sessions/${doors.session.id}/people`, undefined, made.token)).toMatchObject([200, {}])
    const [, kept] = await ask<{ tokens: object[] }>('GET', '/api/tokens')
    expect(kept.tokens).toEqual([{ id: made.id, name: 'Registration system', madeAt: expect.any(Number) }])
    expect(JSON.stringify(kept)).not.toContain(made.token)
    expect(await ask('DELETE', `/api/tokens/${made.id}`)).toEqual([200, { deleted: made.id }])
    expect(await ask('GET', '/api/sessions', undefined, made.token)).toEqual([401, { why: 'organiser-only' }])
    expect(await ask('DELETE', `/api/tokens/${made.id}`)).toEqual([404, { why: 'no-such-token' }])
  })

  test('makes no other, and is in no log', async () => {
    const [, made] = await ask<{ id: string; token: string }>('POST', '/api/tokens', { name: 'One' })
    expect(await ask('POST', '/api/tokens', { name: 'Two' }, made.token)).toEqual([401, { why: 'organiser-only' }])
    expect(await ask('GET', '/api/tokens', undefined, made.token)).toEqual([401, { why: 'organiser-only' }])
    expect(doors.logged.join()).not.toContain(made.token)
  })

  test.each(['', 'rostrum_', `rostrum_${'A'.repeat(32)}`, 'sessions'])('%j is none', async (secret) => {
    expect((await ask('GET', '/api/sessions', undefined, secret))[0]).toBe(401)
  })
})
