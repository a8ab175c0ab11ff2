/** What chair and secretariat ask over HTTP: who may, what comes, and that it is what the session would do. */
import { freshId } from '@rostrum/server/access/default-people'
import { findPeople } from '@rostrum/server/application/find-people'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Admission, Person } from '@rostrum/shared/contract/people'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { instantOf } from '@rostrum/shared/kernel/time'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'

let doors: Doors
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

const tell = async <C extends CommandType>(person: string, type: C, data: CommandData<C>): Promise<void> => {
  const reply = await doors.session.handle({ person: person as PersonId }, { id: freshId(), type, data } as Envelope)
  expect(reply).toEqual({ ok: true })
}

beforeAll(async () => {
  doors = await openDoors()
  await doors.session.admit(admissions, freshId())
  for (const seat of ['chair', 'secretariat', 'display', 'room', 'remote', 'panel'] as const) {
    const held = { session: doors.session.id, person: seat as PersonId }
    const holder = await doors.app.links.find(await doors.app.links.current(held.session, held.person))
    if (!holder) throw new Error(`${seat} has no link`)
    tickets[seat] = doors.app.tickets.issue(holder)
  }
  await tell('chair', 'session.open', {})
  await tell('chair', 'queue.open', {})
  for (const { person } of admissions) await tell(person, 'queue.join', { kind: 'intervention', topic: null })
})
afterAll(() => doors.close())

const asked = (path: string, ticket: string | undefined) =>
  doors.get(path, ticket === undefined ? {} : { authorization: `Bearer ${ticket}` })
const answerOf = async (path: string, ticket = tickets['chair']) => {
  const answer = await asked(path, ticket)
  return [answer.status, await answer.json()] as const
}
const orderPath = '/api/desk/order?mode=rotate&recommend=false'
const peoplePath = '/api/desk/people?find=network'

describe.each([orderPath, peoplePath])('GET %s', (path) => {
  test.each(['chair', 'secretariat'])('answers the %s, and is kept by nobody on the way', async (seat) => {
    const answer = await asked(path, tickets[seat])
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })

  test.each(['display', 'room', 'remote', 'panel'])('says nothing to the seat %s', async (seat) => {
    expect(await answerOf(path, tickets[seat])).toEqual([403, { why: 'forbidden' }])
  })

  test('says nothing to whoever has no ticket, a forged one, a link or the organiser’s secret', async () => {
    const own = tickets['chair'] ?? ''
    const forged = `${Buffer.from(JSON.stringify({ s: doors.session.id, p: 'chair', l: 'x', e: 9e15 })).toString('base64url')}.${own.split('.')[1]}`
    for (const ticket of [undefined, '', forged, `${own} ${own}`, secretIn(doors.given.chair), secretIn(doors.given.organiser)]) {
      const answer = await asked(path, ticket)
      expect([answer.status, await answer.json()]).toEqual([403, { why: 'forbidden' }])
    }
    const basic = await doors.get(path, { authorization: `Basic ${own}` })
    expect(basic.status).toBe(403)
  })

  test('says nothing to a chair whose link was renewed, or whose access has ended', async () => {
    const second = { person: `co-${freshId()}` as PersonId, role: 'secretariat', entity: 'Co-chair', group: null, channel: 'room' } as const
    await doors.session.admit([second], freshId())
    const holder = await doors.app.links.find(await doors.app.links.current(doors.session.id, second.person))
    if (!holder) throw new Error('no link')
    const ticket = doors.app.tickets.issue(holder)
    expect((await asked(path, ticket)).status).toBe(200)
    await tell('chair', 'people.revoke', { person: second.person })
    expect(await answerOf(path, ticket)).toEqual([403, { why: 'forbidden' }])
  })
})

describe('the list under another rule', () => {
  const line = () => doors.session.state.queue.line.map(({ entry }) => entry)

  test('is told before the rule is changed, and changes nothing', async () => {
    const [before, revision] = [line(), doors.session.revision]
    for (const mode of ['received', 'alternate', 'rotate', 'balanced'] as const) {
      const [status, { line: would }] = (await answerOf(`/api/desk/order?mode=${mode}&recommend=false`)) as [number, { line: string[] }]
      expect([status, [...would].sort()]).toEqual([200, [...before].sort()])
    }
    expect([line(), doors.session.revision]).toEqual([before, revision])
  })

  test.each([
    ['received', false],
    ['alternate', false],
    ['rotate', false],
    ['rotate', true],
    ['balanced', false],
  ] as const)('is what %s, only suggested: %s, makes of it', async (mode, recommend) => {
    const other = mode === 'received' ? 'rotate' : 'received'
    const expectedMode = doors.session.state.queue.mode
    await tell('chair', 'queue.order', { mode: other, recommend: false, expectedMode })
    const [, told] = await answerOf(`/api/desk/order?mode=${mode}&recommend=${recommend}`)
    await tell('chair', 'queue.order', { mode, recommend, expectedMode: other })
    expect(told).toEqual({ line: line() })
  })

  test.each([
    '',
    '?mode=rotate',
    '?recommend=true',
    '?mode=random&recommend=true',
    '?mode=rotate&recommend=1',
    '?mode=rotate&recommend=true&x=1',
    '?mode=rotate&mode=received&recommend=true',
  ])('is not told for %s', async (query) => {
    expect(await answerOf(`/api/desk/order${query}`)).toEqual([400, { why: 'malformed' }])
  })
})

type Found = { readonly people: readonly { readonly person: string; readonly entity: string }[] }
const find = async (text: string): Promise<Found['people']> => {
  const [status, found] = await answerOf(`/api/desk/people?find=${encodeURIComponent(text)}`)
  expect(status).toBe(200)
  return (found as Found).people
}

describe('people by their organization', () => {
  test('come with what the form shows, and no more', async () => {
    const number = doors.session.state.people.all.get('p4' as PersonId)?.number
    expect(await find('Ministry of comm')).toEqual([
      { person: 'p4', entity: 'Ministry of communications', group: 'government', channel: 'room', number },
    ])
  })

  test.each([
    ['without case', 'MINISTRY', ['p4']],
    ['without accents', 'reseau biblio', ['p0']],
    ['with accents that are not there', 'mïnistry', ['p4']],
    ['in any sequence', 'communications min', ['p4']],
    ['with what begins a word first', 'network', ['p1', 'p2', 'p3']],
    ['by the inside of a word', 'bnetw', ['p3']],
    ['not by what nobody has', 'Ministry of fisheries', []],
    ['not by nothing', ' ’- ', []],
  ])('are found %s', async (_, text, people) => {
    expect((await find(text)).map(({ person }) => person)).toEqual(people)
  })

  test('are those who may speak: neither offices nor the display, nor whoever was revoked', async () => {
    expect(await find('chair')).toEqual([])
    expect((await find('panel')).map(({ person }) => person)).toEqual(['panel'])
    expect(await find('screen')).toEqual([])
    expect(await find('permanent')).toHaveLength(1)
    await tell('chair', 'people.revoke', { person: 'p5' as PersonId })
    expect(await find('permanent')).toEqual([])
  })

  test.each(['', '?find=', '?find=a&find=b', `?find=${'x'.repeat(121)}`, '?find=a&more=1'])('are not looked for by %s', async (query) => {
    const [status, answer] = await answerOf(`/api/desk/people${query}`)
    expect([status, answer]).toEqual(query === '?find=' ? [200, { people: [] }] : [400, { why: 'malformed' }])
  })

  test('are at most twelve, and found among 20 000 before the next letter is written', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, index): Person => ({
        id: `m${index}` as PersonId,
        role: 'participant',
        entity: `Fédération of internet exchanges and libraries ${index}`,
        group: null,
        channel: 'room',
        number: index,
        admittedAt: instantOf(0),
        revoked: false,
        renewals: 0,
      }),
    )
    expect(findPeople(many, 'federation', 12)).toHaveLength(12)
    const began = performance.now()
    expect(findPeople(many, 'libraries 19999', 12).map(({ id }) => id)).toEqual(['m19999'])
    expect(findPeople(many, 'q '.repeat(60), 12)).toEqual([])
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
