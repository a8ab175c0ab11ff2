/** The staff routes: who may use them, what they answer, and that a preview agrees with the session. */

import { findPeople } from '@rostrum/server/doors/application/find-people'
import { newCommandId } from '@rostrum/server/engine/session/reply-cache'
import type { EntryId, GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'

let server: InProcessServer
const tickets: Record<string, string> = {}

const organizations: readonly (readonly [entity: string, group: string, channel: Admission['channel']])[] = [
  ['Réseau des bibliothèques', 'civil-society', 'room'],
  ['Network of community radios', 'civil-society', 'remote'],
  ['Women’s digital rights network', 'civil-society', 'remote'],
  ['Subnetwork operators', 'private-sector', 'room'],
  ['Ministry of communications', 'government', 'room'],
  ['Permanent mission', 'government', 'room'],
]
const admissions: readonly Admission[] = organizations.map(([entity, group, channel], index) => ({
  person: `p${index}` as PersonId,
  role: 'participant',
  entity,
  group: group as GroupId,
  channel,
}))

const execute = async <C extends CommandType>(person: string, type: C, data: CommandData<C>): Promise<void> => {
  const reply = await server.session.execute({ person: person as PersonId }, { id: newCommandId(), type, data } as Envelope)
  expect(reply).toEqual({ ok: true })
}

beforeAll(async () => {
  server = await startInProcessServer()
  await server.session.admit(admissions)
  for (const role of ['chair', 'secretariat', 'display', 'room', 'remote', 'panel'] as const) {
    const held = { session: server.session.id, person: role as PersonId }
    const holder = await server.app.links.find(await server.app.links.getOrCreate(held.session, held.person))
    if (!holder) throw new Error(`${role} has no link`)
    tickets[role] = server.app.tickets.issue(holder)
  }
  await execute('chair', 'session.open', {})
  await execute('chair', 'queue.open', {})
  for (const { person } of admissions) await execute(person, 'queue.join', { kind: 'intervention', topic: null })
})
afterAll(() => server.close())

const fetchAs = (path: string, ticket: string | undefined) =>
  server.get(path, ticket === undefined ? {} : { authorization: `Bearer ${ticket}` })
const readReply = async (path: string, ticket = tickets['chair']) => {
  const answer = await fetchAs(path, ticket)
  return [answer.status, await answer.json()] as const
}
const orderPath = '/api/staff/order-preview?mode=rotate&suggestOnly=false'
const peoplePath = '/api/staff/people?find=network'
const phonePath = '/api/staff/phone?person=p1'

describe.each([orderPath, peoplePath, phonePath])('GET %s', (path) => {
  test.each(['chair', 'secretariat'])('answers with the %s, and may not be cached', async (role) => {
    const answer = await fetchAs(path, tickets[role])
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })

  test.each(['display', 'room', 'remote', 'panel'])('is refused for %s', async (role) => {
    expect(await readReply(path, tickets[role])).toEqual([403, { reason: 'forbidden' }])
  })

  test('is refused without a ticket, and with a forged one, a link or the organizer secret', async () => {
    const own = tickets['chair'] ?? ''
    const organizer = getSecret(server.startupLinks.organizer)
    const forged = `${Buffer.from(JSON.stringify({ s: server.session.id, p: 'chair', l: 'x', e: 9e15 })).toString('base64url')}.${own.split('.')[1]}`
    for (const ticket of [undefined, '', forged, `${own} ${own}`, getSecret(server.startupLinks.chair), organizer]) {
      const answer = await fetchAs(path, ticket)
      expect([answer.status, await answer.json()]).toEqual([ticket === organizer ? 403 : 401, { reason: 'forbidden' }])
    }
    const basic = await server.get(path, { authorization: `Basic ${own}` })
    expect(basic.status).toBe(401)
  })

  test('is refused after the person is revoked', async () => {
    const second = {
      person: `co-${newCommandId()}` as PersonId,
      role: 'secretariat',
      entity: 'Co-chair',
      group: null,
      channel: 'room',
    } as const
    await server.session.admit([second])
    const holder = await server.app.links.find(await server.app.links.getOrCreate(server.session.id, second.person))
    if (!holder) throw new Error('no link')
    const ticket = server.app.tickets.issue(holder)
    expect((await fetchAs(path, ticket)).status).toBe(200)
    await execute('system', 'people.revoke', { person: second.person })
    expect(await readReply(path, ticket)).toEqual([403, { reason: 'forbidden' }])
  })
})

describe('the order preview', () => {
  const order = () => server.session.state.queue.order.map(({ entry }) => entry)

  test('shows the order under every rule, and changes nothing', async () => {
    const [before, revision] = [order(), server.session.revision]
    for (const mode of ['received', 'alternate', 'rotate', 'balanced'] as const) {
      const [status, { order: would }] = (await readReply(`/api/staff/order-preview?mode=${mode}&suggestOnly=false`)) as [
        number,
        { order: string[] },
      ]
      expect([status, [...would].sort()]).toEqual([200, [...before].sort()])
    }
    expect([order(), server.session.revision]).toEqual([before, revision])
  })

  test.each([
    ['received', false],
    ['alternate', false],
    ['rotate', false],
    ['rotate', true],
    ['balanced', false],
  ] as const)('is the order that %s gives, suggest only: %s', async (mode, suggestOnly) => {
    const other = mode === 'received' ? 'rotate' : 'received'
    const expectedMode = server.session.state.queue.mode
    await execute('chair', 'queue.set-order', { mode: other, suggestOnly: false, expectedMode })
    const [, preview] = await readReply(`/api/staff/order-preview?mode=${mode}&suggestOnly=${suggestOnly}`)
    await execute('chair', 'queue.set-order', { mode, suggestOnly, expectedMode: other })
    expect(preview).toEqual({ order: order() })
  })

  test('[Q32] the preview of a change of places is the order that it gives, for all others too', async () => {
    const { mode: expectedMode } = server.session.state.queue
    await execute('chair', 'queue.set-order', { mode: 'balanced', suggestOnly: false, expectedMode })
    const [entry = '', , , other = ''] = order()
    const query = `entry=${entry}&with=${other}`
    const [status, preview] = await readReply(`/api/staff/swap-preview?${query}`)
    await execute('chair', 'queue.swap', { entry: entry as EntryId, with: other as EntryId })
    expect([status, preview]).toEqual([200, { order: order() }])
    const gone = await readReply(`/api/staff/swap-preview?entry=${entry}&with=gone`)
    expect(gone).toEqual([200, { order: order() }])
    for (const wrong of ['', `?entry=${entry}`, `?${query}&with=x`, `?${query}&x=1`])
      expect(await readReply(`/api/staff/swap-preview${wrong}`)).toMatchObject([400, { reason: 'malformed' }])
    expect(await readReply(`/api/staff/swap-preview?${query}`, 'nobody')).toMatchObject([401, { reason: 'forbidden' }])
  })

  test.each([
    '',
    '?mode=rotate',
    '?suggestOnly=true',
    '?mode=random&suggestOnly=true',
    '?mode=rotate&suggestOnly=1',
    '?mode=rotate&suggestOnly=true&x=1',
    '?mode=rotate&mode=received&suggestOnly=true',
  ])('the query "%s" is refused', async (query) => {
    expect(await readReply(`/api/staff/order-preview${query}`)).toMatchObject([400, { reason: 'malformed' }])
  })
})

type PeopleReply = { readonly people: readonly { readonly person: string; readonly entity: string }[] }
const searchPeople = async (text: string): Promise<PeopleReply['people']> => {
  const [status, found] = await readReply(`/api/staff/people?find=${encodeURIComponent(text)}`)
  expect(status).toBe(200)
  return (found as PeopleReply).people
}

test('[P45] the phone number of a person comes from the roster, for people of this session only', async () => {
  const roster = new RosterClient(server)
  const { body } = await roster.request('POST', '/people', {
    ...{ entity: 'Islands council', group: 'civil-society', channel: 'remote', phone: '+41 22 917 00 00, ask for extension 4' },
  })
  const person = body['person'] as PersonId
  expect(await readReply(`/api/staff/phone?person=${person}`)).toEqual([200, { phone: '+41 22 917 00 00, ask for extension 4' }])
  expect(await readReply('/api/staff/phone?person=p1')).toEqual([200, { phone: null }])
  expect(await readReply('/api/staff/phone?person=nobody')).toEqual([200, { phone: null }])
  expect(await readReply(`/api/staff/phone?person=${'x'.repeat(65)}`)).toMatchObject([400, { reason: 'malformed' }])
  await roster.request('PATCH', `/people/${person}`, { phone: null })
  expect(await readReply(`/api/staff/phone?person=${person}`)).toEqual([200, { phone: null }])
  const long = await roster.request('PATCH', `/people/${person}`, { phone: '1'.repeat(61) })
  expect([long.status, long.body['reason']]).toEqual([422, 'text-too-long'])
  expect(JSON.stringify([...server.session.state.people.all.values()])).not.toContain('22 917')
})

describe('the search for people', () => {
  test('returns only what the form shows', async () => {
    const number = server.session.state.people.all.get('p4' as PersonId)?.number
    expect(await searchPeople('Ministry of comm')).toEqual([
      { person: 'p4', entity: 'Ministry of communications', group: 'government', channel: 'room', number },
    ])
  })

  test.each([
    ['without case', 'MINISTRY', ['p4']],
    ['without accents', 'reseau biblio', ['p0']],
    ['with accents that the name does not have', 'mïnistry', ['p4']],
    ['with the words in any order', 'communications min', ['p4']],
    ['with matches at the start of a word first', 'network', ['p1', 'p2', 'p3']],
    ['by a part inside a word', 'bnetw', ['p3']],
    ['not by words that nobody has', 'Ministry of fisheries', []],
    ['not by punctuation alone', ' ’- ', []],
  ])('finds people %s', async (_, text, people) => {
    expect((await searchPeople(text)).map(({ person }) => person)).toEqual(people)
  })

  test('finds people who may speak: no chair, no display and no revoked people', async () => {
    expect(await searchPeople('chair')).toEqual([])
    expect((await searchPeople('panel')).map(({ person }) => person)).toEqual(['panel'])
    expect(await searchPeople('screen')).toEqual([])
    expect(await searchPeople('permanent')).toHaveLength(1)
    await execute('chair', 'people.revoke', { person: 'p5' as PersonId })
    expect(await searchPeople('permanent')).toEqual([])
  })

  test.each(['', '?find=', '?find=a&find=b', `?find=${'x'.repeat(161)}`, '?find=a&more=1'])(
    'refuses or ignores the query "%s"',
    async (query) => {
      const [status, answer] = await readReply(`/api/staff/people${query}`)
      expect([status, answer]).toMatchObject(query === '?find=' ? [200, { people: [] }] : [400, { reason: 'malformed' }])
    },
  )

  test('[Q25] lists the people found by name: first those with words that begin as entered', () => {
    const entities = ['Zenith networks', 'École network', 'Subnetwork', 'Academy network', 'Intranetwork', 'Academy network']
    const all = entities.map(
      (entity, index) => ({ id: `p${index}`, role: 'participant', entity, revoked: false, number: 9 - index }) as never,
    )
    expect(findPeople(all, 'net', 12).map(({ id }) => id)).toEqual(['p5', 'p3', 'p1', 'p0', 'p4', 'p2'])
  })

  test('finds at most twelve, and fast enough among 20 000', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, index): Person => ({
        id: `m${index}` as PersonId,
        role: 'participant',
        office: null,
        entity: `Fédération of internet exchanges and libraries ${index}`,
        group: null,
        channel: 'room',
        number: index,
        admittedAt: toInstant(0),
        revoked: false,
        linkRenewals: 0,
      }),
    )
    expect(findPeople(many, 'federation', 12)).toHaveLength(12)
    const began = performance.now()
    expect(findPeople(many, 'libraries 19999', 12).map(({ id }) => id)).toEqual(['m19999'])
    expect(findPeople(many, 'q '.repeat(60), 12)).toEqual([])
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
