/** Graphics of one's own over HTTP: the picture of the floor and lines of captions, also in a page of another origin. */
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

let server: InProcessServer
let base: string
let secret: string
let staff: TestClient
let room: TestClient
beforeAll(async () => {
  server = await startInProcessServer()
  const url = `http://127.0.0.1:${server.app.getPort()}`
  base = `/api/sessions/${server.session.id}`
  const authorization = `Bearer ${getSecret(server.startupLinks.organizer)}`
  const made = await server.post(`${base}/tokens`, { name: 'Graphics', role: 'display', endsAt: null }, { authorization })
  secret = ((await made.json()) as { secret: string }).secret
  staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
  room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
})
afterAll(async () => {
  staff.close()
  room.close()
  await server.close()
})

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  await server.get(`${base}${path}`, { authorization: `Bearer ${secret}`, ...headers })
const read = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>
const send: TestClient['sendUntilAnswered'] = async (type, data, id) => {
  const reply = await staff.sendUntilAnswered(type, data, id)
  expect([type, reply]).toEqual([type, { ok: true }])
  return reply
}
const getTurn = () => server.session.state.floor.current?.id as TurnId

tellStory()

test('[X88] the picture of the floor is one flat table with a version: who speaks or answers, the clock, who is next', async () => {
  const nobody = {
    version: 1,
    phase: 'planned',
    kind: null,
    speaker: null,
    clock: 'none',
    left: null,
    next: null,
    waiting: 0,
    blank: false,
  }
  expect(await read('/picture')).toMatchObject(nobody)
  await send('session.open', { onAnyDay: true })
  await send('queue.open', {})
  const entry = newCommandId()
  expect(await room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }, entry)).toEqual({ ok: true })
  const name = room.getPart<{ entity: string }>('me').entity
  expect(await read('/picture')).toMatchObject({ ...nobody, phase: 'open', next: { name, channel: 'room' }, waiting: 1 })
  await send('floor.call', { entry: entry as never as EntryId, expectedCurrent: null, expectedNext: entry as never })
  expect(await read('/picture')).toMatchObject({ kind: 'intervention', speaker: { name }, clock: 'ready', left: 180_000, next: null })
  await send('floor.start', { turn: getTurn() })
  const { left, at, ...running } = (await read('/picture')) as { left: number; at: number }
  expect(running).toMatchObject({ clock: 'running', limit: 180_000 })
  expect([left <= 180_000, left > 170_000, Math.abs(at - Date.now()) < 2_000]).toEqual([true, true, true])
  for (const value of Object.values(running)) expect(Array.isArray(value)).toBe(false)
  await send('cues.blank', {})
  expect(await read('/picture')).toMatchObject({ blank: true })
  const question = newCommandId()
  expect(await room.sendUntilAnswered('questions.ask', { text: 'Who pays?', receipt: null }, question)).toEqual({ ok: true })
  expect(JSON.stringify(await read('/picture'))).not.toContain('Who pays')
  await send('questions.approve', { question: question as never })
  await send('floor.end', { turn: getTurn() })
  await send('questions.show', { question: question as never, expectedCurrent: null })
  expect(await read('/picture')).toMatchObject({ kind: 'answer', speaker: null, question: 'Who pays?' })
})

test('[X89] the latest lines of captions are read over HTTP as screens show them, and not again while nothing has changed', async () => {
  const captions = '/captions/latest?language=zh-Hant'
  expect([(await get(captions)).status, await read(captions)]).toEqual([404, { reason: 'no-such-track' }])
  await send('captions.add', { language: 'zh-Hant' as never })
  expect(await read(captions)).toEqual({ language: 'zh-Hant', lines: [] })
  const { tracks } = (await (await server.get('/api/staff/captions', { authorization: `Bearer ${staff.ticket.ticket}` })).json()) as {
    tracks: readonly { address: string }[]
  }
  const say = async (text: string, rest: string) =>
    expect(
      (await fetch(`${tracks[0]?.address}${rest}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text })).status,
    ).toBe(200)
  await say('主席女士', '&seq=1')
  await say('謝謝', '&seq=2')
  const answer = await get(captions)
  const { lines } = (await answer.json()) as { lines: readonly { id: string; text: string }[] }
  expect(lines.map(({ text }) => text)).toEqual(['主席女士', '謝謝'])
  const etag = answer.headers.get('etag') ?? ''
  expect((await get(captions, { 'if-none-match': etag })).status).toBe(304)
  await say('謝謝您', '&seq=2&correct=true')
  const corrected = await get(captions, { 'if-none-match': etag })
  expect(await corrected.json()).toMatchObject({ lines: [{ text: '主席女士' }, { id: lines[1]?.id, text: '謝謝您' }] })
})

test('[X88, X89] a page of any origin may read both with a secret in the header, and nothing else', async () => {
  const origin = 'https://graphics.example.org'
  for (const path of ['/picture', '/captions/latest?language=zh-Hant']) {
    const asked = await fetch(`http://127.0.0.1:${server.app.getPort()}${base}${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization, if-none-match'])
    const answers = [await get(path, { origin }), await server.get(`${base}${path}`, { origin })]
    expect(answers.map(({ status }) => status)).toEqual([200, 401])
    for (const { headers } of [asked, ...answers])
      expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual(['*', null])
  }
  for (const path of ['/view', '/people', '/record'])
    expect((await get(path, { origin })).headers.get('access-control-allow-origin')).toBeNull()
  const acted = await server.post(`${base}/buttons/end`, {}, { authorization: `Bearer ${secret}`, origin })
  expect([acted.status, await acted.json()]).toEqual([403, { reason: 'foreign-origin' }])
})
