/** How commands of programs are refused, over HTTP and over a socket: where the fault is, and an id that was used before. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

let folder: string
let server: InProcessServer
let chair: TestClient
const start = async () => {
  server = await startInProcessServer({ folder })
  chair = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.chair) })
}
const stop = async () => {
  chair.close()
  await server.close()
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-refusals-'))
  await start()
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

const send = async (message: unknown) => {
  const authorization = `Bearer ${chair.ticket.ticket}`
  const answer = await server.post(`/api/sessions/${server.session.id}/commands`, message, { authorization })
  return [answer.status, await answer.json()]
}
const sendOverSocket = (message: unknown) => chair.socket.timeout(10_000).emitWithAck('command', message)
const makeCommand = (type: string, data: unknown, id = newCommandId()) => ({ id, type, data })

test('[X78] a command that is not one is refused with the field of its fault and what is allowed there, and without what was sent', async () => {
  const secret = 'Quetzalcoatl'
  for (const [message, status, fault] of [
    [makeCommand('floor.call', { entry: 'n'.repeat(22), expectedCurrent: null }), 400, { reason: 'malformed', at: 'data.expectedNext' }],
    [makeCommand('queue.open', { [secret]: 1 }), 400, { reason: 'malformed', at: 'data', rule: '1 unknown field(s)' }],
    [makeCommand(secret, {}), 400, { reason: 'malformed', at: 'type', rule: 'no such command' }],
    [makeCommand('queue.open', {}, 'short' as never), 400, { reason: 'malformed', at: 'id' }],
    [{ ...makeCommand('queue.open', {}), [secret]: 1 }, 400, { reason: 'malformed', at: '', rule: '1 unknown field(s)' }],
    [makeCommand('cues.announce', { to: 'room', text: ' ' }), 422, { reason: 'text-empty', at: 'data.text' }],
    [makeCommand('cues.announce', { to: secret, text: 'Tea' }), 400, { reason: 'malformed', at: 'data.to' }],
  ] as const) {
    const refused = [status, expect.objectContaining({ rule: expect.stringMatching(/./), ...fault })]
    const [answered, replied] = [await send(message), await sendOverSocket(message)]
    expect(answered).toEqual(refused)
    expect([status, replied]).toEqual([status, { ok: false, ...(answered[1] as object) }])
    expect(JSON.stringify(answered)).not.toContain(secret)
  }
})

test('[X79] another command with an id that was used is refused and does nothing, over both ways and after a restart', async () => {
  const used = { announced: newCommandId(), refused: newCommandId(), named: newCommandId() }
  const announce = (text: string) => makeCommand('cues.announce', { to: 'everyone', text }, used.announced)
  const refuse = (entry: string) => makeCommand('queue.remove', { entry: entry.repeat(22), reason: 'other' }, used.refused)
  const hand = {
    kind: 'intervention',
    person: null,
    entity: 'Tonga',
    group: 'government',
    requestChannel: 'room',
    seenAt: Date.now(),
    note: null,
  }
  const name = (speaker: string) => makeCommand('queue.add', { ...hand, speaker }, used.named)
  const taken = [422, { reason: 'id-taken' }]
  expect(await send(makeCommand('session.open', { onAnyDay: true }))).toEqual([200, { ok: true }])
  const unknown = { ok: false, reason: 'no-such-entry' }
  const expectAnswers = async () => {
    expect(await send(announce('Tea'))).toEqual([200, { ok: true }])
    expect(await sendOverSocket(announce('Tea'))).toEqual({ ok: true })
    expect(await send(announce('Coffee'))).toEqual(taken)
    expect(await sendOverSocket(announce('Coffee'))).toEqual({ ok: false, reason: 'id-taken' })
    expect(await send(makeCommand('cues.blank', {}, used.announced))).toEqual(taken)
    expect(await send(name('A. Tupou'))).toEqual([200, { ok: true }])
    expect(await send(name('B. Tupou'))).toEqual(taken)
  }
  await expectAnswers()
  expect([await sendOverSocket(refuse('m')), await sendOverSocket(refuse('m'))]).toEqual([unknown, unknown])
  expect(await sendOverSocket(refuse('n'))).toEqual({ ok: false, reason: 'id-taken' })
  const { revision } = server.session
  await stop()
  await start()
  await expectAnswers()
  expect(server.session.revision).toBe(revision)
})

test('[X80] a secret that opens nothing gets 401, and a known one that may not do this gets 403, even for a button that could do nothing', async () => {
  const { session, startupLinks } = server
  const organizer = getSecret(startupLinks.organizer)
  const issue = async (role: string) => {
    const made = await server.post(
      `/api/sessions/${session.id}/tokens`,
      { name: role, role, endsAt: null },
      { authorization: `Bearer ${organizer}` },
    )
    return ((await made.json()) as { secret: string }).secret
  }
  const room = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(startupLinks.room) })
  const [display, chairToken] = [await issue('display'), await issue('chair')]
  room.close()
  const press = (secret: string, button: string) =>
    server.post(`/api/sessions/${session.id}/buttons/${button}`, {}, { authorization: `Bearer ${secret}` })
  for (const button of ['end', 'pause', 'call-next', 'undo']) {
    for (const secret of ['', 'x', `${display}x`, getSecret(startupLinks.chair)]) {
      const answer = await press(secret, button)
      expect([button, answer.status, answer.headers.get('www-authenticate')]).toEqual([button, 401, 'Bearer'])
    }
    for (const secret of [display, room.ticket.ticket, organizer])
      expect([button, (await press(secret, button)).status]).toEqual([button, 403])
  }
  expect((await press(chairToken, 'end')).status).toBe(409)
  const listSessions = (secret: string) => server.get('/api/sessions', { authorization: `Bearer ${secret}` })
  expect([(await listSessions('x')).status, (await listSessions(chairToken)).status, (await listSessions(organizer)).status]).toEqual([
    401, 403, 200,
  ])
})

test('[X80] the refusal of a command that comes too fast says after how many seconds it can be sent again', async () => {
  const room = await TestClient.join(`http://127.0.0.1:${server.app.getPort()}`, { link: getSecret(server.startupLinks.remote) })
  const ask = (text: string) => {
    const message = makeCommand('questions.ask', { text, receipt: null })
    const authorization = `Bearer ${room.ticket.ticket}`
    return server.post(`/api/sessions/${server.session.id}/commands`, message, { authorization })
  }
  expect((await ask('Why?')).status).toBe(200)
  const refused = await ask('When?')
  expect([refused.status, await refused.json()]).toEqual([429, { reason: 'too-fast' }])
  const wait = Number(refused.headers.get('retry-after'))
  expect([wait > 5, wait <= 10]).toEqual([true, true])
  room.close()
})
