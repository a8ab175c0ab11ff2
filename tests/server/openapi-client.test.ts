/** A client built from the OpenAPI document uses every operation. The document describes every answer that the client gets. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ApiClient, type ApiRequest } from '../support/api-client.ts'
import { useBooth } from '../support/booth-operations.ts'
import { useCaptions } from '../support/caption-operations.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { useRecord } from '../support/record-operations.ts'
import { tellStory } from '../support/story.ts'
import { useSessionToken } from '../support/token-operations.ts'
import { useWebhooks } from '../support/webhook-operations.ts'

let server: InProcessServer
let client: ApiClient
let organizer: string
let mailServer: MailServer
beforeAll(async () => {
  mailServer = await startMailServer()
  server = await startInProcessServer({ variables: { ...mailServer.variables, ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' } })
  client = await ApiClient.connect(`http://127.0.0.1:${server.app.getPort()}`)
  organizer = getSecret(server.startupLinks.organizer)
})
afterAll(async () => {
  await server.close()
  await mailServer.close()
})

const callApi = <T = Record<string, unknown>>(id: string, request: ApiRequest = {}) => client.call<T>(id, { secret: organizer, ...request })
const callForReason = async (id: string, request: ApiRequest) => {
  const { status, body } = await callApi<{ reason?: string }>(id, request)
  return [status, body.reason]
}
type SessionReply = { readonly id: string; readonly title: string; readonly startsAt: number; readonly archived: boolean }
const createTestSession = async (): Promise<SessionReply> =>
  (await callApi<SessionReply>('createSession', { body: { template: 'blank' } })).body

describe('a client made from the document', () => {
  tellStory()
  test('creates sessions from a template, from a file and as a copy; lists, archives and deletes them', async () => {
    const wanted = { template: 'blank', title: 'Given title', startsAt: '2031-01-02T03:04:00Z' }
    const first = await callApi<SessionReply>('createSession', { body: wanted })
    expect([first.status, first.body.title, first.body.startsAt]).toEqual([201, 'Given title', Date.UTC(2031, 0, 2, 3, 4)])
    const params = { id: first.body.id }
    const file = (await callApi<string>('downloadPlan', { params })).body
    expect(file).toContain('title: Given title')
    const copies = [{ file }, { copyOf: params.id, people: true }].map((body) => callApi<SessionReply>('createSession', { body }))
    for (const { status, body } of await Promise.all(copies)) {
      expect([status, body.title]).toEqual([201, 'Given title'])
      expect((await callApi('deleteSession', { params: { id: body.id } })).body).toEqual({ deleted: body.id })
    }
    expect((await callApi<SessionReply>('archiveSession', { params, body: { archived: true } })).body.archived).toBe(true)
    const { body: listed } = await callApi<{ sessions: readonly SessionReply[] }>('listSessions')
    expect(listed.sessions.find(({ id }) => id === params.id)?.archived).toBe(true)
    await callApi('deleteSession', { params })
    expect(await callForReason('deleteSession', { params })).toEqual([404, 'no-such-session'])
    expect(await callForReason('createSession', { body: { copyOf: params.id } })).toEqual([404, 'no-such-session'])
    expect(await callApi('createSession', { body: { file: 'title: 7' } })).toMatchObject({ status: 422, body: { reason: 'plan-refused' } })
  })

  test('reads and changes the plan of every template, and gets its faults', async () => {
    const { templates } = (await callApi<{ templates: readonly string[] }>('listSessions')).body
    for (const template of templates) {
      const params = { id: (await callApi<SessionReply>('createSession', { body: { template } })).body.id }
      const { plan } = (await callApi<{ plan: Record<string, unknown> }>('readPlan', { params })).body
      const changed = await callApi<{ plan: object }>('changePlan', { params, body: { plan: { ...plan, title: 'Changed' } } })
      expect([changed.status, changed.body.plan]).toEqual([200, { ...plan, title: 'Changed' }])
      const faulty = await callApi('changePlan', { params, body: { plan: { ...plan, title: '', segments: [] } } })
      expect(faulty).toMatchObject({
        status: 422,
        body: { reason: 'plan-refused', faults: [expect.stringMatching(/^title: /), expect.any(String)] },
      })
      await callApi('deleteSession', { params })
    }
    expect(await callForReason('readPlan', { params: { id: 'none' } })).toEqual([404, 'no-such-session'])
  })

  test('reads links, renews one, gets a ticket by it, and calls the staff routes', async () => {
    const params = { id: (await createTestSession()).id }
    type Links = {
      readonly code: string
      readonly links: readonly { readonly person: string; readonly role: string; readonly url: string }[]
    }
    const { links, code } = (await callApi<Links>('listLinks', { params })).body
    const officer = { office: 'rapporteur', duties: ['notes'], name: null, idempotencyKey: 'a'.repeat(22) }
    const added = await callApi<{ person: string; office: object }>('addOfficer', { params, body: officer })
    expect(added.body.office).toEqual({ office: 'rapporteur', duties: ['notes'], number: 1 })
    const { person } = added.body
    const granted = await callApi<{ office: { duties: readonly string[] } }>('setDuties', {
      params: { ...params, person },
      body: { duties: ['questions'] },
    })
    expect(granted.body.office.duties).toEqual(['questions'])
    expect((await callApi('endOfficer', { params: { ...params, person }, body: {} })).body).toEqual({ ended: person })
    const renewed = await callApi<{ url: string }>('renewLink', { params: { ...params, person: 'chair' }, body: {} })
    expect(renewed.body.url).not.toBe(links.find(({ role }) => role === 'chair')?.url)
    const old = await client.call('issueTicket', { body: { link: getSecret(links.find(({ role }) => role === 'chair')?.url) } })
    expect(old).toEqual({ status: 404, body: { reason: 'no-such-link' } })
    const { body: chair } = await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(renewed.body.url) } })
    const asChair = { secret: chair.ticket }
    const rule = { ...asChair, params: { mode: 'rotate', suggestOnly: 'false' } }
    expect((await client.call('previewOrder', rule)).body).toEqual({ order: [] })
    expect((await client.call('previewSwap', { ...asChair, params: { entry: 'one', with: 'other' } })).body).toEqual({ order: [] })
    expect((await client.call('findRegistered', { ...asChair, params: { find: '' } })).status).toBe(200)
    expect((await client.call('findPhone', { ...asChair, params: { person: 'panel' } })).body).toEqual({ phone: null })
    for (const list of ['listTypedNames', 'listSpokenNames']) expect((await client.call(list, asChair)).body).toEqual({ names: [] })
    expect((await client.call('findRehearsal', asChair)).body).toEqual({ phase: null })
    expect(await callForReason('findRehearsal', {})).toEqual([403, 'forbidden'])
    expect(await callForReason('previewOrder', { params: rule.params })).toEqual([403, 'forbidden'])
    expect(await callForReason('previewOrder', { ...asChair, params: { mode: 'first', suggestOnly: 'false' } })).toEqual([400, 'malformed'])
    expect(await callForReason('getMe', asChair)).toEqual([403, 'forbidden'])
    expect((await client.call('findByCode', { body: { code } })).status).toBe(200)
    const rotated = await callApi<{ code: string }>('renewJoinCode', { params })
    expect(rotated.body.code).not.toBe(code)
    expect(await client.call('findByCode', { body: { code } })).toEqual({ status: 404, body: { reason: 'no-such-code' } })
  })

  test('joins by code, changes its own consent, and returns by the link', async () => {
    const id = server.session.id
    const person = { entity: 'Association of libraries', group: 'civil-society', channel: 'remote', nameInRecord: false }
    type Entered = { readonly ticket: string; readonly link: string; readonly person: string }
    const { status, body } = await client.call<Entered>('issueTicket', { body: { code: server.startupLinks.code, person } })
    expect(status).toBe(200)
    const own = { secret: body.ticket }
    expect((await client.call('getMe', own)).body).toEqual({ name: null, nameInRecord: false })
    const named = { nameInRecord: true, name: 'A name' }
    expect((await client.call('updateMe', { ...own, body: named })).body).toEqual(named)
    expect((await client.call('changeMyChannel', { ...own, body: { channel: 'remote' } })).body).toEqual({ channel: 'remote' })
    expect(await callForReason('updateMe', { ...own, body: { nameInRecord: true, name: 'Chair' } })).toEqual([422, 'office-imitated'])
    const back = await client.call<Entered>('issueTicket', { body: { link: body.link } })
    expect([back.status, back.body.person]).toEqual([200, body.person])
    expect((await client.call<string>('downloadCalendar', { params: { id }, secret: body.link })).body).toContain('BEGIN:VEVENT')
    expect(await callForReason('downloadCalendar', { params: { id, person: 'chair' }, secret: body.link })).toEqual([401, 'forbidden'])
    const wrong = [
      [{ link: 'x' }, 404, 'no-such-link'],
      [{ code: 'AAAAAAAA', person }, 404, 'no-such-code'],
      [{ code: server.startupLinks.code, person: { ...person, group: 'martians' } }, 422, 'no-such-group'],
      [{ code: server.startupLinks.code, person: { ...person, entity: 'Chair' } }, 422, 'text-refused'],
    ] as const
    for (const [sent, code, reason] of wrong) expect(await callForReason('issueTicket', { body: sent })).toEqual([code, reason])
    const { code } = (await callApi<{ code: string }>('listLinks', { params: { id: (await createTestSession()).id } })).body
    expect(await callForReason('issueTicket', { body: { code, person: { ...person, group: null } } })).toEqual([403, 'walk-ins-closed'])
  })

  test('edits the roster: add, find, correct, check in, renew a link, revoke and delete personal data', async () => {
    const { id } = await createTestSession()
    const person = { entity: 'Federation of archives', group: null, channel: 'remote', name: 'As Written', email: 'one@example.org' }
    const { status, body: added } = await callApi<{ person: string; url: string }>('addPerson', { params: { id }, body: person })
    expect(status).toBe(201)
    const { ticket } = (await client.call<{ ticket: string }>('issueTicket', { body: { link: getSecret(added.url) } })).body
    expect((await client.call('listDeclined', { secret: ticket, body: { receipts: [] } })).body).toEqual({ declined: [] })
    const params = { id, person: added.person }
    const asked = { id, find: 'archives', page: '1', channel: 'remote' }
    expect((await callApi('searchRoster', { params: asked })).body).toMatchObject({ total: 1 })
    const { body: french } = await callApi('updatePerson', { params, body: { language: 'French' } })
    expect(french).toMatchObject({ language: 'fr', name: 'As Written' })
    expect((await callApi('checkIn', { params, body: { checkedIn: true } })).body).toMatchObject({ presence: 'checked-in' })
    expect((await callApi<{ url: string }>('renewPersonLink', { params })).body.url).not.toBe(added.url)
    const refused = [
      [{ ...person, name: 'Chair' }, 422, 'office-imitated'],
      [{ ...person, entity: '' }, 422, 'text-empty'],
      [{ ...person, entity: 'x'.repeat(161) }, 422, 'text-too-long'],
      [{ ...person, entity: 'a\ud800' }, 422, 'text-refused'],
      [{ ...person, email: 'none' }, 422, 'email-refused'],
      [{ ...person, externalId: 'constructor' }, 422, 'id-refused'],
      [{ ...person, language: 'Klingon!' }, 422, 'language-unclear'],
      [{ ...person, email: 'ONE@example.org' }, 409, 'email-taken'],
      [{ ...person, email: 'two@example.org', group: 'martians' }, 422, 'no-such-group'],
    ] as const
    for (const [body, code, reason] of refused) expect(await callForReason('addPerson', { params: { id }, body })).toEqual([code, reason])
    expect((await callApi('revokePerson', { params })).body).toMatchObject({ revoked: true })
    expect((await callApi('reinstatePerson', { params, body: {} })).body).toMatchObject({ person: params.person })
    expect((await callApi('revokePerson', { params })).body).toMatchObject({ revoked: true })
    expect(await callForReason('updatePerson', { params, body: {} })).toEqual([403, 'person-revoked'])
    expect(await callForReason('revokePerson', { params: { id, person: 'nobody' } })).toEqual([404, 'no-such-person'])
    expect(await callForReason('setWalkInPlaces', { params: { id }, body: { places: 9 } })).toEqual([403, 'walk-ins-closed'])
    expect((await callApi('setWalkInPlaces', { params: { id: server.session.id }, body: { places: 900 } })).body).toEqual({ places: 900 })
    expect((await callApi('erasePeople', { params: { id } })).body).toEqual({ forgotten: 1 })
  })

  test('copies and invites registered people, including panellists, but no officers', async () => {
    const { id } = await createTestSession()
    const panellist = { role: 'panellist', entity: 'Institute of archives', group: null, channel: 'room' }
    await callApi('addPerson', { params: { id }, body: panellist })
    const copy = (await callApi<SessionReply>('createSession', { body: { copyOf: id, people: true } })).body
    const { body } = await callApi<{ people: readonly { entity: string; role: string }[] }>('searchRoster', { params: { id: copy.id } })
    expect(body.people).toMatchObject([{ entity: 'Institute of archives', role: 'panellist' }])
    const rows = (await callApi<string>('exportInvitations', { params: { id: copy.id } })).body.trim().split('\r\n')
    expect(rows).toEqual([expect.stringContaining('organization'), expect.stringContaining('Institute of archives')])
  })

  test('previews and imports lists, downloads and sends invitations, and downloads cards and calendar entries', async () => {
    const { id } = await createTestSession()
    const params = { id }
    const header = 'Represents,group,channel,name,email'
    const csv = (...rows: readonly string[]) => ({ params, type: 'text/csv', body: [header, ...rows].join('\n') })
    const mapped = { ...params, columns: '{"entity":"Represents"}' }
    const good = csv('Réseau,none,room,As Written,a@example.org', 'Federation,none,remote,,')
    const previewed = (await callApi('previewList', { ...good, params: mapped })).body
    expect(previewed).toMatchObject({ counts: { fresh: 2 }, faults: [], repeated: false })
    for (const repeated of [false, true])
      expect((await callApi('importList', { ...good, params: mapped })).body).toMatchObject({ counts: { fresh: 2 }, repeated })
    expect((await callApi('matchListValue', { params, body: { field: 'group', written: 'Gov', value: 'none' } })).status).toBe(200)
    const bad = { ...csv('Réseau,martians,moon,Chair,x', 'few'), params: mapped }
    expect((await callApi('previewList', bad)).body).toMatchObject({ faultCount: 5 })
    expect(await callApi('importList', bad)).toMatchObject({ status: 422, body: { reason: 'rows-refused', faultCount: 5 } })
    expect(await callApi('importList', good)).toMatchObject({
      status: 422,
      body: { reason: 'columns-refused', columnFaults: [{ reason: 'column-missing', field: 'entity', header: null }] },
    })
    expect(await callApi('previewList', { params, type: 'text/csv', body: 'a\n"x' })).toMatchObject({
      status: 422,
      body: { reason: 'list-quotes' },
    })
    expect(await callForReason('previewList', { ...good, params: { ...params, columns: '{' } })).toEqual([400, 'malformed'])
    expect(await callForReason('previewList', { params, body: {} })).toEqual([415, 'list-only'])
    expect(await callForReason('importList', { params, type: 'text/csv', body: 'x'.repeat(2_100_000) })).toEqual([413, 'too-large'])
    expect((await callApi<string>('exportInvitations', { params })).body).toContain('As Written')
    expect((await callApi<string>('downloadCalendar', { params })).body).toContain('BEGIN:VCALENDAR')
    expect(await callForReason('downloadCalendar', { params: { id, person: 'nobody' } })).toEqual([404, 'no-such-person'])
    expect((await callApi('reportInvitations', { params })).body).toMatchObject({ mailing: null, recipients: { unsent: 1 } })
    const mailing = { id: 'm'.repeat(22), scope: 'unsent', language: 'fr', expected: 1 }
    expect(await callForReason('sendInvitations', { params, body: { ...mailing, expected: 2 } })).toEqual([409, 'conflict'])
    expect((await callApi('sendInvitations', { params, body: mailing })).body).toMatchObject({ recipients: { all: 1 } })
    await vi.waitFor(async () => expect((await callApi('reportInvitations', { params })).body).toMatchObject({ sent: 1 }))
    const returned = { email: 'a@example.org' }
    expect((await callApi('noteReturned', { params, body: returned })).body).toMatchObject({ sent: 0, refusedCount: 1 })
    expect(await callForReason('noteReturned', { params, body: { email: 'b@example.org' } })).toEqual([404, 'not-invited'])
    expect((await callApi('stopInvitations', { params })).body).toMatchObject({ mailing: { waiting: 0 } })
    const cards = (await callApi<{ people: readonly { url: string | null }[] }>('listCards', { params: { id, links: 'yes' } })).body
    expect(cards.people.map(({ url }) => typeof url)).toEqual(['string', 'string'])
  })

  test('starts a rehearsal, and deletes it with its session', async () => {
    const { id } = await createTestSession()
    const { status, body } = await callApi<{ session: string; opensIn: number }>('startRehearsal', { params: { id }, body: { people: 1 } })
    expect(body.opensIn).toBe(60)
    expect(status).toBe(201)
    expect(await callForReason('startRehearsal', { params: { id }, body: { speed: 1_000 } })).toEqual([400, 'malformed'])
    await callApi('deleteSession', { params: { id } })
    expect(await callForReason('readPlan', { params: { id: body.session } })).toEqual([404, 'no-such-session'])
  })

  test('creates a token, uses it, and revokes it', async () => {
    const { status, body } = await callApi<{ id: string; secret: string }>('createToken', { body: { name: 'Registration system' } })
    expect(status).toBe(201)
    expect((await client.call('listSessions', { secret: body.secret })).status).toBe(200)
    expect(await callForReason('listTokens', { secret: body.secret })).toEqual([403, 'organizer-only'])
    expect((await callApi('listTokens')).body).toMatchObject({ tokens: [{ id: body.id }] })
    expect((await callApi('revokeToken', { params: { token: body.id } })).body).toEqual({ deleted: body.id })
    expect(await callForReason('revokeToken', { params: { token: body.id } })).toEqual([404, 'no-such-token'])
    expect(await callForReason('listSessions', { secret: body.secret })).toEqual([401, 'organizer-only'])
    expect(await callForReason('createToken', { body: { name: ' ' } })).toEqual([422, 'text-empty'])
  })

  test('gives an organizer access, renews the link, and ends it', async () => {
    const { status, body } = await callApi<{ id: string; url: string }>('addOrganizer', { body: { name: 'Conference services' } })
    expect(status).toBe(201)
    const params = { organizer: body.id }
    const { url } = (await callApi<{ url: string }>('renewOrganizer', { params, body: {} })).body
    expect((await client.call('listSessions', { secret: getSecret(url) })).status).toBe(200)
    expect((await callApi('listOrganizers')).body).toMatchObject({ own: 'first', organizers: [{ id: 'first' }, { id: body.id }] })
    expect((await callApi('endOrganizer', { params })).body).toEqual({ deleted: body.id })
    expect(await callForReason('endOrganizer', { params })).toEqual([404, 'no-such-organizer'])
    expect(await callForReason('endOrganizer', { params: { organizer: 'first' } })).toEqual([409, 'first-organizer'])
    expect(await callForReason('renewOrganizer', { params, body: {} })).toEqual([404, 'no-such-organizer'])
    expect(await callForReason('listSessions', { secret: getSecret(url) })).toEqual([401, 'organizer-only'])
    expect(await callForReason('addOrganizer', { body: { name: ' ' } })).toEqual([422, 'text-empty'])
  })

  test.each([
    ['acts with a token', useSessionToken],
    ['reads the record, and downloads it in every format', useRecord],
    ['sends captions, and reads what was said', useCaptions],
    ['hands in a text to a booth, and writes to the partner', useBooth],
    ['makes a webhook, and does with it what there is', useWebhooks],
  ])('%s', async (_, use) => use(client, organizer, (await createTestSession()).id))

  test('has used every operation', async () => {
    await client.call('getOpenApi')
    // Events do not end, so tests/server/acting.test.ts follows them.
    const used = (id: string) => id === 'followView' || client.metAnswers.has(`${id} 200`) || client.metAnswers.has(`${id} 201`)
    expect(client.operations.map(({ operationId }) => operationId).filter((id) => !used(id))).toEqual([])
  })
})
