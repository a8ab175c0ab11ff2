/** Captions: taken as captioners' software sends them, put in order and assigned to turns, stored, and sent to their readers. */

import { describeTurnAt, type LineIntent, type StoredLine, TrackLines } from '@rostrum/server/services/captions/caption-line'
import type { FloorState, PastTurn } from '@rostrum/shared/contract/floor'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { initialState } from '@rostrum/shared/domain/decider'
import type { Instant } from '@rostrum/shared/kernel/time'
import { seconds, toInstant } from '@rostrum/shared/kernel/time'
import { writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { listSentLines } from '../../support/captioning-software.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../../support/in-process-server.ts'
import { tellStory } from '../../support/story.ts'
import { TestClient } from '../../support/test-client.ts'

/** The minute of the close, shortened. */
vi.mock(import('@rostrum/shared/contract/closing'), () => ({ getCloseFinalAt: (closedAt) => toInstant(closedAt + 500) }))

const delay = seconds(4)

describe('[X40] the order of lines', () => {
  const place = (track: TrackLines, seq: number | null, text: string, at: number, intent: LineIntent = 'counted'): StoredLine | null => {
    const line = track.place({ seq, text, intent }, at as Instant, delay)
    if (line === 'taken') throw new Error('the number is taken')
    if (line) track.add(line)
    return line
  }
  const read = (track: TrackLines) => [...track.byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { text }]) => text)

  test('a repeat changes nothing, a correction says so, and a late line is placed where it was spoken', () => {
    const track = new TrackLines()
    place(track, 1, 'one', 10_000)
    const third = place(track, 3, 'three', 12_000)
    expect(place(track, 3, 'three', 12_500)).toBeNull()
    expect(place(track, 2, 'two', 13_000)?.spokenAt).toBe(third?.spokenAt)
    expect(place(track, 1, 'One', 14_000, 'correction')).toMatchObject({ seq: 1, at: 10_000, spokenAt: 6_000 })
    expect(read(track)).toEqual(['One', 'two', 'three'])
    expect(track.lastSeq).toBe(3)
  })

  test('software that starts counting again continues after the last line, and lines without a number are numbered', () => {
    const track = new TrackLines()
    for (let seq = 1; seq <= 100; seq += 1) place(track, seq, `a${seq}`, seq * 3_000)
    place(track, 1, 'b1', 301_000)
    place(track, 2, 'b2', 302_000)
    place(track, null, 'b3', 303_000)
    expect(read(track).slice(-4)).toEqual(['a100', 'b1', 'b2', 'b3'])
    expect(track.lastSeq).toBe(3)
  })

  test('software that is tested, and then counts from one again within two minutes, replaces nothing', () => {
    const track = new TrackLines()
    for (const [seq, text] of ['Test', 'One two', 'Test over'].entries()) place(track, seq + 1, text, 10_000 + seq * 1_000)
    for (const [seq, text] of ['Thank you, Chair.', 'My delegation', 'cannot accept'].entries())
      place(track, seq + 1, text, 60_000 + seq * 1_000)
    place(track, 1, 'Again', 70_000)
    expect(read(track)).toEqual(['Test', 'One two', 'Test over', 'Thank you, Chair.', 'My delegation', 'cannot accept', 'Again'])
    // A correction that comes too late replaces nothing either.
    expect(place(track, 1, 'Against', 300_000, 'correction')).toMatchObject({ at: 300_000 })
  })

  test('[X43] a new reader gets the last two hundred lines in the order spoken, however many there are', () => {
    const track = new TrackLines()
    for (let seq = 1; seq <= 2_000; seq += 1) place(track, seq % 7 === 3 ? seq + 1 : seq % 7 === 4 ? seq - 1 : seq, `a${seq}`, seq * 1_000)
    const all = [...track.byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
    expect(track.listLatest()).toEqual(all.slice(-200))
  })

  test('a line that could not be stored is as it was before', () => {
    const track = new TrackLines()
    const first = place(track, 1, 'one', 1_000) as StoredLine
    const corrected = place(track, 1, 'two', 2_000, 'correction') as StoredLine
    track.restore(corrected, first)
    expect(read(track)).toEqual(['one'])
    track.restore(first, null)
    expect(track.byId.has(writeLineId(first))).toBe(false)
  })
})

test.each([1, 2, 3])('[X41] every line of ninety minutes belongs to its turn: late, doubled and out of order, seed %i', (seed) => {
  const speeches = Array.from({ length: 28 }, (_, index) => ({
    from: index * 190_000 + 5_000,
    to: index * 190_000 + 180_000,
    name: `Speaker ${index}`,
  }))
  const past = speeches.map(({ from, to, name }, index) => ({
    ...{ id: `turn-${index}`, speaker: { entity: name }, startedAt: from, endedAt: to, language: 'fr' },
  })) as unknown as readonly PastTurn[]
  const floor = { current: null, interrupted: null, past } as unknown as FloorState
  const track = new TrackLines()
  const sent = listSentLines(speeches, seed)
  for (const { seq, text, sentAt } of sent) {
    const line = track.place({ seq, text, intent: 'new' }, Math.round(sentAt) as Instant, seconds(2))
    if (line && line !== 'taken') track.add(line)
  }
  const lines = [...track.byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
  expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: lines.length }, (_, index) => index + 1))
  const wrong = lines.filter(
    ({ text, spokenAt }) => describeTurnAt({ floor, people: initialState.people }, spokenAt)?.who !== text.split(',')[0],
  )
  expect([wrong.length, lines.length > 900]).toEqual([0, true])
})

describe('a session with captions', () => {
  tellStory()
  let server: InProcessServer
  let url: string
  let staff: TestClient
  beforeAll(async () => {
    server = await startInProcessServer()
    url = `http://127.0.0.1:${server.app.getPort()}`
    staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
  })
  afterAll(async () => {
    staff.close()
    await server.close()
  })
  const getAddress = async (language: string): Promise<string> => {
    const answer = await fetch(`${url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: readonly { language: string; address: string }[] }
    return `${url}${new URL(tracks.find((one) => one.language === language)?.address ?? '').pathname}${new URL(tracks.find((one) => one.language === language)?.address ?? '').search}`
  }
  const post = async (address: string, body: BodyInit, type = 'text/plain') => {
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body })
    const text = await answer.text()
    return [answer.status, answer.ok ? text : (JSON.parse(text) as { reason: string }).reason]
  }
  const follow = async (client: TestClient, language: string | null) =>
    (await client.socket.timeout(10_000).emitWithAck('follow', { language })) as CaptionUpdate | null

  let address: string
  beforeEach(async () => {
    await staff.send('session.open', { onAnyDay: true })
    await staff.send('captions.add', { language: 'fr' as never })
    address = await getAddress('fr')
  })

  test('[X42] takes lines at its address as software sends them, and returns the last number', async () => {
    expect(await post(`${address}&seq=1&lang=fr-FR`, 'Je remercie la présidence')).toEqual([200, '1'])
    expect(await post(`${address}&seq=1&lang=fr-FR`, 'Je remercie la présidence')).toEqual([200, '1'])
    expect(await post(`${address}&seq=2`, 'des questions.\\n', 'text/plain; charset=utf-8')).toEqual([200, '2'])
    expect(await post(address, 'Sans compter', 'application/octet-stream')).toEqual([200, '3'])
    const seq = await fetch(address.replace('/captions?', '/captions/seq?'))
    expect(await seq.text()).toBe('3')
    const latest = await follow(staff, 'fr')
    expect(latest?.lines.map(({ text }) => text)).toEqual(['Je remercie la présidence', 'des questions.', 'Sans compter'])
    const rows = await server.store.list(`captions/${server.session.id}`)
    expect(rows).toHaveLength(3)
  })

  test('[X42] refuses hostile lines with a reason, and stores nothing of them', async () => {
    const before = (await server.store.list(`captions/${server.session.id}`)).length
    expect(await post(`${address}&seq=9`, new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toEqual([422, 'text-refused'])
    expect(await post(`${address}&seq=9`, '   ')).toEqual([422, 'text-empty'])
    expect(await post(`${address}&seq=9`, 'x'.repeat(1_001))).toEqual([422, 'text-too-long'])
    expect(await post(`${address}&seq=9`, 'x'.repeat(10_000))).toEqual([413, 'too-large'])
    expect(await post(`${address}&seq=-1`, 'x')).toEqual([400, 'malformed'])
    expect(await post(`${address}&seq=1e99`, 'x')).toEqual([400, 'malformed'])
    expect(await post(`${address}x&seq=9`, 'x')).toEqual([401, 'forbidden'])
    expect(await post(`${url}/api/captions?key=a.b.c`, 'x')).toEqual([401, 'forbidden'])
    expect(await post(`${url}/api/captions`, 'x')).toEqual([401, 'forbidden'])
    // Credits are restored with time.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => post(`${address}&seq=${1000 + index}`, `flood ${index}`)))
    clock.mockRestore()
    expect(answers.filter(([status]) => status === 429).length).toBeGreaterThan(30)
    expect((await server.store.list(`captions/${server.session.id}`)).length - before).toBeLessThan(90)
  })

  test('[X43] sends a line to the readers of its language alone, and a correction with its new words in place', async () => {
    const room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
    const other = await TestClient.join(url, { link: getSecret(server.startupLinks.remote) })
    await staff.send('captions.add', { language: 'en' as never })
    const english = await getAddress('en')
    const heard: CaptionUpdate[] = []
    const silence: CaptionUpdate[] = []
    room.socket.on('captions', (update: CaptionUpdate) => heard.push(update))
    other.socket.on('captions', (update: CaptionUpdate) => silence.push(update))
    expect(await follow(room, 'en')).toEqual({ language: 'en', lines: [] })
    expect(await follow(other, 'xx')).toBeNull()
    expect(await follow(other, 'fr')).toMatchObject({ language: 'fr' })
    await post(`${english}&seq=1`, 'I thank the Chair')
    await post(`${english}&seq=1&correct=true`, 'I thank the Chair.')
    await expect
      .poll(() => heard.flatMap(({ lines }) => lines.map(({ text }) => text)))
      .toEqual(['I thank the Chair', 'I thank the Chair.'])
    expect(new Set(heard.flatMap(({ lines }) => lines.map(({ id }) => id))).size).toBe(1)
    await follow(room, null)
    await post(`${english}&seq=2`, 'Nobody reads this')
    expect((await follow(staff, 'en'))?.lines).toHaveLength(2)
    expect([heard.length, silence.length]).toEqual([2, 0])
    room.close()
    other.close()
  })

  test('[X43] gives with a line who was speaking, and in which language', async () => {
    await staff.send('captions.set-delay', { delay: 0 as never })
    const person = server.session.state.people.notParticipants.find((id) => server.session.state.people.all.get(id)?.role === 'panellist')
    await staff.send('floor.give', { person: person as never, expectedCurrent: null, expectedNext: null, language: 'ar' as never })
    const turn = server.session.state.floor.current?.id as never
    await staff.send('floor.start', { turn })
    await new Promise((done) => setTimeout(done, 5))
    // Earlier lines were sent too fast.
    await expect.poll(() => post(`${address}&seq=5000`, 'Merci')).toEqual([200, '5000'])
    expect((await follow(staff, 'fr'))?.lines.at(-1)).toMatchObject({ text: 'Merci', turn: { id: turn, who: 'Panel', language: 'ar' } })
  })

  test('[R41] has the words of the turn in its record over HTTP, but not for people who may not read it', async () => {
    const turn = server.session.state.floor.current?.id
    await staff.send('floor.end', { turn: turn as never })
    const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
    const read = async (query = '') =>
      (await (await fetch(`${url}/api/sessions/${server.session.id}/record${query}`, { headers })).json()) as SessionRecord
    expect((await read()).turns.find(({ id }) => id === turn)?.words).toMatchObject([{ language: 'fr', text: 'Merci', cut: false }])
    expect((await read('?public=true')).turns.filter(({ words }) => words)).toEqual([])
    const room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
    const refused = await fetch(`${url}/api/sessions/${server.session.id}/record`, {
      headers: { authorization: `Bearer ${room.ticket.ticket}` },
    })
    expect(refused.status).toBe(403)
    room.close()
  })

  test('[X44] accepts nothing more at a renewed or removed address, which only officers with the duty can read', async () => {
    await staff.send('captions.renew', { language: 'fr' as never })
    expect(await post(`${address}&seq=6000`, 'x')).toEqual([401, 'forbidden'])
    const renewed = await getAddress('fr')
    await staff.send('captions.remove', { language: 'fr' as never })
    await staff.send('captions.add', { language: 'fr' as never })
    expect(await post(`${renewed}&seq=6000`, 'x')).toEqual([401, 'forbidden'])
    const room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
    const refused = await fetch(`${url}/api/staff/captions`, { headers: { authorization: `Bearer ${room.ticket.ticket}` } })
    expect(refused.status).toBe(403)
    const key = new URL(await getAddress('fr')).searchParams.get('key') ?? ''
    expect(JSON.stringify([server.logLines, server.session.state, room.frames.audienceView, staff.frames.audienceView])).not.toContain(
      key.split('.')[2],
    )
    room.close()
  })

  test('[X45] offers the captions as a file in each language, from the opening on, with markup in them as text', async () => {
    // Earlier lines were sent too fast. This waits until the address takes lines again.
    await expect.poll(() => post(`${address}&seq=6500`, 'a --> <b>bold</b> & "so"')).toEqual([200, '6500'])
    const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
    const base = `${url}/api/sessions/${server.session.id}/captions`
    const { languages } = (await (await fetch(base, { headers })).json()) as { languages: readonly { language: string }[] }
    expect(languages.map(({ language }) => language)).toContain('fr')
    const vtt = await (await fetch(`${base}.vtt?language=fr`, { headers })).text()
    expect(vtt).toMatch(/^WEBVTT\n\n\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n/)
    expect(vtt).toContain('a --&gt; &lt;b&gt;bold&lt;/b&gt; &amp; "so"')
    const srt = await (await fetch(`${base}.srt?language=fr`, { headers })).text()
    expect(srt).toMatch(/^1\n\d\d:\d\d:\d\d,\d{3} --> /)
    expect(srt).toContain('a -> <b>bold</b>')
    expect((await fetch(`${base}.vtt?language=xx`, { headers })).status).toBe(404)
    expect((await fetch(`${base}.vtt?language=fr`)).status).toBe(401)
  })

  test('[X44, S75] keeps none of the words after the close if they are not to be kept', async () => {
    await post(`${address}&seq=7000`, 'To be forgotten')
    await staff.send('captions.set-kept', { kept: false })
    await staff.send('session.close', {})
    expect((await server.store.list(`captions/${server.session.id}`)).length).toBeGreaterThan(0)
    await expect.poll(async () => (await server.store.list(`captions/${server.session.id}`)).length).toBe(0)
    expect(await post(`${await getAddress('fr')}&seq=7001`, 'x')).toEqual([409, 'session-closed'])
  })
})
