/** The plan of a session: written to a file and read back, read, changed, and refused with reasons. */

import { parsePlan, readPlan } from '@rostrum/server/services/template/read-plan'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { formatPlan, toPlanFile } from '@rostrum/server/services/template/write-plan'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { templates } from '@rostrum/shared/contract/templates'
import { minutes, seconds, toInstant } from '@rostrum/shared/kernel/time'
import { pickWording, type Wording } from '@rostrum/shared/kernel/wording'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

const [firstSegment, ...otherSegments] = plan.segments
if (!firstSegment) throw new Error('the plan has no segments')
/** A plan with every optional field. */
const fullPlan = {
  ...plan,
  series: 'Consultations',
  host: 'The host: of it all',
  venue: 'Hall of "quotes"',
  about: 'Two\nlines',
  timeZone: 'America/St_Johns',
  segments: [
    {
      ...firstSegment,
      endsBy: toInstant(firstSegment.startsAt + 540_000),
      opensList: true,
      speakers: [{ entity: 'Somebody', group: 'civil' as GroupId, limit: seconds(90) }],
    },
    ...otherSegments,
  ],
  floor: {
    ...plan.floor,
    grace: seconds(5),
    reserve: minutes(2),
    limits: { ...plan.floor.limits, groups: { civil: seconds(120) }, channels: { room: seconds(150), remote: seconds(200) } },
  },
  questions: { ...plan.questions, cap: 3 },
  captions: { kept: false, delay: seconds(2), languages: ['fr', 'de'] as readonly string[] as readonly SpokenLanguage[] },
  meetingLink: 'https://meet.example/1?a=b',
  captionsLink: 'https://captions.example/',
}

describe('a plan as a file', () => {
  test.each([...templates.map((name) => [name, loadTemplate(name)] as const), ['a plan with every field', fullPlan] as const])(
    '%s is the same after writing and reading',
    (_, one) => {
      expect(parsePlan(JSON.parse(JSON.stringify(toPlanFile(one))))).toEqual(one)
      expect(readPlan(formatPlan(one))).toEqual(one)
    },
  )

  test('[X69] specifies whether words of captions are kept, their delay and their languages; an older file does not mention them', () => {
    const { captions, ...older } = toPlanFile(fullPlan)
    expect(captions).toEqual({ kept: false, delay: 2, languages: ['fr', 'de'] })
    expect(parsePlan(older).captions).toEqual({ kept: true, delay: seconds(4), languages: [] })
    expect(parsePlan({ ...older, captions: { languages: ['zh-Hant-TW'] } }).captions.languages).toEqual(['zh-Hant-TW'])
    for (const hostile of [
      { delay: 31 },
      { delay: 1.5 },
      { kept: 'no' },
      { languages: ['und'] },
      { languages: ['fr-CA', 'FR-ca'] },
      { languages: 7 },
      { more: 1 },
    ])
      expect(() => parsePlan({ ...older, captions: hostile }), JSON.stringify(hostile)).toThrow(/captions/)
    const many = ['aa', 'ab', 'ae', 'af', 'ak', 'am', 'an', 'ar', 'as', 'av', 'ay', 'az', 'ba']
    expect(() => parsePlan({ ...older, captions: { languages: many } })).toThrow(/captions\.languages/)
  })

  test('has times with the offset of the venue', () => {
    expect(toPlanFile(fullPlan).startsAt).toBe('2030-05-06T09:30:00-02:30')
    expect(toPlanFile(plan).startsAt).toBe('2030-05-06T12:00:00+00:00')
  })
})

describe('over HTTP', () => {
  tellStory()
  let server: InProcessServer
  let roster: RosterClient
  beforeAll(async () => {
    server = await startInProcessServer()
    roster = new RosterClient(server)
  })
  afterAll(() => server.close())
  const planned = async () =>
    (await roster.request('GET', '/plan')).body as unknown as {
      phase: string
      version: string
      plan: ReturnType<typeof toPlanFile>
    }

  test('the plan is read, replaced as a whole, and sent to every screen', async () => {
    const chair = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.chair) })
    const { phase, plan: before } = await planned()
    expect(phase).toBe('planned')
    const { status, body } = await roster.request('PUT', '/plan', { plan: { ...before, title: 'Another title' } })
    expect([status, (body['plan'] as typeof before).title]).toEqual([200, 'Another title'])
    await chair.waitUntil(() => pickWording(chair.getPart<{ title: Wording }>('session').title, 'en') === 'Another title')
    chair.close()
  })

  test('[X69] the secretariat gets its caption languages, and changes by the secretariat are in the plan', async () => {
    const staff = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.secretariat) })
    const { plan: before } = await planned()
    const save = (captions: object) => roster.request('PUT', '/plan', { plan: { ...before, captions } })
    expect((await save({ kept: false, delay: 6, languages: ['fr'] })).status).toBe(200)
    await expect.poll(() => staff.getPart('captionSettings')).toEqual({ kept: false, delay: 6_000 })
    const listAddresses = async () =>
      (
        (await (await server.get('/api/staff/captions', { authorization: `Bearer ${staff.ticket.ticket}` })).json()) as {
          tracks: { address: string }[]
        }
      ).tracks
    const [french] = await listAddresses()
    await staff.send('captions.add', { language: 'en' as never })
    await staff.send('captions.set-delay', { delay: 0 as never })
    const { captions } = (await planned()).plan
    expect(captions).toEqual({ kept: false, delay: 0, languages: ['fr', 'en'] })
    expect((await save(captions)).status).toBe(200)
    expect((await listAddresses())[0]?.address).toBe(french?.address)
    expect((await save(before.captions)).status).toBe(200)
    expect(await listAddresses()).toEqual([])
    staff.close()
  })

  test('errors are reported with their position, and nothing is changed', async () => {
    const { plan: before } = await planned()
    const segments = before.segments.map((segment) => ({ ...segment, minutes: 0 }))
    const { status, body } = await roster.request('PUT', '/plan', { plan: { ...before, segments, colour: 'red' } })
    expect(status).toBe(422)
    expect(body.reason).toBe('plan-refused')
    expect(body['faults']).toEqual(expect.arrayContaining([expect.stringMatching(/^segments\.0\.minutes: /), 'unknown key "colour"']))
    expect((await planned()).plan).toEqual(before)
    for (const hostile of [[], 'x', 7, { ...before, groups: Array(5000).fill({}) }, JSON.parse('{"__proto__":{"title":"x"}}')])
      expect((await roster.request('PUT', '/plan', hostile)).status, JSON.stringify(hostile).slice(0, 40)).toBeGreaterThanOrEqual(400)
    expect((await planned()).plan).toEqual(before)
  })

  test('a group with registered people cannot be removed', async () => {
    const { plan: before } = await planned()
    const fewer = { ...before, groups: before.groups.filter(({ id }) => id !== ('government' as GroupId)) }
    expect(await roster.request('PUT', '/plan', { plan: fewer })).toEqual({ status: 409, body: { reason: 'group-in-use' } })
  })

  test('[S12] if two save at once, the second gets a conflict and changes nothing; without a version the last save wins', async () => {
    const { version, plan: before } = await planned()
    const save = (venue: string) => roster.request('PUT', '/plan', { version, plan: { ...before, venue } })
    const answers = await Promise.all([save('One hall'), save('Another hall')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({ reason: 'conflict' })
    const after = await planned()
    expect(after.plan.venue).toBe(answers[0]?.status === 200 ? 'One hall' : 'Another hall')
    expect(after.version).not.toBe(version)
    expect((await roster.request('PUT', '/plan', { plan: before })).status).toBe(200)
    expect((await planned()).version).toBe(version)
  })

  test('a file with the plan creates another session', async () => {
    const file = await (await roster.fetchRaw('GET', '/plan.yaml')).text()
    const made = await server.post('/api/sessions', { file }, { authorization: `Bearer ${roster.organizerSecret}` })
    expect([made.status, await made.json()]).toMatchObject([201, { title: 'Another title', phase: 'planned' }])
    const bad = await server.post('/api/sessions', { file: 'title: [' }, { authorization: `Bearer ${roster.organizerSecret}` })
    expect([bad.status, await bad.json()]).toMatchObject([422, { reason: 'plan-refused', faults: [expect.stringContaining('line 1')] }])
  })

  test('nobody else can read or change the plan, not even the chair', async () => {
    const ticket = await roster.issueTicket('chair')
    for (const [method, path] of [
      ['GET', '/plan'],
      ['PUT', '/plan'],
      ['GET', '/plan.yaml'],
    ] as const)
      expect(await roster.request(method, path, method === 'PUT' ? {} : undefined, ticket)).toEqual({
        status: 403,
        body: { reason: 'organizer-only' },
      })
  })

  test('the plan cannot be changed once the session is open', async () => {
    const { plan: before } = await planned()
    const chair = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.chair) })
    expect(await chair.send('session.open', {})).toEqual({ ok: true })
    chair.close()
    expect(await roster.request('PUT', '/plan', { plan: before })).toEqual({ status: 409, body: { reason: 'session-started' } })
  })
})
