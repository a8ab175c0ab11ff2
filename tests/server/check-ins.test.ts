/** Check-ins: made by the staff, counted once, searchable, stored outside the log, and deleted with the personal data. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

type Row = { readonly person: string; readonly presence: string; readonly since: number | null; readonly url?: string }

let server: InProcessServer
let roster: RosterClient
let url: string
let chair: TestClient
beforeAll(async () => {
  server = await startInProcessServer()
  roster = new RosterClient(server)
  url = `http://127.0.0.1:${server.app.getPort()}`
  chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
})
afterAll(async () => {
  chair.close()
  await server.close()
})

const addPerson = async (more: object = {}): Promise<Row> => {
  const personInput = { entity: 'Federation of archives', group: 'civil-society', channel: 'room' }
  return (await roster.request('POST', '/people', { ...personInput, ...more })).body as unknown as Row
}
const setCheckedIn = (person: string, checkedIn = true, ticket?: string) =>
  roster.request('PUT', `/people/${person}/check-in`, { checkedIn }, ticket)
const findRow = async (person: string): Promise<Row | undefined> => {
  const { body } = await roster.request('GET', `/people?find=archives`)
  return (body['people'] as Row[]).find((row) => row.person === person)
}
const readCounts = async () => (await roster.request('GET', '/people')).body['counts'] as Record<string, unknown>
const joinAs = async (role: string) =>
  await TestClient.join(url, { link: await server.app.links.getOrCreate(server.session.id, role as PersonId) })
const getPresence = () => chair.getPart<{ room: number; remote: number }>('presence')
/** Waits until the Chair sees what the server counts. */
const awaitPresence = async () => {
  await vi.waitFor(async () => expect(getPresence()).toMatchObject((await readCounts())['present'] as object))
  return getPresence()
}

describe('a person who is checked in', () => {
  tellStory()
  test('[P20] counts as in the room from that time, without a device, until the check-in is undone', async () => {
    const { person } = await addPerson()
    const began = Date.now()
    expect((await findRow(person))?.presence).toBe('absent')
    const { status, body } = await setCheckedIn(person)
    expect([status, body]).toEqual([200, expect.objectContaining({ person, presence: 'checked-in', since: expect.any(Number) })])
    expect(Math.abs(Number(body['since']) - began)).toBeLessThan(10_000)
    expect((await setCheckedIn(person)).body['since']).toBe(body['since'])
    expect(await findRow(person)).toMatchObject({ presence: 'checked-in', since: body['since'] })
    expect((await setCheckedIn(person, false)).body).toMatchObject({ presence: 'absent', since: null })
    expect((await findRow(person))?.presence).toBe('absent')
  })

  test('[P20] can be checked in by chair and secretariat too, and the log does not change', async () => {
    const { person } = await addPerson()
    const before = server.session.revision
    for (const role of ['chair', 'secretariat']) expect((await setCheckedIn(person, true, await roster.issueTicket(role))).status).toBe(200)
    expect(server.session.revision).toBe(before)
    await setCheckedIn(person, false)
  })

  test('[P20] cannot be an officer, a revoked person or an unknown person', async () => {
    for (const officer of ['chair', 'secretariat', 'panel', 'display'])
      expect((await setCheckedIn(officer)).body, officer).toEqual({ reason: 'forbidden' })
    const { person } = await addPerson()
    await setCheckedIn(person)
    await roster.request('POST', `/people/${person}/revoke`, {})
    expect((await setCheckedIn(person)).body).toEqual({ reason: 'person-revoked' })
    expect((await setCheckedIn('nobody')).body).toEqual({ reason: 'no-such-person' })
    for (const body of [{}, { checkedIn: 'yes' }, { checkedIn: true, at: 1 }, { checkedIn: null }, []])
      expect((await roster.request('PUT', `/people/${person}/check-in`, body)).status).toBe(400)
  })

  test('[P21] is counted once when also connected, and in the room even if registered as remote', async () => {
    const [one, far] = [await addPerson(), await addPerson({ channel: 'remote' })]
    const { room, remote } = await awaitPresence()
    const phone = await TestClient.join(url, { link: getSecret(one.url) })
    await expect.poll(getPresence).toMatchObject({ room: room + 1, remote })
    await setCheckedIn(one.person)
    await setCheckedIn(far.person)
    await expect.poll(getPresence).toMatchObject({ room: room + 2, remote })
    expect((await findRow(one.person))?.presence).toBe('connected')
    expect(await readCounts()).toMatchObject({
      connected: { room: 1, remote: 0 },
      checkedIn: { room: 1, remote: 1 },
      present: { room: room + 2, remote },
    })
    await phone.close()
    await expect.poll(async () => (await findRow(one.person))?.presence).toBe('checked-in')
    await setCheckedIn(one.person, false)
    expect(await findRow(one.person)).toMatchObject({ presence: 'away', since: expect.any(Number) })
    await setCheckedIn(far.person, false)
    await expect.poll(getPresence).toMatchObject({ room, remote })
  })

  test('[P21] is not away if no device ever connected; officers have no row and are not counted', async () => {
    const { room, remote } = await awaitPresence()
    const [panel, screen] = await Promise.all(['panel', 'display'].map(joinAs))
    const { person } = await addPerson()
    await chair.sendUntilAnswered('session.open', {})
    await chair.sendUntilAnswered('queue.open', {})
    await chair.sendUntilAnswered('queue.add', {
      ...{ kind: 'intervention', person: person as PersonId, entity: 'Federation of archives', speaker: null, group: null },
      ...{ requestChannel: 'room', seenAt: Date.now() as Instant, note: null },
    })
    const away = () => chair.getPart<{ away: object }>('presence').away
    await setCheckedIn(person)
    await expect.poll(() => [getPresence(), away()]).toMatchObject([{ room: room + 1, remote, away: {} }, {}])
    const { body } = await roster.request('GET', '/people?find=panel')
    expect(body['people']).toEqual([])
    panel?.close()
    screen?.close()
    await setCheckedIn(person, false)
  })

  test('[P20] is visible to the staff only: participants, podium and room display do not learn who it is', async () => {
    const { person } = await addPerson({ entity: 'Never revealed' })
    const clients = await Promise.all(['remote', 'panel', 'display'].map(joinAs))
    const { room } = await awaitPresence()
    await setCheckedIn(person)
    await expect
      .poll(() => [chair, ...clients].map((client) => client.getPart<{ room: number }>('presence').room))
      .toEqual(Array(4).fill(room + 1))
    for (const client of clients) {
      expect(Object.keys(client.getPart<object>('presence')).sort()).toEqual(['remote', 'room'])
      expect(JSON.stringify(client.frames)).not.toContain(person)
      client.close()
    }
    await setCheckedIn(person, false)
  })
})

describe('people', () => {
  test('[P23] are found by group, channel and attendance, combined with search words', async () => {
    const people = [
      await addPerson({ entity: 'Sorted one', group: 'government' }),
      await addPerson({ entity: 'Sorted two', group: null, channel: 'remote' }),
      await addPerson({ entity: 'Sorted three' }),
    ]
    await setCheckedIn(people[0]?.person ?? '')
    const searchFor = async (query: string) => {
      const { body } = await roster.request('GET', `/people?find=sorted&${query}`)
      return (body['people'] as { entity: string }[]).map(({ entity }) => entity.replace('Sorted ', ''))
    }
    expect(await searchFor('group=government')).toEqual(['one'])
    expect(await searchFor('group=none')).toEqual(['two'])
    expect(await searchFor('group=nowhere')).toEqual([])
    expect(await searchFor('channel=remote')).toEqual(['two'])
    expect(await searchFor('state=checked-in')).toEqual(['one'])
    expect(await searchFor('state=absent')).toEqual(['two', 'three'])
    expect(await searchFor('state=absent&channel=room')).toEqual(['three'])
    expect(await searchFor('state=connected')).toEqual([])
  })

  test.each(['?state=here', '?channel=moon', '?group=a&group=b', '?group='])('[P23] the query %s is refused', async (query) =>
    expect(await roster.request('GET', `/people${query}`)).toMatchObject({ status: 400, body: { reason: 'malformed' } }),
  )

  test('[P23] are counted by group and channel, and each one is present, away or absent', async () => {
    const { person } = await addPerson()
    await setCheckedIn(person)
    const all = await readCounts()
    const sum = (by: unknown) => Object.values(by as Record<string, number>).reduce((one, other) => one + other, 0)
    const registered = sum(all['registered'])
    const members = [...server.session.state.people.all.values()].filter(
      ({ id, role, revoked }) => role === 'participant' && !revoked && id !== 'panel',
    )
    expect(registered).toBe(members.length)
    expect((all['groups'] as { registered: number }[]).reduce((before, group) => before + group.registered, 0)).toBe(registered)
    expect(sum(all['present']) + Number(all['away']) + Number(all['absent'])).toBe(registered)
    await roster.request('POST', `/people/${person}/revoke`, {})
    expect(sum((await readCounts())['registered'])).toBe(registered - 1)
  })
})

test('[P20] check-ins are deleted together with the names, at once', async () => {
  const { person } = await addPerson()
  await setCheckedIn(person)
  expect((await findRow(person))?.presence).toBe('checked-in')
  expect((await roster.request('DELETE', '/people')).status).toBe(200)
  expect((await findRow(person))?.presence).toBe('absent')
  await expect.poll(async () => (await readCounts())['checkedIn']).toEqual({ room: 0, remote: 0 })
})
