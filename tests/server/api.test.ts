/** The HTTP interface as its document has it: complete, valid, and true of every answer. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiClient, type Asked } from '../support/api-client.ts'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'

let doors: Doors
let client: ApiClient
let organiser: string
type Route = { readonly method: string | readonly string[]; readonly url: string }
const routes: { readonly method: string; readonly url: string }[] = []

beforeAll(async () => {
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: { addHook(name: 'onRoute', hook: (route: Route) => void): void } }
    fastify.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((one) => ({ method: one, url }))))
  }
  subscribe('fastify.initialization', watch)
  doors = await openDoors()
  unsubscribe('fastify.initialization', watch)
  client = await ApiClient.from(`http://127.0.0.1:${doors.app.port()}`)
  organiser = secretIn(doors.given.organiser)
})
afterAll(() => doors.close())

const ask = <T = Record<string, unknown>>(id: string, asked: Asked = {}) => client.call<T>(id, { secret: organiser, ...asked })
const whyOf = async (id: string, asked: Asked) => {
  const { status, body } = await ask<{ why?: string }>(id, asked)
  return [status, body.why]
}
type Session = { readonly id: string; readonly title: string; readonly startsAt: number; readonly archived: boolean }
const made = async (): Promise<Session> => (await ask<Session>('makeSession', { body: { template: 'blank' } })).body

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(client.document))
    expect([valid, errors]).toEqual([true, undefined])
    expect(client.document.openapi).toBe('3.1.0')
  })

  test('has every route, with a summary, answers and refusals, and nothing else', () => {
    const isPage = (url: string) => url.startsWith('/api/docs')
    const served = routes.filter(({ method, url }) => url.startsWith('/api/') && !isPage(url) && !/^(HEAD|OPTIONS)$/.test(method))
    expect(served.length).toBeGreaterThan(25)
    const documented = Object.entries(client.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(documented.sort()).toEqual(served.map(({ method, url }) => `${method} ${url}`).sort())
    for (const { operationId, summary, tags, responses } of client.operations) {
      expect([operationId, summary, tags]).toEqual([
        expect.stringMatching(/^\w+$/),
        expect.stringMatching(/^[A-Z].*[^.]$/),
        [expect.any(String)],
      ])
      const statuses = Object.keys(responses)
      expect([operationId, statuses.filter((status) => status < '300').length, statuses.includes('503')]).toEqual([operationId, 1, true])
      for (const { description } of Object.values(responses)) expect(description).toMatch(/\.$/)
    }
    const names = client.operations.map(({ operationId }) => operationId)
    expect(names).toEqual([...new Set(names)])
  })

  test('names every secret that it asks for', () => {
    const known = Object.keys(client.document.components.securitySchemes)
    const asked = client.operations.flatMap(({ security }) => security.flatMap((one) => Object.keys(one)))
    expect([...new Set(asked)].sort()).toEqual(known.sort())
  })

  test('is named, with its page, in docs/api.md', () => {
    const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
    for (const path of ['/api/openapi.json', '/api/docs']) expect(page).toContain(path)
  })
})

describe('a client made from the document', () => {
  test('makes sessions from a template, from a file and as a copy; lists, sets aside and deletes them', async () => {
    const first = await ask<Session>('makeSession', { body: { template: 'blank', title: 'Given title', startsAt: '2031-01-02T03:04:00Z' } })
    expect([first.status, first.body.title, first.body.startsAt]).toEqual([201, 'Given title', Date.UTC(2031, 0, 2, 3, 4)])
    const params = { id: first.body.id }
    const file = (await ask<string>('downloadPlan', { params })).body
    expect(file).toContain('title: Given title')
    const copies = [{ file }, { copyOf: params.id, people: true }].map((body) => ask<Session>('makeSession', { body }))
    for (const { status, body } of await Promise.all(copies)) {
      expect([status, body.title]).toEqual([201, 'Given title'])
      expect((await ask('deleteSession', { params: { id: body.id } })).body).toEqual({ deleted: body.id })
    }
    expect((await ask<Session>('archiveSession', { params, body: { archived: true } })).body.archived).toBe(true)
    const { body: listed } = await ask<{ sessions: readonly Session[] }>('listSessions')
    expect(listed.sessions.find(({ id }) => id === params.id)?.archived).toBe(true)
    await ask('deleteSession', { params })
    expect(await whyOf('deleteSession', { params })).toEqual([404, 'no-such-session'])
    expect(await whyOf('makeSession', { body: { copyOf: params.id } })).toEqual([404, 'no-such-session'])
    expect(await ask('makeSession', { body: { file: 'title: 7' } })).toMatchObject({ status: 422, body: { why: 'plan-refused' } })
  })

  test('reads the plan of every template, changes it, and is told what is wrong with it', async () => {
    const { templates } = (await ask<{ templates: readonly string[] }>('listSessions')).body
    for (const template of templates) {
      const params = { id: (await ask<Session>('makeSession', { body: { template } })).body.id }
      const { plan } = (await ask<{ plan: Record<string, unknown> }>('readPlan', { params })).body
      const changed = await ask<{ plan: object }>('changePlan', { params, body: { ...plan, title: 'Changed' } })
      expect([changed.status, changed.body.plan]).toEqual([200, { ...plan, title: 'Changed' }])
      const faulty = await ask('changePlan', { params, body: { ...plan, title: '', segments: [] } })
      expect(faulty).toMatchObject({
        status: 422,
        body: { why: 'plan-refused', faults: [expect.stringMatching(/^title: /), expect.any(String)] },
      })
      await ask('deleteSession', { params })
    }
    expect(await whyOf('readPlan', { params: { id: 'none' } })).toEqual([404, 'no-such-session'])
  })

  test('reads links, renews one, enters by it, and asks what only the desk may', async () => {
    const params = { id: (await made()).id }
    type Links = {
      readonly code: string
      readonly links: readonly { readonly person: string; readonly role: string; readonly url: string }[]
    }
    const { links, code } = (await ask<Links>('readLinks', { params })).body
    const renewed = await ask<{ url: string }>('renewLink', { params: { ...params, person: 'chair' }, body: {} })
    expect(renewed.body.url).not.toBe(links.find(({ role }) => role === 'chair')?.url)
    const old = await client.call('enter', { body: { link: secretIn(links.find(({ role }) => role === 'chair')?.url) } })
    expect(old).toEqual({ status: 404, body: { why: 'no-such-link' } })
    const { body: chair } = await client.call<{ ticket: string }>('enter', { body: { link: secretIn(renewed.body.url) } })
    const drive = { secret: chair.ticket }
    expect((await client.call('previewOrder', { ...drive, params: { mode: 'rotate', recommend: 'false' } })).body).toEqual({ line: [] })
    expect((await client.call('findRegistered', { ...drive, params: { find: '' } })).status).toBe(200)
    expect(await whyOf('previewOrder', { params: { mode: 'rotate', recommend: 'false' } })).toEqual([403, 'forbidden'])
    expect(await whyOf('previewOrder', { ...drive, params: { mode: 'first', recommend: 'false' } })).toEqual([400, 'malformed'])
    expect(await whyOf('readMe', drive)).toEqual([403, 'forbidden'])
    expect((await client.call('readCode', { body: { code } })).status).toBe(200)
    const rotated = await ask<{ code: string }>('rotateCode', { params })
    expect(rotated.body.code).not.toBe(code)
    expect(await client.call('readCode', { body: { code } })).toEqual({ status: 404, body: { why: 'no-such-code' } })
  })

  test('enters by the join code, says something of oneself, and comes back by the link', async () => {
    const id = doors.session.id
    const person = { entity: 'Association of libraries', group: 'civil-society', channel: 'remote', named: false }
    type Entered = { readonly ticket: string; readonly link: string; readonly person: string }
    const { status, body } = await client.call<Entered>('enter', { body: { code: doors.given.code, person } })
    expect(status).toBe(200)
    const own = { secret: body.ticket }
    expect((await client.call('readMe', own)).body).toEqual({ named: false })
    expect((await client.call('changeMe', { ...own, body: { named: true } })).body).toEqual({ named: true })
    const back = await client.call<Entered>('enter', { body: { link: body.link } })
    expect([back.status, back.body.person]).toEqual([200, body.person])
    expect((await client.call<string>('downloadCalendar', { params: { id }, secret: body.link })).body).toContain('BEGIN:VEVENT')
    expect(await whyOf('downloadCalendar', { params: { id, person: 'chair' }, secret: body.link })).toEqual([403, 'forbidden'])
    const wrong = [
      [{ link: 'x' }, 404, 'no-such-link'],
      [{ code: 'AAAAAAAA', person }, 404, 'no-such-code'],
      [{ code: doors.given.code, person: { ...person, group: 'martians' } }, 422, 'no-such-group'],
      [{ code: doors.given.code, person: { ...person, entity: 'Chair' } }, 422, 'text-refused'],
    ] as const
    for (const [sent, code, why] of wrong) expect(await whyOf('enter', { body: sent })).toEqual([code, why])
    const { code } = (await ask<{ code: string }>('readLinks', { params: { id: (await made()).id } })).body
    expect(await whyOf('enter', { body: { code, person: { ...person, group: null } } })).toEqual([403, 'walk-ins-closed'])
  })

  test('keeps the roster: adds, finds, corrects, checks in, relinks, revokes and forgets', async () => {
    const { id } = await made()
    const person = { entity: 'Federation of archives', group: null, channel: 'remote', name: 'As Written', email: 'one@example.org' }
    const { status, body: added } = await ask<{ person: string; url: string }>('addPerson', { params: { id }, body: person })
    expect(status).toBe(201)
    const { ticket } = (await client.call<{ ticket: string }>('enter', { body: { link: secretIn(added.url) } })).body
    expect((await client.call('readDeclines', { secret: ticket, body: { receipts: [] } })).body).toEqual({ declined: [] })
    const params = { id, person: added.person }
    expect((await ask('findPeople', { params: { id, find: 'archives', page: '1', channel: 'remote' } })).body).toMatchObject({ total: 1 })
    expect((await ask('correctPerson', { params, body: { language: 'French' } })).body).toMatchObject({
      language: 'fr',
      name: 'As Written',
    })
    expect((await ask('markArrived', { params, body: { arrived: true } })).body).toMatchObject({ presence: 'arrived' })
    expect((await ask<{ url: string }>('renewPersonLink', { params })).body.url).not.toBe(added.url)
    const refused = [
      [{ ...person, name: 'Chair' }, 422, 'office-imitated'],
      [{ ...person, entity: '' }, 422, 'text-empty'],
      [{ ...person, entity: 'x'.repeat(121) }, 422, 'text-too-long'],
      [{ ...person, entity: 'a\ud800' }, 422, 'text-refused'],
      [{ ...person, email: 'none' }, 422, 'email-refused'],
      [{ ...person, external: 'constructor' }, 422, 'id-refused'],
      [{ ...person, language: 'Klingon!' }, 422, 'language-unclear'],
      [{ ...person, email: 'ONE@example.org' }, 409, 'email-taken'],
      [{ ...person, email: 'two@example.org', group: 'martians' }, 422, 'no-such-group'],
    ] as const
    for (const [body, code, why] of refused) expect(await whyOf('addPerson', { params: { id }, body })).toEqual([code, why])
    expect((await ask('revokePerson', { params })).body).toMatchObject({ revoked: true })
    expect(await whyOf('correctPerson', { params, body: {} })).toEqual([403, 'person-revoked'])
    expect(await whyOf('revokePerson', { params: { id, person: 'nobody' } })).toEqual([404, 'no-such-person'])
    expect((await ask('forgetPeople', { params: { id } })).body).toEqual({ forgotten: 1 })
  })

  test('copies and invites whoever is registered, panellists too, and no office', async () => {
    const { id } = await made()
    const panellist = { role: 'panellist', entity: 'Institute of archives', group: null, channel: 'room' }
    await ask('addPerson', { params: { id }, body: panellist })
    const copy = (await ask<Session>('makeSession', { body: { copyOf: id, people: true } })).body
    const { body } = await ask<{ people: readonly { entity: string; role: string }[] }>('findPeople', { params: { id: copy.id } })
    expect(body.people).toMatchObject([{ entity: 'Institute of archives', role: 'panellist' }])
    const rows = (await ask<string>('downloadInvitations', { params: { id: copy.id } })).body.trim().split('\r\n')
    expect(rows).toEqual([expect.stringContaining('organization'), expect.stringContaining('Institute of archives')])
  })

  test('looks at lists, imports them, and sends what they come to', async () => {
    const { id } = await made()
    const params = { id }
    const csv = (...rows: readonly string[]) => ({
      params,
      type: 'text/csv',
      body: ['Represents,group,channel,name,email', ...rows].join('\n'),
    })
    const named = { ...params, columns: '{"entity":"Represents"}' }
    const good = csv('Réseau,none,room,As Written,a@example.org', 'Federation,none,remote,,')
    expect((await ask('previewList', { ...good, params: named })).body).toMatchObject({ counts: { fresh: 2 }, faults: [], repeated: false })
    expect((await ask('importList', { ...good, params: named })).body).toMatchObject({ counts: { fresh: 2 }, repeated: false })
    expect((await ask('importList', { ...good, params: named })).body).toMatchObject({ repeated: true })
    const bad = { ...csv('Réseau,martians,moon,Chair,x', 'few'), params: named }
    expect((await ask('previewList', bad)).body).toMatchObject({ faultCount: 5 })
    expect(await ask('importList', bad)).toMatchObject({ status: 422, body: { why: 'rows-refused', faultCount: 5 } })
    expect(await ask('importList', good)).toEqual({ status: 422, body: { why: 'csv-column-missing', about: 'entity' } })
    expect(await ask('previewList', { params, type: 'text/csv', body: 'a\n"x' })).toMatchObject({
      status: 422,
      body: { why: 'csv-quotes' },
    })
    expect(await whyOf('previewList', { ...good, params: { ...params, columns: '{' } })).toEqual([400, 'malformed'])
    expect(await whyOf('previewList', { params, body: {} })).toEqual([415, 'csv-only'])
    expect(await whyOf('importList', { params, type: 'text/csv', body: 'x'.repeat(2_100_000) })).toEqual([413, 'too-large'])
    expect((await ask<string>('downloadInvitations', { params })).body).toContain('As Written')
    expect((await ask<string>('downloadCalendar', { params })).body).toContain('BEGIN:VCALENDAR')
    expect(await whyOf('downloadCalendar', { params: { id, person: 'nobody' } })).toEqual([404, 'no-such-person'])
  })

  test('begins a rehearsal, and deletes it with its session', async () => {
    const { id } = await made()
    const { status, body } = await ask<{ session: string }>('beginRehearsal', { params: { id }, body: { people: 1 } })
    expect(status).toBe(201)
    expect(await whyOf('beginRehearsal', { params: { id }, body: { speed: 1_000 } })).toEqual([400, 'malformed'])
    await ask('deleteSession', { params: { id } })
    expect(await whyOf('readPlan', { params: { id: body.session } })).toEqual([404, 'no-such-session'])
  })

  test('takes the record as it is shown, and in every format', async () => {
    const params = { id: (await made()).id }
    const { body } = await ask('readRecord', { params: { ...params, public: 'true', notes: 'true' } })
    expect((await ask('downloadRecordJson', { params })).status).toBe(200)
    expect(Object.keys(body).length).toBeGreaterThan(3)
    expect((await ask<string>('downloadRecordMarkdown', { params: { ...params, language: 'fr' } })).body).toContain('New session')
    for (const format of ['Document', 'Workbook', 'Tables'])
      expect((await ask<Buffer>(`downloadRecord${format}`, { params })).body.subarray(0, 2).toString()).toBe('PK')
    expect(await whyOf('readRecord', { params: { ...params, public: 'perhaps' } })).toEqual([400, 'malformed'])
    expect(await whyOf('downloadRecordJson', { params, secret: 'x' })).toEqual([403, 'forbidden'])
  })

  test('makes a token, uses it, and revokes it', async () => {
    const { status, body } = await ask<{ id: string; token: string }>('makeToken', { body: { name: 'Registration system' } })
    expect(status).toBe(201)
    expect((await client.call('listSessions', { secret: body.token })).status).toBe(200)
    expect(await whyOf('listTokens', { secret: body.token })).toEqual([401, 'organiser-only'])
    expect((await ask('listTokens')).body).toMatchObject({ tokens: [{ id: body.id }] })
    expect((await ask('revokeToken', { params: { token: body.id } })).body).toEqual({ deleted: body.id })
    expect(await whyOf('revokeToken', { params: { token: body.id } })).toEqual([404, 'no-such-token'])
    expect(await whyOf('listSessions', { secret: body.token })).toEqual([401, 'organiser-only'])
    expect(await whyOf('makeToken', { body: { name: ' ' } })).toEqual([422, 'text-empty'])
  })

  test('has used all that there is', async () => {
    await client.call('readDocument')
    const used = (id: string) => client.met.has(`${id} 200`) || client.met.has(`${id} 201`)
    expect(client.operations.map(({ operationId }) => operationId).filter((id) => !used(id))).toEqual([])
  })
})

describe.runIf(hasBrowser())('the page', () => {
  test('shows every route, from here alone, under the policy of all pages, and sends nothing', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      const wrong: string[] = []
      page.on('console', (line) => void (line.type() === 'error' && wrong.push(line.text())))
      page.on('pageerror', ({ message }) => void wrong.push(message))
      page.on('request', (request) => void (new URL(request.url()).origin !== base && wrong.push(request.url())))
      const base = `http://127.0.0.1:${doors.app.port()}`
      const answer = await page.goto(`${base}/api/docs`)
      expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self';/)
      await page.locator('.opblock').first().waitFor()
      expect(await page.locator('.opblock').count()).toBe(client.operations.length)
      await page.locator('#operations-Sessions-makeSession .opblock-summary-control').click()
      await page.getByText('organiser-only').first().waitFor()
      expect(await page.locator('.try-out, .authorize:visible, input[type=password]').count()).toBe(0)
      expect(wrong).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
