/** Acting in a session over HTTP: commands, views and events, with a ticket or a token. Screens are connected by sockets meanwhile. */
import { SessionTokens } from '@rostrum/server/people/access/session-tokens'
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EventReader } from '../support/event-reader.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
let session: string
let chair: TestClient
let room: TestClient
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
  session = server.session.id
  chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
  room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
  await chair.sendUntilAnswered('session.open', { onAnyDay: true })
  await chair.sendUntilAnswered('queue.open', {})
})
afterAll(async () => {
  chair.close()
  room.close()
  await server.close()
})

const ask = async (method: string, path: string, secret: string, body?: unknown, headers: object = {}) => {
  const answer = await fetch(`${url}/api/sessions/${session}${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> }
}
const send = async (secret: string, type: string, data: object, id = newCommandId()) => {
  const { status, body } = await ask('POST', '/commands', secret, { id, type, data })
  return [status, body]
}
const hiddenNote = { text: 'Quetzalcoatl', tag: null, segment: null, about: null }
const organizer = () => getSecret(server.startupLinks.organizer)
type Issued = {
  readonly id: string
  readonly secret: string
  readonly endsAt: number | null
  readonly usedAt: number | null
  readonly refusedCount: number
}
const issueToken = async (role: string, endsAt: number | null = null) =>
  (await ask('POST', '/tokens', organizer(), { name: `Token of ${role}`, role, endsAt })).body as Issued
const listTokens = async () => (await ask('GET', '/tokens', organizer())).body['tokens'] as readonly Issued[]

describe('commands', () => {
  tellStory()
  test('[X1] a command over HTTP is like a command over a socket: same effect, same refusals, one answer over either way', async () => {
    const { ticket } = room.ticket
    const id = newCommandId()
    expect(await send(ticket, 'queue.join', { kind: 'intervention', topic: 'Access' }, id)).toEqual([200, { ok: true }])
    await expect.poll(() => room.getPart<{ own: { id: string } } | undefined>('myQueue')).toMatchObject({})
    await expect.poll(() => chair.getPart<object>('entries')).toHaveProperty(id)
    expect(await room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: 'Access' }, id)).toEqual({ ok: true })
    expect(await send(ticket, 'queue.join', { kind: 'intervention', topic: null })).toEqual([409, { reason: 'already-queued' }])
    expect(await send(ticket, 'floor.call', { entry: id, expectedCurrent: null, expectedNext: id })).toEqual([403, { reason: 'forbidden' }])
    expect(await send(chair.ticket.ticket, 'queue.set-topic', { entry: 'n'.repeat(22), topic: null })).toEqual([
      404,
      { reason: 'no-such-entry' },
    ])
    expect(await send(ticket, 'queue.set-topic', { entry: id, topic: 'x'.repeat(141) })).toMatchObject([422, { reason: 'text-too-long' }])
    const first = newCommandId()
    expect(await chair.sendUntilAnswered('queue.remove', { entry: id as string as EntryId, reason: 'other' }, first)).toEqual({ ok: true })
    expect(await send(chair.ticket.ticket, 'queue.remove', { entry: id, reason: 'other' }, first)).toEqual([200, { ok: true }])
    expect(await send(ticket, 'queue.withdraw', { entry: id }, first)).toEqual([400, { reason: 'malformed' }])
  })

  test('[X1] a body that is not a command is refused with a reason, and does nothing', async () => {
    const { ticket } = chair.ticket
    const { revision } = server.session
    for (const body of [
      '{}',
      '[]',
      'null',
      '7',
      '{"id":"x","type":"queue.open","data":{}}',
      '{"id":"aaaaaaaaaaaaaaaaaaaaaa","type":"__proto__","data":{}}',
      '{"id":"aaaaaaaaaaaaaaaaaaaaaa","type":"queue.open","data":{"__proto__":{}}}',
      '{"id":"aaaaaaaaaaaaaaaaaaaaaa","type":"queue.open","data":{},"more":1}',
      `{"id":"aaaaaaaaaaaaaaaaaaaaaa","type":"queue.open","data":${'['.repeat(9_000)}${']'.repeat(9_000)}}`,
      '{',
    ])
      expect(await ask('POST', '/commands', ticket, body)).toMatchObject({ status: 400, body: { reason: 'malformed' } })
    expect(await ask('POST', '/commands', ticket, `"${'x'.repeat(200_000)}"`)).toMatchObject({ status: 413 })
    for (const secret of ['', 'wrong', `${ticket}x`, organizer()])
      expect(await ask('POST', '/commands', secret, '{}')).toMatchObject({ status: secret === organizer() ? 403 : 401 })
    expect(server.session.revision).toBe(revision)
  })

  test('[X1] credits are shared with the sockets of the same person', async () => {
    const { ticket } = await enter(url, { link: getSecret(server.startupLinks.remote) })
    const remote = await TestClient.join(url, { link: getSecret(server.startupLinks.remote) })
    const nothing = { question: 'n'.repeat(22) }
    // Credits are restored with time.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        index % 2 === 0 ? send(ticket, 'questions.withdraw', nothing) : remote.send('questions.withdraw', nothing as never),
      ),
    )
    clock.mockRestore()
    const refused = replies.filter((reply) => JSON.stringify(reply).includes('too-fast'))
    expect(refused.length).toBeGreaterThanOrEqual(15)
    expect(refused.filter((reply) => Array.isArray(reply) && reply[0] === 429).length).toBeGreaterThan(0)
    remote.close()
  })

  test('[X2] if the Chair’s browser and a control surface press at once, one has an effect, the other a conflict', async () => {
    const { secret } = await issueToken('chair')
    for (let round = 0; round < 5; round += 1) {
      const limit = (60 + 2 * round) * 1000
      const expectedLimit = chair.getPart<{ limits: { everyone: number } }>('floor').limits.everyone
      const data = { scope: { kind: 'everyone' }, limit, expectedLimit }
      const [pressed, replied] = await Promise.all([
        send(secret, 'floor.set-limit', data),
        chair.send('floor.set-limit', { ...data, limit: limit + 1000 } as never),
      ])
      const outcomes = [JSON.stringify(pressed[1]), JSON.stringify(replied)]
      expect(outcomes.filter((outcome) => outcome.includes('true'))).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome.includes('conflict'))).toHaveLength(1)
      await expect.poll(() => chair.getPart<{ limits: { everyone: number } }>('floor').limits.everyone).not.toBe(expectedLimit)
    }
  })
})

describe('views', () => {
  tellStory()
  const follow = async (secret: string) => {
    const reader = new EventReader()
    expect(await reader.connect(url, session, secret)).toBe(200)
    await expect.poll(() => [reader.frames.audienceView, reader.frames.personView].includes(undefined)).toBe(false)
    return reader
  }

  test('[X3] a view, whether read once or followed, is what the screens show, for each role', async () => {
    const display = await TestClient.join(url, { link: getSecret(server.startupLinks.display) })
    const pairs = [chair, room, display].map((client) => ({ client, reader: new EventReader() }))
    for (const { client, reader } of pairs) expect(await reader.connect(url, session, client.ticket.ticket)).toBe(200)
    await room.sendUntilAnswered('questions.ask', { text: 'Quetzalcoatl?', receipt: null })
    const id = newCommandId()
    await room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }, id)
    await expect.poll(() => room.getPart<object>('myQueue')).toMatchObject({ entry: { id } })
    await expect.poll(() => room.getPart<object>('entries')).toHaveProperty(id)
    for (const { client, reader } of pairs) {
      const toShown = (views: readonly (object | undefined)[]) => views.map((view) => ({ ...view, presence: null }))
      // A round of frames may arrive between reading the two.
      await vi.waitFor(async () => {
        const { body, headers } = await ask('GET', '/view', client.ticket.ticket)
        const [audience, own] = [body['audience'], body['own']] as { cursor: string; view: object }[]
        expect(reader.frames.received.join().includes('Quetzalcoatl')).toBe(client !== display)
        const shown = toShown([client.frames.audienceView, client.frames.personView])
        expect(toShown([reader.frames.audienceView, reader.frames.personView])).toEqual(shown)
        expect(toShown([audience?.view, own?.view])).toEqual(shown)
        expect(headers.get('etag')).toBe(`"${audience?.cursor}.${own?.cursor}"`)
      })
      reader.close()
    }
    display.close()
  })

  test('[X3] a view that has not changed is not sent again', async () => {
    const { ticket } = room.ticket
    const etag = (await ask('GET', '/view', ticket)).headers.get('etag') ?? ''
    expect(await ask('GET', '/view', ticket, undefined, { 'if-none-match': etag })).toMatchObject({ status: 304, body: null })
    await chair.sendUntilAnswered('queue.last-call', { for: 60_000 as never })
    await expect.poll(async () => (await ask('GET', '/view', ticket, undefined, { 'if-none-match': etag })).status).toBe(200)
    await expect.poll(() => room.getPart<object>('queue')).toMatchObject({ status: { kind: 'last-call' } })
  })

  test('[X3] a reader who returns gets what was missed, and no hidden commit', async () => {
    const reader = await follow(room.ticket.ticket)
    reader.close()
    await reader.ended
    const { cursors } = reader.frames
    expect(await chair.sendUntilAnswered('notes.add', hiddenNote)).toEqual({ ok: true })
    const before = reader.frames.received.length
    expect(await reader.connect(url, session, room.ticket.ticket)).toBe(200)
    // Presence may have changed too. Its frame comes after these two.
    await expect.poll(() => reader.frames.received.length).toBeGreaterThanOrEqual(before + 2)
    expect(reader.frames.cursors).toEqual(cursors)
    expect(reader.frames.received.slice(before, before + 2).map((frame) => 'view' in JSON.parse(frame))).toEqual([true, false])
    await chair.sendUntilAnswered('queue.open', {})
    await expect.poll(() => reader.frames.cursors.audience).not.toBe(cursors.audience)
    expect(reader.frames.gaps).toBe(0)
    expect(reader.frames.received.join()).not.toContain('notes')
    reader.close()
  })

  test('[X3] a person whose access is revoked loses the stream at once, and cannot return', async () => {
    const walkIn = { entity: 'Library', group: 'civil-society', channel: 'room', nameInRecord: false }
    const { ticket, person } = await enter(url, { code: server.startupLinks.code, person: walkIn })
    const readers = await Promise.all(Array.from({ length: 8 }, () => follow(ticket)))
    expect(await new EventReader().connect(url, session, ticket)).toBe(429)
    await chair.sendUntilAnswered('people.revoke', { person: person as PersonId })
    await Promise.all(readers.map(({ ended }) => ended))
    expect(await new EventReader().connect(url, session, ticket)).toBe(403)
    expect((await ask('GET', '/view', ticket)).status).toBe(403)
  })
})

describe('tokens of a session', () => {
  tellStory()
  test('[X5] may do what their role may, in their session, and nothing else', async () => {
    const [secretariat, screen] = [await issueToken('secretariat'), await issueToken('display')]
    expect(await send(secretariat.secret, 'queue.open', {})).toEqual([200, { ok: true }])
    expect(await send(screen.secret, 'queue.open', {})).toEqual([403, { reason: 'forbidden' }])
    expect((await ask('GET', '/view', screen.secret)).body).toMatchObject({ own: { view: { me: { role: 'display' } } } })
    for (const path of ['/people', '/links', '/tokens'])
      expect((await ask('GET', path, secretariat.secret)).status).toBeGreaterThanOrEqual(401)
    const other = await fetch(`${url}/api/sessions/another/view`, { headers: { authorization: `Bearer ${secretariat.secret}` } })
    expect(other.status).toBe(403)
    const wanted = { name: 'More', role: 'chair', endsAt: null }
    for (const secret of [secretariat.secret, chair.ticket.ticket]) expect((await ask('POST', '/tokens', secret, wanted)).status).toBe(403)
    expect((await ask('POST', '/tokens', organizer(), { ...wanted, role: 'participant' })).status).toBe(400)
  })

  test('[X5] show their secret once; when renewed, revoked or expired they stop working, and further attempts are counted', async () => {
    const made = await issueToken('chair')
    const find = async () => (await listTokens()).find(({ id }) => id === made.id)
    expect(await find()).toMatchObject({ usedAt: null, refusedCount: 0, revokedAt: null })
    expect(JSON.stringify(await listTokens())).not.toContain(made.secret)
    await ask('GET', '/view', made.secret)
    expect((await find())?.usedAt).toBeGreaterThan(0)
    const renewed = (await ask('POST', `/tokens/${made.id}/renew`, organizer(), {})).body as Issued
    expect((await ask('GET', '/view', made.secret)).status).toBe(401)
    expect((await ask('GET', '/view', renewed.secret)).status).toBe(200)
    expect((await ask('DELETE', `/tokens/${made.id}`, organizer())).body).toEqual({ revoked: made.id })
    expect((await ask('GET', '/view', renewed.secret)).status).toBe(401)
    expect((await find())?.refusedCount).toBeGreaterThanOrEqual(2)
    for (const [method, path] of [
      ['DELETE', `/tokens/${made.id}`],
      ['POST', `/tokens/${made.id}/renew`],
      ['POST', '/tokens/none/renew'],
    ] as const)
      expect((await ask(method, path, organizer(), method === 'POST' ? {} : undefined)).body).toEqual({ reason: 'no-such-token' })
    expect((await ask('GET', '/view', (await issueToken('chair', 1)).secret)).status).toBe(401)
    expect(server.logLines.join('\n')).not.toContain(made.secret)
  })

  test('[L110] lose their stream of events within a second after they are renewed, revoked or expired', {
    timeout: 40_000,
  }, async () => {
    const ways = {
      renewed: async ({ id }: Issued) => void (await ask('POST', `/tokens/${id}/renew`, organizer(), {})),
      revoked: async ({ id }: Issued) => void (await ask('DELETE', `/tokens/${id}`, organizer())),
      ended: async ({ endsAt }: Issued) => await expect.poll(() => Date.now()).toBeGreaterThanOrEqual(endsAt ?? 0),
    }
    for (const [way, end] of Object.entries(ways)) {
      const [token, other] = [await issueToken('secretariat', way === 'ended' ? Date.now() + 5_000 : null), await issueToken('secretariat')]
      const [reader, stays] = [new EventReader(), new EventReader()]
      expect([await reader.connect(url, session, token.secret), await stays.connect(url, session, other.secret)]).toEqual([200, 200])
      await end(token)
      const began = performance.now()
      await reader.ended
      expect([way, performance.now() - began]).toEqual([way, expect.toSatisfy((ms: number) => ms < 1_000)])
      expect((await listTokens()).find(({ id }) => id === token.id)?.refusedCount).toBe(0)
      await chair.sendUntilAnswered('notes.add', { ...hiddenNote, text: `It was ${way}` })
      await expect.poll(() => stays.frames.received.join()).toContain(`It was ${way}`)
      expect(reader.frames.received.join()).not.toContain(`It was ${way}`)
      stays.close()
    }
  })

  test('[L130] are looked up once for all their streams, however many there are, and all streams end with them', async () => {
    const token = await issueToken('secretariat')
    const readers = Array.from({ length: 8 }, () => new EventReader())
    for (const reader of readers) expect(await reader.connect(url, session, token.secret)).toBe(200)
    const looks = vi.spyOn(SessionTokens.prototype, 'isStillValid')
    // The streams of an earlier token may not have ended yet.
    const countLooks = () => looks.mock.calls.filter(([secret]) => secret === token.secret).length
    await expect.poll(countLooks).toBeGreaterThanOrEqual(2)
    expect(countLooks()).toBeLessThan(readers.length)
    looks.mockRestore()
    await ask('DELETE', `/tokens/${token.id}`, organizer())
    await Promise.all(readers.map(({ ended }) => ended))
  })

  test('[X5] that end with the session no longer work after the close', async () => {
    const [ending, lasting] = [await issueToken('chair'), await issueToken('chair', Date.now() + 3_600_000)]
    const reader = new EventReader()
    expect(await reader.connect(url, session, ending.secret)).toBe(200)
    expect(await send(ending.secret, 'session.close', {})).toEqual([200, { ok: true }])
    expect(await ask('GET', '/view', ending.secret)).toMatchObject({ status: 409, body: { reason: 'session-closed' } })
    expect((await ask('GET', '/view', lasting.secret)).status).toBe(200)
    await reader.ended
  })
})
