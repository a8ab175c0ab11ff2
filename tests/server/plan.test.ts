/** What a session is planned to be: as a file and back, read, changed, and refused in words. */

import { checkedPlan, readPlan } from '@rostrum/server/template/read-plan'
import { planFrom, templates } from '@rostrum/server/template/templates'
import { fileOf, writtenPlan } from '@rostrum/server/template/write-plan'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { instantOf, minutes, seconds } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'
import { Caller } from '../support/test-client.ts'

const [first, ...others] = plan.segments
if (!first) throw new Error('the plan has no segments')
/** Everything said that may be left out. */
const full = {
  ...plan,
  series: 'Consultations',
  host: 'The host: of it all',
  venue: 'Hall of "quotes"',
  about: 'Two\nlines',
  timeZone: 'America/St_Johns',
  segments: [
    {
      ...first,
      endsBy: instantOf(first.startsAt + 540_000),
      opensList: true,
      speakers: [{ entity: 'Somebody', group: 'civil' as GroupId, limit: seconds(90) }],
    },
    ...others,
  ],
  floor: {
    ...plan.floor,
    grace: seconds(5),
    reserve: minutes(2),
    limits: { ...plan.floor.limits, groups: { civil: seconds(120) }, channels: { room: seconds(150), remote: seconds(200) } },
  },
  questions: { ...plan.questions, cap: 3 },
  meetingLink: 'https://meet.example/1?a=b',
  captionsLink: 'https://captions.example/',
}

describe('a plan as a file', () => {
  test.each([...templates.map((name) => [name, planFrom(name)] as const), ['everything said', full] as const])(
    '%s comes back the same',
    (_, one) => {
      expect(checkedPlan(JSON.parse(JSON.stringify(fileOf(one))))).toEqual(one)
      expect(readPlan(writtenPlan(one))).toEqual(one)
    },
  )

  test('says its times by the clocks of the place', () => {
    expect(fileOf(full).startsAt).toBe('2030-05-06T09:30:00-02:30')
    expect(fileOf(plan).startsAt).toBe('2030-05-06T12:00:00+00:00')
  })
})

describe('over HTTP', () => {
  let doors: Doors
  let desk: Desk
  beforeAll(async () => {
    doors = await openDoors()
    desk = new Desk(doors)
  })
  afterAll(() => doors.close())
  const planned = async () =>
    (await desk.ask('GET', '/plan')).body as unknown as {
      phase: string
      version: string
      plan: ReturnType<typeof fileOf>
    }

  test('it is read, changed as a whole, and told to every screen', async () => {
    const chair = await Caller.join(`http://127.0.0.1:${doors.app.port()}`, { link: secretIn(doors.given.chair) })
    const { phase, plan: before } = await planned()
    expect(phase).toBe('planned')
    const told = new Promise<void>((tell) => {
      chair.socket.on('frame', () => chair.view<{ title: string }>('session').title === 'Another title' && tell())
    })
    const { status, body } = await desk.ask('PUT', '/plan', { ...before, title: 'Another title' })
    expect([status, (body['plan'] as typeof before).title]).toEqual([200, 'Another title'])
    await told
    chair.close()
  })

  test('faults are said with their place, and nothing is changed', async () => {
    const { plan: before } = await planned()
    const segments = before.segments.map((segment) => ({ ...segment, minutes: 0 }))
    const { status, body } = await desk.ask('PUT', '/plan', { ...before, segments, colour: 'red' })
    expect(status).toBe(422)
    expect(body.why).toBe('plan-refused')
    expect(body['faults']).toEqual(
      expect.arrayContaining([expect.stringMatching(/^segments\.0\.minutes: /), 'there is no such key as "colour"']),
    )
    expect((await planned()).plan).toEqual(before)
    for (const hostile of [[], 'x', 7, { ...before, groups: Array(5000).fill({}) }, JSON.parse('{"__proto__":{"title":"x"}}')])
      expect((await desk.ask('PUT', '/plan', hostile)).status, JSON.stringify(hostile).slice(0, 40)).toBeGreaterThanOrEqual(400)
    expect((await planned()).plan).toEqual(before)
  })

  test('a group of which somebody is registered stays', async () => {
    const { plan: before } = await planned()
    const fewer = { ...before, groups: before.groups.filter(({ id }) => id !== ('government' as GroupId)) }
    expect(await desk.ask('PUT', '/plan', fewer)).toEqual({ status: 409, body: { why: 'group-in-use' } })
  })

  test('[S12] of two who save at once, the second changes nothing and is told so; without a version the last one stands', async () => {
    const { version, plan: before } = await planned()
    const save = (venue: string) => desk.ask('PUT', `/plan?version=${version}`, { ...before, venue })
    const answers = await Promise.all([save('One hall'), save('Another hall')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({ why: 'moved-on' })
    const after = await planned()
    expect(after.plan.venue).toBe(answers[0]?.status === 200 ? 'One hall' : 'Another hall')
    expect(after.version).not.toBe(version)
    expect((await desk.ask('PUT', '/plan', before)).status).toBe(200)
    expect((await planned()).version).toBe(version)
  })

  test('as a file it makes another session', async () => {
    const file = await (await desk.raw('GET', '/plan.yaml')).text()
    const made = await doors.post('/api/sessions', { file }, { authorization: `Bearer ${desk.organiser}` })
    expect([made.status, await made.json()]).toMatchObject([201, { title: 'Another title', phase: 'planned' }])
    const bad = await doors.post('/api/sessions', { file: 'title: [' }, { authorization: `Bearer ${desk.organiser}` })
    expect([bad.status, await bad.json()]).toMatchObject([422, { why: 'plan-refused', faults: [expect.stringContaining('line 1')] }])
  })

  test('nobody else reads or changes it, not even the chair', async () => {
    const ticket = await desk.ticketOf('chair')
    for (const [method, path] of [
      ['GET', '/plan'],
      ['PUT', '/plan'],
      ['GET', '/plan.yaml'],
    ] as const)
      expect(await desk.ask(method, path, method === 'PUT' ? {} : undefined, ticket)).toEqual({
        status: 401,
        body: { why: 'organiser-only' },
      })
  })

  test('once begun it stands', async () => {
    const { plan: before } = await planned()
    const chair = await Caller.join(`http://127.0.0.1:${doors.app.port()}`, { link: secretIn(doors.given.chair) })
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    chair.close()
    expect(await desk.ask('PUT', '/plan', before)).toEqual({ status: 409, body: { why: 'session-begun' } })
  })
})
