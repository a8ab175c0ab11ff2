/** Who has come: marked at the desk, counted once, found by it, kept beside the log, and forgotten with the names. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'
import { Caller } from '../support/test-client.ts'

type Row = { readonly person: string; readonly presence: string; readonly since: number | null; readonly url?: string }

let doors: Doors
let desk: Desk
let url: string
let chair: Caller
beforeAll(async () => {
  doors = await openDoors()
  desk = new Desk(doors)
  url = `http://127.0.0.1:${doors.app.port()}`
  chair = await Caller.join(url, { link: secretIn(doors.given.chair) })
})
afterAll(async () => {
  chair.close()
  await doors.close()
})

const add = async (more: object = {}): Promise<Row> => {
  const somebody = { entity: 'Federation of archives', group: 'civil-society', channel: 'room' }
  return (await desk.ask('POST', '/people', { ...somebody, ...more })).body as unknown as Row
}
const mark = (person: string, arrived = true, ticket?: string) => desk.ask('PUT', `/people/${person}/arrived`, { arrived }, ticket)
const rowOf = async (person: string): Promise<Row | undefined> => {
  const { body } = await desk.ask('GET', `/people?find=archives`)
  return (body['people'] as Row[]).find((row) => row.person === person)
}
const counts = async () => (await desk.ask('GET', '/people')).body['counts'] as Record<string, unknown>
const seated = async (seat: string) => await Caller.join(url, { link: await doors.app.links.current(doors.session.id, seat as PersonId) })
const onScreen = () => chair.view<{ room: number; remote: number }>('presence')

describe('somebody who is marked as present', () => {
  test('[P20] is in the room since then, without a device, and it is taken back', async () => {
    const { person } = await add()
    const began = Date.now()
    expect((await rowOf(person))?.presence).toBe('absent')
    const { status, body } = await mark(person)
    expect([status, body]).toEqual([200, expect.objectContaining({ person, presence: 'arrived', since: expect.any(Number) })])
    expect(Math.abs(Number(body['since']) - began)).toBeLessThan(10_000)
    expect((await mark(person)).body['since']).toBe(body['since'])
    expect(await rowOf(person)).toMatchObject({ presence: 'arrived', since: body['since'] })
    expect((await mark(person, false)).body).toMatchObject({ presence: 'absent', since: null })
    expect((await rowOf(person))?.presence).toBe('absent')
  })

  test('[P20] is marked by chair and secretariat too, and nothing of it is in the log', async () => {
    const { person } = await add()
    const before = doors.session.revision
    for (const seat of ['chair', 'secretariat']) expect((await mark(person, true, await desk.ticketOf(seat))).status).toBe(200)
    expect(doors.session.revision).toBe(before)
    await mark(person, false)
  })

  test('[P20] is nobody of an office, nobody revoked, and nobody who is not there', async () => {
    for (const office of ['chair', 'secretariat', 'panel', 'display'])
      expect((await mark(office)).body, office).toEqual({ why: 'forbidden' })
    const { person } = await add()
    await mark(person)
    await desk.ask('POST', `/people/${person}/revoke`, {})
    expect((await mark(person)).body).toEqual({ why: 'person-revoked' })
    expect((await mark('nobody')).body).toEqual({ why: 'no-such-person' })
    for (const body of [{}, { arrived: 'yes' }, { arrived: true, at: 1 }, { arrived: null }, []])
      expect((await desk.ask('PUT', `/people/${person}/arrived`, body)).status).toBe(400)
  })

  test('[P21] is counted once with the phone in hand, and in the room though registered as remote', async () => {
    const [one, far] = [await add(), await add({ channel: 'remote' })]
    const { room, remote } = onScreen()
    const phone = await Caller.join(url, { link: secretIn(one.url) })
    await expect.poll(onScreen, { timeout: 5_000 }).toMatchObject({ room: room + 1, remote })
    await mark(one.person)
    await mark(far.person)
    await expect.poll(onScreen, { timeout: 5_000 }).toMatchObject({ room: room + 2, remote })
    expect((await rowOf(one.person))?.presence).toBe('connected')
    expect(await counts()).toMatchObject({
      connected: { room: 1, remote: 0 },
      arrived: { room: 1, remote: 1 },
      present: { room: room + 2, remote },
    })
    await phone.close()
    await expect.poll(async () => (await rowOf(one.person))?.presence, { timeout: 5_000 }).toBe('arrived')
    await mark(one.person, false)
    expect(await rowOf(one.person)).toMatchObject({ presence: 'away', since: expect.any(Number) })
    await mark(far.person, false)
    await expect.poll(onScreen, { timeout: 5_000 }).toMatchObject({ room, remote })
  })

  test('[P21] is not waited for where no device ever was, and an office is neither row nor number', async () => {
    const { room, remote } = onScreen()
    const [panel, screen] = await Promise.all(['panel', 'display'].map(seated))
    const { person } = await add()
    await chair.insist('session.open', {})
    await chair.insist('queue.open', {})
    await chair.insist('queue.add', {
      ...{ kind: 'intervention', person: person as PersonId, entity: 'Federation of archives', speaker: null, group: null },
      ...{ door: 'room', seenAt: Date.now() as Instant, note: null },
    })
    const away = () => chair.view<{ away: object }>('presence').away
    await mark(person)
    await expect.poll(() => [onScreen(), away()], { timeout: 5_000 }).toEqual([{ room: room + 1, remote, away: {} }, {}])
    const { body } = await desk.ask('GET', '/people?find=panel')
    expect(body['people']).toEqual([])
    panel?.close()
    screen?.close()
    await mark(person, false)
  })

  test('[P20] is known to the desk alone: no participant, podium or room screen is told who', async () => {
    const { person } = await add({ entity: 'Told of nobody' })
    const callers = await Promise.all(['remote', 'panel', 'display'].map(seated))
    const { room } = onScreen()
    await mark(person)
    await expect.poll(() => onScreen().room, { timeout: 5_000 }).toBeGreaterThanOrEqual(room)
    await expect
      .poll(() => callers.map((caller) => caller.view<{ room: number }>('presence').room), { timeout: 5_000 })
      .toEqual(Array(3).fill(onScreen().room))
    for (const caller of callers) {
      expect(Object.keys(caller.view<object>('presence')).sort()).toEqual(['remote', 'room'])
      expect(JSON.stringify(caller.screen)).not.toContain(person)
      caller.close()
    }
    await mark(person, false)
  })
})

describe('people', () => {
  test('[P23] are found by group, channel and whether they are there, together with words', async () => {
    const people = [
      await add({ entity: 'Sorted one', group: 'government' }),
      await add({ entity: 'Sorted two', group: null, channel: 'remote' }),
      await add({ entity: 'Sorted three' }),
    ]
    await mark(people[0]?.person ?? '')
    const found = async (query: string) => {
      const { body } = await desk.ask('GET', `/people?find=sorted&${query}`)
      return (body['people'] as { entity: string }[]).map(({ entity }) => entity.replace('Sorted ', ''))
    }
    expect(await found('group=government')).toEqual(['one'])
    expect(await found('group=none')).toEqual(['two'])
    expect(await found('group=nowhere')).toEqual([])
    expect(await found('channel=remote')).toEqual(['two'])
    expect(await found('state=arrived')).toEqual(['one'])
    expect(await found('state=absent')).toEqual(['two', 'three'])
    expect(await found('state=absent&channel=room')).toEqual(['three'])
    expect(await found('state=connected')).toEqual([])
  })

  test.each(['?state=here', '?channel=moon', '?group=a&group=b', '?group='])('[P23] are not looked for by %s', async (query) =>
    expect(await desk.ask('GET', `/people${query}`)).toEqual({ status: 400, body: { why: 'malformed' } }),
  )

  test('[P23] are counted by group and channel, and every one of them is there or not', async () => {
    const { person } = await add()
    await mark(person)
    const all = await counts()
    const sum = (by: unknown) => Object.values(by as Record<string, number>).reduce((one, other) => one + other, 0)
    const registered = sum(all['registered'])
    const may = [...doors.session.state.people.all.values()].filter(
      ({ id, role, revoked }) => role === 'participant' && !revoked && id !== 'panel',
    )
    expect(registered).toBe(may.length)
    expect((all['groups'] as { registered: number }[]).reduce((before, group) => before + group.registered, 0)).toBe(registered)
    expect(sum(all['present']) + Number(all['away']) + Number(all['absent'])).toBe(registered)
    await desk.ask('POST', `/people/${person}/revoke`, {})
    expect(sum((await counts())['registered'])).toBe(registered - 1)
  })
})

test('[P20] who has come is forgotten with the names, at once', async () => {
  const { person } = await add()
  await mark(person)
  expect((await rowOf(person))?.presence).toBe('arrived')
  expect((await desk.ask('DELETE', '/people')).status).toBe(200)
  expect((await rowOf(person))?.presence).toBe('absent')
  await expect.poll(async () => (await counts())['arrived'], { timeout: 5_000 }).toEqual({ room: 0, remote: 0 })
})
