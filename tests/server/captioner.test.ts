/** The link of a captioner: it shows one track, takes lines for it, and opens nothing else. */
import type { TrackPage } from '@rostrum/shared/api/captions'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, readReason, startInProcessServer } from '../support/in-process-server.ts'
import { TestClient } from '../support/test-client.ts'

let server: InProcessServer
let url: string
let staff: TestClient
type Row = { readonly language: string; readonly page: string; readonly address: string }
const withBearer = (key: string) => ({ authorization: `Bearer ${key}` })
const readTracks = async () =>
  ((await (await server.get('/api/staff/captions', withBearer(staff.ticket.ticket))).json()) as { tracks: readonly Row[] }).tracks
const getKey = async (language: string) => getSecret((await readTracks()).find((one) => one.language === language)?.page)
const read = async (key: string) => (await (await server.get('/api/captions/page', withBearer(key))).json()) as TrackPage
const send = (key: string, text: string, query = '') =>
  fetch(`${url}/api/captions${query}`, { method: 'POST', body: text, headers: { 'content-type': 'text/plain', ...withBearer(key) } })

beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
  staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
  await staff.send('session.open', { onAnyDay: true })
  for (const language of ['en', 'fr']) await staff.send('captions.add', { language: language as never })
  await staff.send('captions.set-delay', { delay: 0 as never })
})
afterAll(async () => {
  staff.close()
  await server.close()
})

test('[X60] the link shows the lines of its track, who has the floor and who is next, and nothing else', async () => {
  const [english, french] = [await getKey('en'), await getKey('fr')]
  const page = (await readTracks())[0]?.page ?? ''
  expect(new URL(page).search).toBe('')
  expect(new URL(page).pathname).toBe('/captioner')
  expect(await (await send(english, 'I thank the Chair.')).text()).toBe('1')
  await send(french, 'Merci.')
  const shown = await read(english)
  expect(Object.keys(shown).sort()).toEqual(['floor', 'isOpen', 'language', 'lines', 'next', 'now', 'readers', 'title'])
  expect(shown).toMatchObject({ language: 'en', isOpen: true, floor: null, next: [], readers: 0 })
  expect(shown.lines.map(({ seq, text }) => [seq, text])).toEqual([[1, 'I thank the Chair.']])
  const { people } = server.session.state
  const panellist = people.notParticipants.find((id) => people.all.get(id)?.role === 'panellist')
  await staff.send('floor.give', { person: panellist as never, expectedCurrent: null, expectedNext: null, language: 'ar' as never })
  expect((await read(english)).floor).toMatchObject({ who: 'Panel', language: 'ar', started: false })
})

test('[X60] its secret is not a ticket, a link or a token: it gives no view, no command, no other track', async () => {
  const key = await getKey('en')
  const { id } = server.session
  const asked = [
    await server.post('/api/tickets', { link: key }),
    await server.post('/api/tickets', { code: key }),
    await server.get(`/api/sessions/${id}/view`, withBearer(key)),
    await server.get(`/api/sessions/${id}/events`, withBearer(key)),
    await server.post(`/api/sessions/${id}/commands`, { id: 'c'.repeat(22), type: 'session.close', data: {} }, withBearer(key)),
    await server.get(`/api/sessions/${id}/record`, withBearer(key)),
    await server.get(`/api/sessions/${id}/captions.vtt?language=en`, withBearer(key)),
    await server.get('/api/staff/captions', withBearer(key)),
    await server.get('/api/sessions', withBearer(key)),
    await server.get('/api/captions/page', withBearer(key.replace('.en.', '.fr.'))),
    await server.get('/api/captions/page', withBearer(`${key}x`)),
    await server.get('/api/captions/page'),
  ]
  expect(asked.map(({ status }) => status).filter((status) => status < 400)).toEqual([])
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: protocolVersion, ticket: key },
  })
  const refused = await new Promise<string>((resolve) => {
    socket.on('connect_error', ({ message }) => resolve(message))
    socket.on('connect', () => resolve('connected'))
  })
  socket.close()
  expect(refused).not.toBe('connected')
  expect(JSON.stringify(server.logLines)).not.toContain(key.split('.')[2])
})

test('[X60] it ends with the address of its track', async () => {
  const key = await getKey('en')
  await staff.send('captions.renew', { language: 'en' as never })
  expect(await readReason(await server.get('/api/captions/page', withBearer(key)))).toEqual([401, 'forbidden'])
  expect(await readReason(await send(key, 'x'))).toEqual([401, 'forbidden'])
  expect((await read(await getKey('en'))).language).toBe('en')
})

test('[X61] a line that waited at its sender belongs to the turn in which it was written', async () => {
  const key = await getKey('fr')
  const turn = server.session.state.floor.current?.id as never
  await staff.send('floor.start', { turn })
  const startedAt = performance.now()
  await expect.poll(() => performance.now() - startedAt, { interval: 20 }).toBeGreaterThan(100)
  await staff.send('floor.end', { turn })
  const endedAt = performance.now()
  // Waits until a last word no longer counts for the turn.
  await expect.poll(() => performance.now() - endedAt).toBeGreaterThan(2_100)
  await send(key, 'Written then', `?seq=50&waited=${Math.round(performance.now() - startedAt - 50)}`)
  await send(key, 'Written now', '?seq=51')
  const latest = (await staff.socket.timeout(10_000).emitWithAck('follow', { language: 'fr' })) as {
    lines: readonly { text: string; turn: { id: string } | null }[]
  }
  expect(latest.lines.slice(-2).map(({ text, turn: its }) => [text, its?.id])).toEqual([
    ['Written then', turn],
    ['Written now', undefined],
  ])
  for (const waited of ['-1', '600001', 'x']) expect((await send(key, 'x', `?waited=${waited}`)).status).toBe(400)
})

test('[X76] a new line never takes the number of another, its repeat changes nothing, and a correction still corrects', async () => {
  const key = await getKey('fr')
  expect((await send(key, 'De la première', '?seq=60&new=true')).status).toBe(200)
  expect(await readReason(await send(key, 'De la seconde', '?seq=60&new=true'))).toEqual([409, 'conflict'])
  expect((await send(key, 'De la première', '?seq=60&new=true')).status).toBe(200)
  expect(await (await send(key, 'De la seconde', '?seq=61&new=true&waited=5000')).text()).toBe('61')
  expect((await send(key, 'De la première.', '?seq=60&correct=true')).status).toBe(200)
  expect((await read(key)).lines.slice(-2).map(({ seq, text }) => [seq, text])).toEqual([
    [60, 'De la première.'],
    [61, 'De la seconde'],
  ])
  // It waited, so it was spoken before the other, and comes before it in the files.
  const file = await (
    await server.get(`/api/sessions/${server.session.id}/captions.srt?language=fr`, withBearer(staff.ticket.ticket))
  ).text()
  expect(file.indexOf('De la seconde')).toBeLessThan(file.indexOf('De la première.'))
  expect((await send(key, 'x', '?seq=62&new=maybe')).status).toBe(400)
  expect((await send(key, 'x', '?seq=62&correct=maybe')).status).toBe(400)
})
