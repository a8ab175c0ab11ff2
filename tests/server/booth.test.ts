/** The booth: its link, the texts handed in to it, and the lines written in it. None of it reaches anybody else. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { BoothUpdate, BoothView } from '@rostrum/shared/protocol/booth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

const ok = { ok: true }
const handIn = { text: 'A text for interpreters alone', mark: 'check', pronounced: 'roh-STRUM' } as const
type Link = { readonly person: PersonId; readonly url: string; readonly booth: string | null }

/** A screen of an interpreter, and its feed. */
class Interpreter {
  readonly client: TestClient
  view: Partial<BoothView> = {}
  readonly updates: BoothUpdate[] = []

  private constructor(client: TestClient) {
    this.client = client
    client.socket.on('booth', (update: BoothUpdate) => {
      this.updates.push(update)
      this.view = { ...this.view, ...update }
    })
  }

  static async join(url: string, link: string): Promise<Interpreter> {
    const one = new Interpreter(await TestClient.join(url, { link: getSecret(link) }))
    // The answer must not overwrite what arrives before it or directly after it.
    await new Promise<void>((answered) => {
      one.client.socket.emit('follow', { booth: true }, (view: unknown) => {
        one.view = { ...(view as BoothView), ...one.view }
        answered()
      })
    })
    return one
  }
}
const follow = (client: TestClient, request: unknown = { booth: true }) =>
  client.socket.timeout(10_000).emitWithAck('follow', request) as Promise<unknown>

describe('a session with booths', () => {
  tellStory()
  let server: InProcessServer
  let url: string
  let staff: TestClient
  let room: TestClient
  let french: Link
  let english: Link
  const ask = async (path: string, by: string, method = 'GET', body?: object) => {
    const headers = { authorization: `Bearer ${by}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const response = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const organize = (path: string, body?: object) =>
    ask(`/api/sessions/${server.startupLinks.session}${path}`, getSecret(server.startupLinks.organizer), body ? 'POST' : 'GET', body)
  const addBooth = async (language: string) => (await organize('/booths', { language })).body as unknown as Link
  const text = (by: TestClient, method = 'GET', body?: object) => ask('/api/me/booth-text', by.ticket.ticket, method, body)
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const callFirst = async () => {
    await expect.poll(() => staff.getPart<{ next: unknown }>('queue').next).not.toBeNull()
    const { next } = staff.getPart<{ next: never }>('queue')
    expect(await staff.send('floor.call', { entry: next, expectedCurrent: getTurn() ?? null, expectedNext: next })).toEqual(ok)
    await expect.poll(() => staff.getPart<{ next: unknown }>('queue').next).not.toBe(next)
    expect(await staff.send('floor.start', { turn: getTurn() })).toEqual(ok)
  }
  const addSpeaker = (entity: string) =>
    staff.send('queue.add', {
      ...{ kind: 'intervention', person: null, entity, speaker: null, group: 'civil-society' as never, requestChannel: 'room' },
      ...{ seenAt: Date.now() as never, note: null },
    })

  beforeAll(async () => {
    server = await startInProcessServer()
    url = `http://127.0.0.1:${server.app.getPort()}`
    staff = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
    room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
    expect(await staff.send('session.open', { onAnyDay: true })).toEqual(ok)
    expect(await staff.send('queue.open', {})).toEqual(ok)
    french = await addBooth('fr')
    english = await addBooth('en')
  })
  afterAll(async () => {
    staff.close()
    room.close()
    await server.close()
  })

  test('[X48] has one link for each language, which leads to it, and is listed, renewed and ended like officers’ links', async () => {
    expect(french).toMatchObject({ role: 'interpreter', booth: 'fr', office: null })
    expect((await addBooth('fr')).url).toBe(french.url)
    expect((await organize('/links')).body).toMatchObject({
      links: expect.arrayContaining([expect.objectContaining({ booth: 'fr' }), expect.objectContaining({ booth: 'en' })]),
    })
    const spanish = await addBooth('es')
    const one = await Interpreter.join(url, spanish.url)
    expect(one.client.getPart('me')).toMatchObject({ role: 'interpreter', booth: 'es' })
    expect((await organize(`/officers/${spanish.person}/end`, {})).status).toBe(200)
    await expect.poll(() => one.client.socket.connected).toBe(false)
    one.client.close()
    const again = await addBooth('es')
    expect([again.person, again.url === spanish.url]).toEqual([spanish.person, false])
    await expect(TestClient.join(url, { link: getSecret(spanish.url) })).rejects.toThrow()
    expect((await organize('/booths', { language: 'nothing at all' })).status).toBe(400)
  })

  test('[X48] shows an interpreter what the public sees, and none of the pages of the staff', async () => {
    const one = await Interpreter.join(url, french.url)
    const names = Object.keys(one.client.frames.audienceView ?? {})
    expect(names).toEqual(expect.arrayContaining(['session', 'floor', 'order', 'entries']))
    expect(names.filter((name) => ['balance', 'pointsOfOrder', 'officers', 'notes', 'steps', 'suggestion'].includes(name))).toEqual([])
    for (const path of ['/api/staff/captions', '/api/me', '/api/me/booth-text'])
      expect((await ask(path, one.client.ticket.ticket)).status).toBe(403)
    expect(await one.client.send('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: false, reason: 'forbidden' })
    one.client.close()
  })

  test('[X49] shows a text to the interpreters alone, as soon as it is handed in', async () => {
    const [one, other] = await Promise.all([Interpreter.join(url, french.url), Interpreter.join(url, english.url)])
    const bytes: string[] = []
    for (const client of [staff, room]) client.socket.onAny((...all) => bytes.push(JSON.stringify(all)))
    const entry = newCommandId()
    expect(await room.send('queue.join', { kind: 'intervention', topic: null }, entry)).toEqual(ok)
    expect((await text(room, 'PUT', handIn)).body).toEqual({ handedIn: { mark: 'check', at: expect.any(Number) }, takenBackAt: null })
    for (const { view } of [one, other]) await expect.poll(() => view).toBeDefined()
    await expect.poll(() => one.view.next).toEqual({ [entry]: handIn })
    await expect.poll(() => other.view.next).toEqual({ [entry]: handIn })
    await callFirst()
    await expect.poll(() => one.view.current).toEqual({ turn: getTurn(), ...handIn })
    // It is on no other path: the feed for somebody else, the view over HTTP, the record, the log.
    for (const client of [staff, room]) expect(await follow(client)).toBeNull()
    const { session } = server.startupLinks
    const said = [
      ...bytes,
      JSON.stringify((await ask(`/api/sessions/${session}/view`, staff.ticket.ticket)).body),
      JSON.stringify((await ask(`/api/sessions/${session}/view`, one.client.ticket.ticket)).body),
      JSON.stringify(await text(room)),
      await (
        await fetch(`${url}/api/sessions/${session}/record.json`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
      ).text(),
      JSON.stringify((await server.app.sessions.open(session as never))?.state),
    ].join('\n')
    expect(said.length).toBeGreaterThan(1_000)
    for (const secret of [handIn.text, handIn.pronounced]) expect(said).not.toContain(secret)
    one.client.close()
    other.client.close()
  })

  test('[X50] keeps a text for one turn, even after its end and an undo, until the next turn runs', async () => {
    const one = await Interpreter.join(url, french.url)
    expect(one.view.current?.text).toBe(handIn.text)
    expect(await staff.send('floor.end', { turn: getTurn() })).toEqual(ok)
    await expect.poll(() => one.view.current).toBeNull()
    expect((await text(room)).body['handedIn']).toMatchObject({ mark: 'check' })
    await expect.poll(getTurn).toBeUndefined()
    const [step] = staff.getPart<readonly { id: never }[]>('steps').slice(-1)
    expect(await staff.send('steps.undo', { step: step?.id as never })).toEqual(ok)
    await expect.poll(() => one.view.current?.text).toBe(handIn.text)
    expect(await addSpeaker('Another organization')).toEqual(ok)
    await callFirst()
    await expect.poll(async () => (await text(room)).body).toEqual({ handedIn: null, takenBackAt: null })
    one.client.close()
  })

  test('[X50] lets a text be replaced and taken back, and ends it with its author’s access', async () => {
    const person = { entity: 'Walked in', group: 'civil-society', channel: 'room', nameInRecord: false }
    const body = JSON.stringify({ code: server.startupLinks.code, person })
    const entered = await fetch(`${url}/api/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { link } = (await entered.json()) as { link: string }
    const guest = await TestClient.join(url, { link })
    expect((await text(guest, 'PUT', handIn)).status).toBe(200)
    expect((await text(guest, 'PUT', { ...handIn, mark: 'verbatim' })).body).toMatchObject({ handedIn: { mark: 'verbatim' } })
    expect((await text(guest, 'DELETE')).body).toEqual({ handedIn: null, takenBackAt: expect.any(Number) })
    expect((await text(guest, 'PUT', handIn)).status).toBe(200)
    const entry = newCommandId()
    expect(await guest.send('queue.join', { kind: 'intervention', topic: null }, entry)).toEqual(ok)
    const one = await Interpreter.join(url, french.url)
    await expect.poll(() => one.view.next?.[entry as never]).toMatchObject({ mark: 'check' })
    expect(await staff.send('people.revoke', { person: guest.ticket.person })).toEqual(ok)
    await expect.poll(() => one.view.next?.[entry as never]).toBeUndefined()
    expect((await text(guest)).status).toBe(403)
    guest.close()
    one.client.close()
  })

  test('[X49] refuses with a reason what is not a text, is too long, or comes from the wrong person', async () => {
    const refusals = [
      [{ ...handIn, text: 'x'.repeat(12_001) }, 422],
      [{ ...handIn, text: '\uD800 alone' }, 422],
      [{ ...handIn, mark: 'whatever' }, 400],
      [{ ...handIn, more: 1 }, 400],
      [{ text: { __proto__: null }, mark: 'check', pronounced: null }, 400],
    ] as const
    for (const [body, status] of refusals) expect([body, (await text(room, 'PUT', body)).status]).toEqual([body, status])
    expect((await text(staff, 'PUT', handIn)).status).toBe(403)
    expect((await text(room)).body).toEqual({ handedIn: null, takenBackAt: null })
    for (const request of [{ booth: false }, { booth: true, more: 1 }, null, 7, 'booth']) expect(await follow(room, request)).toBeNull()
  })

  test('[X51] sends a line, and who is on air, to those who share the booth; a repeated line is written once', {
    timeout: 60_000,
  }, async () => {
    const [one, partner, other] = await Promise.all([french, french, english].map(({ url: link }) => Interpreter.join(url, link)))
    if (!one || !partner || !other) throw new Error('nobody came')
    await expect.poll(() => one.view.screens).toBe(2)
    const line = { id: newCommandId(), device: 'device-one', text: 'suite donnée = how it was addressed' }
    const write = (by: Interpreter | TestClient, body: object) =>
      ask('/api/booth/lines', ('client' in by ? by.client : by).ticket.ticket, 'POST', body)
    expect([(await write(one, line)).status, (await write(one, line)).status, (await write(room, line)).status]).toEqual([200, 200, 403])
    await expect.poll(() => partner.view.lines).toEqual([{ ...line, at: expect.any(Number) }])
    expect((await ask('/api/booth/on-air', partner.client.ticket.ticket, 'POST', { device: 'device-two' })).status).toBe(200)
    await expect.poll(() => one.view.onAir).toEqual({ device: 'device-two', since: expect.any(Number), handsOver: false })
    expect((await write(other, { ...line, id: newCommandId(), text: 'ours' })).status).toBe(200)
    // Earlier followers may not have left yet.
    await expect.poll(() => other.view).toMatchObject({ onAir: null, lines: [{ text: 'ours' }], screens: 1 })
    expect(one.view.lines).toHaveLength(1)
    partner.client.close()
    await expect.poll(() => one.view.screens).toBe(1)
    for (let index = 0; index < 55; index += 1) await write(one, { ...line, id: newCommandId(), text: `line ${index}` })
    await expect.poll(() => one.view.lines?.at(-1)?.text).toBe('line 54')
    expect(one.view.lines).toHaveLength(50)
    one.client.close()
    other.client.close()
  })

  test('[X72] lets the interpreter on air ask the partner to take over, and keeps them on air until the partner does', async () => {
    const one = await Interpreter.join(url, french.url)
    // Earlier followers have left.
    await expect.poll(() => one.view.screens).toBe(1)
    const post = async (path: string, device: string) => {
      const { status, body } = await ask(`/api/booth/${path}`, one.client.ticket.ticket, 'POST', { device })
      return status === 200 ? status : [status, body['reason']]
    }
    expect(await post('on-air', 'device-one')).toBe(200)
    expect(await post('hand-over', 'device-one')).toEqual([409, 'conflict'])
    const partner = await Interpreter.join(url, french.url)
    expect(await post('hand-over', 'device-two')).toEqual([409, 'conflict'])
    expect(await post('hand-over', 'no')).toEqual([400, 'malformed'])
    await expect.poll(() => one.view.onAir?.device).toBe('device-one')
    const since = one.view.onAir?.since
    expect(await post('hand-over', 'device-one')).toBe(200)
    await expect.poll(() => partner.view.onAir).toEqual({ device: 'device-one', since, handsOver: true })
    expect(await post('on-air', 'device-one')).toBe(200)
    await expect.poll(() => partner.view.onAir).toEqual({ device: 'device-one', since, handsOver: false })
    expect(await post('hand-over', 'device-one')).toBe(200)
    expect(await post('on-air', 'device-two')).toBe(200)
    await expect.poll(() => one.view.onAir).toEqual({ device: 'device-two', since: expect.any(Number), handsOver: false })
    expect(one.view.onAir?.since).toBeGreaterThan(since ?? Infinity)
    expect(await post('hand-over', 'device-two')).toBe(200)
    await expect.poll(() => one.view.onAir?.handsOver).toBe(true)
    partner.client.close()
    await expect.poll(() => one.view.onAir?.handsOver).toBe(false)
    expect((await ask('/api/booth/hand-over', room.ticket.ticket, 'POST', { device: 'device-two' })).status).toBe(403)
    one.client.close()
  })

  test('[X50] deletes all of it at the close, and takes nothing more', async () => {
    const one = await Interpreter.join(url, french.url)
    expect((await text(room, 'PUT', handIn)).status).toBe(200)
    expect(await staff.send('session.close', {})).toEqual(ok)
    await expect.poll(() => one.view).toMatchObject({ current: null, next: {}, lines: [], onAir: null })
    expect((await text(room)).body).toEqual({ handedIn: null, takenBackAt: null })
    expect((await text(room, 'PUT', handIn)).body).toMatchObject({ reason: 'session-closed' })
    one.client.close()
  })
})
