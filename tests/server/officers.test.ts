/** Officers over HTTP. Each has a personal link, and renewing or ending one leaves the others unchanged. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

tellStory()

type Officer = { readonly person: PersonId; readonly url: string; readonly office: object; readonly name: string | null }
let server: InProcessServer
let roster: RosterClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
})
afterAll(() => server.close())

let keys = 0
const addOfficer = async (body: object): Promise<Officer> => {
  keys += 1
  const reply = await roster.request('POST', '/officers', { idempotencyKey: `officer-${keys}`.padEnd(24, '-'), ...body })
  expect(reply.status).toBe(201)
  return reply.body as unknown as Officer
}
const enter = async ({ url }: Officer) => await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(url) })

test('[P50] any number of officers each have a link; the organizer sees a name if one was given', async () => {
  const first = await addOfficer({ office: 'rapporteur' })
  const second = await addOfficer({ office: 'rapporteur', name: 'Given by the organizer', duties: ['notes', 'questions'] })
  expect(new Set([first.url, second.url]).size).toBe(2)
  const { links } = (await roster.request('GET', '/links')).body as unknown as { links: readonly Officer[] }
  expect(links).toContainEqual(
    expect.objectContaining({ person: first.person, office: { office: 'rapporteur', duties: ['notes'], number: 1 }, name: null }),
  )
  expect(links).toContainEqual(
    expect.objectContaining({
      person: second.person,
      office: { office: 'rapporteur', duties: ['notes', 'questions'], number: 2 },
      name: 'Given by the organizer',
    }),
  )
})

test('[R89] the country of an officer is given with the officer or later, and taken away; the record has it', async () => {
  const officer = await addOfficer({ office: 'vice-chair', entity: 'Brazil' })
  const other = await addOfficer({ office: 'moderator' })
  const change = (body: object) => roster.request('POST', `/officers/${other.person}/duties`, { duties: ['floor'], ...body })
  const readEntities = async () => {
    const record = (await (await roster.fetchRaw('GET', '/record')).json()) as SessionRecord
    return record.session.officers.flatMap(({ office, entity }) =>
      office === 'vice-chair' || office === 'moderator' ? [[office, entity]] : [],
    )
  }
  expect(await readEntities()).toEqual([
    ['vice-chair', 'Brazil'],
    ['moderator', null],
  ])
  await change({ entity: 'Ghana' })
  await change({})
  expect(await readEntities()).toContainEqual(['moderator', 'Ghana'])
  await change({ entity: null })
  expect(await readEntities()).toContainEqual(['moderator', null])
  expect((await change({ entity: 'Office of the Chair' })).body).toMatchObject({ reason: 'office-imitated' })
  for (const { person } of [officer, other]) await roster.request('POST', `/officers/${person}/end`, {})
})

test('[P50] a repeated request gives the same officer', async () => {
  const body = { office: 'moderator', idempotencyKey: 'the-same-request-again-' }
  const [one, again] = [await roster.request('POST', '/officers', body), await roster.request('POST', '/officers', body)]
  expect(again).toEqual(one)
})

test.each([
  [{ office: 'king' }],
  [{ office: '__proto__' }],
  [{ office: 'chair', duties: ['everything'] }],
  [{ office: 'chair', role: 'display' }],
  [{ office: 'chair', name: 'x'.repeat(1000) }],
])('[P50] %j is refused, and nobody is admitted', async (body) => {
  const before = roster.getState()
  expect((await roster.request('POST', '/officers', { idempotencyKey: 'a'.repeat(22), ...body })).status).toBeOneOf([400, 422])
  expect(roster.getState()).toEqual(before)
})

test('[P50] only the organizer adds officers', async () => {
  const body = { office: 'chair', idempotencyKey: 'b'.repeat(22) }
  for (const person of ['chair', 'secretariat', 'room', 'display'])
    expect((await roster.request('POST', '/officers', body, await roster.issueTicket(person))).status).toBe(403)
})

test('[P50] renewing or ending a link ends that one only, and the others see who is connected', async () => {
  const officers = await Promise.all(['vice-chair', 'secretary', 'moderator'].map((office) => addOfficer({ office })))
  const [vice, secretary, moderator] = await Promise.all(officers.map(enter))
  if (!vice || !secretary || !moderator) throw new Error('nobody entered')
  const getOthers = () => vice.getPart<{ officers: readonly PersonId[] }>('presence').officers
  await expect.poll(getOthers).toEqual(expect.arrayContaining(officers.map(({ person }) => person)))
  await roster.request('POST', `/links/${officers[1]?.person}/renew`, {})
  await roster.request('POST', `/officers/${officers[2]?.person}/end`, {})
  await expect.poll(getOthers).toEqual([officers[0]?.person])
  expect(vice.socket.connected).toBe(true)
  for (const client of [vice, secretary, moderator]) client.close()
})

test('[P51] duties change at once while the officer is connected; the link stays, and the change can be taken back', async () => {
  const officer = await addOfficer({ office: 'rapporteur' })
  const client = await enter(officer)
  const open = () => client.send('session.open', { onAnyDay: true } as never)
  const set = (duties: readonly string[], ticket?: string) =>
    roster.request('POST', `/officers/${officer.person}/duties`, { duties }, ticket)
  expect(await open()).toEqual({ ok: false, reason: 'forbidden' })
  expect((await set(['floor', 'notes', 'floor'])).body).toMatchObject({ url: officer.url, office: { duties: ['floor', 'notes'] } })
  await expect.poll(() => client.getPart<{ office: { duties: readonly string[] } }>('me').office.duties).toEqual(['floor', 'notes'])
  expect(await client.send('queue.open', {})).not.toEqual({ ok: false, reason: 'forbidden' })
  expect((await set([])).status).toBe(200)
  expect(await client.send('queue.close', {})).toEqual({ ok: false, reason: 'forbidden' })
  expect((await set(['everything'])).status).toBe(400)
  expect((await set(['notes'], await roster.issueTicket('chair'))).status).toBe(403)
  expect((await roster.request('POST', '/officers/room/duties', { duties: [] })).status).toBe(404)
  await roster.request('POST', `/officers/${officer.person}/end`, {})
  expect((await set(['notes'])).body).toMatchObject({ reason: 'person-revoked' })
  client.close()
})

test('[P51] an officer without the duty cannot read the roster, change people, or renew a link', async () => {
  const rapporteur = await addOfficer({ office: 'rapporteur' })
  const ticket = await roster.issueTicket(rapporteur.person)
  for (const [method, path, body] of [
    ['GET', '/people', undefined],
    ['POST', '/people/room/link', {}],
    ['PUT', '/people/room/check-in', { checkedIn: true }],
    ['PATCH', '/people/room', { entity: 'Another' }],
    ['POST', '/people/room/revoke', {}],
    ['GET', '/invitations.csv', undefined],
  ] as const)
    expect([path, (await roster.request(method, path, body, ticket)).status]).toEqual([path, 403])
  expect((await roster.request('GET', '/record', undefined, ticket)).status).toBe(200)
})

test('[P51] an officer without the duties for floor and people finds nobody and no phone number', async () => {
  const base = `http://127.0.0.1:${server.app.getPort()}/api/staff`
  const statuses = async (duties: readonly string[]) => {
    const { person } = await addOfficer({ office: 'moderator', duties })
    const headers = { authorization: `Bearer ${await roster.issueTicket(person)}` }
    const paths = ['people?find=delegation', 'phone?person=room']
    return await Promise.all(paths.map(async (path) => (await fetch(`${base}/${path}`, { headers })).status))
  }
  expect(await statuses(['questions', 'notes'])).toEqual([403, 403])
  expect(await statuses([])).toEqual([403, 403])
  expect(await statuses(['floor'])).toEqual([200, 200])
  expect(await statuses(['people'])).toEqual([200, 200])
})
