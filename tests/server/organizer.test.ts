/** The organizer's sessions, which are copied, archived, and deleted with everything stored about them; and the tokens of programs. */
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

let server: InProcessServer
let roster: RosterClient
let baseUrl: string
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
  baseUrl = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

type SessionSummaryReply = {
  readonly id: string
  readonly title: string
  readonly archived: boolean
  readonly counts: { readonly people: number }
}
const callApi = async <T>(method: string, path: string, body?: object, secret = roster.organizerSecret): Promise<readonly [number, T]> => {
  const headers = { authorization: `Bearer ${secret}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(baseUrl + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  return [answer.status, (await answer.json()) as T]
}
const listSessions = async () => (await callApi<{ sessions: readonly SessionSummaryReply[] }>('GET', '/api/sessions'))[1].sessions
const fetchLinks = async (id: string) =>
  (await callApi<{ code: string; links: { role: string; url: string }[] }>('GET', `/api/sessions/${id}/links`))[1]

test.each(['consultation', 'speakers', 'panel', 'blank'])(
  'a session from the template %s gets the given title and start',
  async (template) => {
    const [status, made] = await callApi<SessionSummaryReply & { startsAt: number }>('POST', '/api/sessions', {
      template,
      title: 'Given title',
      startsAt: '2031-01-02T03:04:00Z',
    })
    expect([status, made.title, made.startsAt]).toEqual([201, 'Given title', Date.UTC(2031, 0, 2, 3, 4)])
    expect((await fetchLinks(made.id)).links.map(({ role }) => role)).toEqual(['chair', 'secretariat', 'panellist', 'display', 'display'])
  },
)

describe('a copy', () => {
  test('has the same agenda, has the people only on request, and has new links', async () => {
    const person = { entity: 'Federation of archives', group: 'civil-society', channel: 'room', name: 'As Written' }
    const { body: added } = await roster.request('POST', '/people', person)
    const { body: gone } = await roster.request('POST', '/people', { ...person, name: 'Revoked' })
    await roster.request('POST', `/people/${gone['person']}/revoke`, {})
    const [, alone] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { copyOf: server.session.id })
    const [status, copied] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { copyOf: server.session.id, people: true })
    expect([status, alone.counts.people, copied.counts.people]).toEqual([201, 0, 3])
    expect(copied.title).toBe(getOriginalText(server.session.state.session.plan.title))
    const [, { people }] = await callApi<{ people: { name: string | null }[] }>('GET', `/api/sessions/${copied.id}/people`)
    expect(people.map(({ name }) => name)).toContain('As Written')
    expect(people.map(({ name }) => name)).not.toContain('Revoked')
    const csv = await (
      await fetch(`${baseUrl}/api/sessions/${copied.id}/invitations.csv`, {
        headers: { authorization: `Bearer ${roster.organizerSecret}` },
      })
    ).text()
    expect(csv).not.toContain(getSecret(String(added['url'])))
  })

  test('[S17] names the session that it is a copy of, even after it was archived and restored', async () => {
    const [, made] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { copyOf: server.session.id })
    for (const archived of [true, false]) {
      const [, answered] = await callApi<object>('PUT', `/api/sessions/${made.id}/archived`, { archived })
      expect(answered).toMatchObject({ copyOf: server.session.id, rehearsalOf: null, archived })
    }
    const [, own] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'blank' })
    expect((await listSessions()).find(({ id }) => id === own.id)).toMatchObject({ copyOf: null })
    expect((await listSessions()).find(({ id }) => id === made.id)).toMatchObject({ copyOf: server.session.id })
  })

  test('[S84] and any other session is created once, however often a request with a key is sent', async () => {
    const key = 'k'.repeat(16)
    const copy = { copyOf: server.session.id, people: true, key }
    const create = async (body: object) => (await callApi<SessionSummaryReply>('POST', '/api/sessions', body))[1]
    const [first, atOnce] = await Promise.all([create(copy), create(copy)])
    const [status, again] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { key, people: true, copyOf: server.session.id })
    expect([atOnce.id, status, again]).toEqual([first.id, 201, first])
    const others = [
      { template: 'blank', key },
      { template: 'blank', title: 'Other', key },
      { template: 'blank', key: 'l'.repeat(16) },
    ]
    const made = await Promise.all(others.map(create))
    expect(new Set([first.id, ...made.map(({ id }) => id)]).size).toBe(4)
    expect(await callApi('POST', '/api/sessions', { template: 'blank', key: 'short' })).toMatchObject([
      400,
      { reason: 'malformed', at: 'key' },
    ])
  })

  test('is refused for an unknown session', async () => {
    expect(await callApi('POST', '/api/sessions', { copyOf: 'nothing' })).toEqual([404, { reason: 'no-such-session' }])
  })
})

test('[S17] is a draft until its agenda fits, and people are registered or can join by code', async () => {
  const [, made] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'blank' })
  const { id } = made
  const readSummary = async () => (await listSessions()).find((one) => one.id === id)
  const [, { plan }] = await callApi<{ plan: { segments: object[] } }>('GET', `/api/sessions/${id}/plan`)
  const change = (part: object) => callApi('PUT', `/api/sessions/${id}/plan`, { plan: { ...plan, ...part } })
  await change({ access: { walkIns: true } })
  expect(await readSummary()).toMatchObject({ draft: false })
  await change({ access: { walkIns: false } })
  expect(await readSummary()).toMatchObject({ draft: true, counts: { officers: 2 } })
  const person = { entity: 'Federation of archives', group: 'participants', channel: 'room', name: 'As Written' }
  expect((await callApi('POST', `/api/sessions/${id}/people`, person))[0]).toBe(201)
  expect(await readSummary()).toMatchObject({ draft: false })
  await change({ segments: plan.segments.map((segment) => ({ ...segment, minutes: 240 })) })
  expect(await readSummary()).toMatchObject({ draft: true })
})

test('an archived session still exists, and can be restored', async () => {
  const [, made] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'blank' })
  const isArchived = async () => (await listSessions()).find(({ id }) => id === made.id)?.archived
  expect(await callApi('PUT', `/api/sessions/${made.id}/archived`, { archived: true })).toMatchObject([200, { archived: true }])
  expect(await isArchived()).toBe(true)
  expect((await fetchLinks(made.id)).links).toHaveLength(5)
  await callApi('PUT', `/api/sessions/${made.id}/archived`, { archived: false })
  expect(await isArchived()).toBe(false)
})

describe('deleting', () => {
  test('[S10] also deletes the record, the people, the links and the code', async () => {
    const [, { id }] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'blank' })
    const person = { entity: 'Federation of archives', group: 'participants', channel: 'room', name: 'As Written' }
    const [, added] = await callApi<{ url: string }>('POST', `/api/sessions/${id}/people`, person)
    const { code, links } = await fetchLinks(id)
    expect(await callApi('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
    expect((await listSessions()).some((one) => one.id === id)).toBe(false)
    for (const link of [added.url, ...links.map(({ url }) => url)])
      expect(await callApi('POST', '/api/tickets', { link: getSecret(link) })).toEqual([404, { reason: 'no-such-link' }])
    const walkIn = { entity: 'Somebody', group: 'participants', channel: 'room', nameInRecord: false }
    expect(await callApi('POST', '/api/tickets', { code, person: walkIn })).toEqual([404, { reason: 'no-such-code' }])
    expect(await callApi('GET', `/api/sessions/${id}/people`)).toEqual([404, { reason: 'no-such-session' }])
    expect(await server.app.sessions.open(id as never)).toBeNull()
  })

  test('[S10] is refused while the session runs', async () => {
    const [, { id }] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'blank' })
    const chair = await TestClient.join(baseUrl, { link: getSecret((await fetchLinks(id)).links[0]?.url) })
    expect(await chair.send('session.open', { onAnyDay: true })).toEqual({ ok: true })
    expect(await callApi('DELETE', `/api/sessions/${id}`)).toEqual([409, { reason: 'session-running' }])
    expect(await chair.send('session.close', {})).toEqual({ ok: true })
    chair.close()
    expect(await callApi('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
  })
})

describe('a rehearsal', () => {
  test('[S11] is a separate session, and is deleted when the session itself opens', async () => {
    const [, { id }] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'consultation' })
    const [status, rehearsal] = await callApi<{ session: string; links: { role: string; url: string }[] }>(
      'POST',
      `/api/sessions/${id}/rehearsal`,
      { speed: 1, people: 3 },
    )
    expect(status).toBe(201)
    expect((await listSessions()).find((one) => one.id === rehearsal.session)).toMatchObject({
      rehearsal: true,
      phase: 'planned',
      rehearsalOf: id,
    })
    const played = await server.app.sessions.open(rehearsal.session as never)
    if (!played) throw new Error('it is not there')
    const gone = new Promise<void>((tell) => played.onChange(({ reset }) => reset && tell()))
    const chair = await TestClient.join(baseUrl, { link: getSecret((await fetchLinks(id)).links[0]?.url) })
    const findRehearsal = async () => await callApi('GET', '/api/staff/rehearsal', undefined, chair.ticket.ticket)
    expect(await findRehearsal()).toEqual([200, { phase: 'planned' }])
    expect(await chair.send('session.open', { onAnyDay: true })).toEqual({ ok: true })
    await gone
    await expect.poll(findRehearsal).toEqual([200, { phase: null }])
    chair.close()
    await expect.poll(async () => (await listSessions()).some((one) => one.id === rehearsal.session)).toBe(false)
    expect(await callApi('POST', `/api/sessions/${id}/rehearsal`, {})).toEqual([409, { reason: 'session-started' }])
  })

  test('[S18] has a record when it is over, marked as a record of a rehearsal', async () => {
    const [, { id }] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'consultation' })
    const [, rehearsal] = await callApi<{ session: string; links: { role: string; url: string }[] }>(
      'POST',
      `/api/sessions/${id}/rehearsal`,
      {
        speed: 1,
        people: 1,
      },
    )
    const chair = await TestClient.join(baseUrl, { link: getSecret(rehearsal.links.find(({ role }) => role === 'chair')?.url) })
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    expect(await chair.send('session.close', {})).toEqual({ ok: true })
    const record = [200, { session: { rehearsal: true, phase: 'closed' } }]
    expect(await callApi('GET', `/api/sessions/${rehearsal.session}/record`)).toMatchObject(record)
    expect(await callApi('GET', `/api/sessions/${rehearsal.session}/record`, undefined, chair.ticket.ticket)).toMatchObject(record)
    expect((await listSessions()).find((one) => one.id === rehearsal.session)).toMatchObject({ phase: 'closed', rehearsalOf: id })
    chair.close()
    expect(await callApi('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
    expect(await callApi('GET', `/api/sessions/${rehearsal.session}/record`)).toEqual([404, { reason: 'no-such-session' }])
  })

  test('[S11] is deleted with its session, and cannot be copied', async () => {
    const [, { id }] = await callApi<SessionSummaryReply>('POST', '/api/sessions', { template: 'consultation' })
    const [, rehearsal] = await callApi<{ session: string }>('POST', `/api/sessions/${id}/rehearsal`, { speed: 1, people: 1 })
    expect(await callApi('POST', '/api/sessions', { copyOf: rehearsal.session })).toEqual([404, { reason: 'no-such-session' }])
    expect(await callApi('DELETE', `/api/sessions/${id}`)).toEqual([200, { deleted: id }])
    expect((await listSessions()).some((one) => one.id === rehearsal.session)).toBe(false)
  })
})

describe('a token', () => {
  tellStory()
  test('allows what the organizer may do, until it is revoked', async () => {
    const [status, made] = await callApi<{ id: string; name: string; secret: string }>('POST', '/api/tokens', {
      name: 'Registration system',
    })
    expect(status).toBe(201)
    expect(await callApi('GET', '/api/sessions', undefined, made.secret)).toMatchObject([200, {}])
    expect(await callApi('GET', `/api/sessions/${server.session.id}/people`, undefined, made.secret)).toMatchObject([200, {}])
    const [, listed] = await callApi<{ tokens: object[] }>('GET', '/api/tokens')
    expect(listed.tokens).toEqual([{ id: made.id, name: 'Registration system', madeAt: expect.any(Number), madeBy: 'first' }])
    expect(JSON.stringify(listed)).not.toContain(made.secret)
    expect(await callApi('DELETE', `/api/tokens/${made.id}`)).toEqual([200, { deleted: made.id }])
    expect(await callApi('GET', '/api/sessions', undefined, made.secret)).toEqual([401, { reason: 'organizer-only' }])
    expect(await callApi('DELETE', `/api/tokens/${made.id}`)).toEqual([404, { reason: 'no-such-token' }])
  })

  test('cannot create tokens, and appears in no log', async () => {
    const [, made] = await callApi<{ id: string; secret: string }>('POST', '/api/tokens', { name: 'One' })
    expect(await callApi('POST', '/api/tokens', { name: 'Two' }, made.secret)).toEqual([403, { reason: 'organizer-only' }])
    expect(await callApi('GET', '/api/tokens', undefined, made.secret)).toEqual([403, { reason: 'organizer-only' }])
    expect(server.logLines.join()).not.toContain(made.secret)
  })

  test.each(['', 'rostrum_', `rostrum_${'A'.repeat(32)}`, 'sessions'])('%j is not a token', async (secret) => {
    expect((await callApi('GET', '/api/sessions', undefined, secret))[0]).toBe(401)
  })
})
