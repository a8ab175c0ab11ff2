/** Files of captions: what is read from them, what is refused, and what happens to the earlier words. */

import { readCaptionFile } from '@rostrum/server/services/captions/read-caption-file'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { fileRun } from '@rostrum/shared/protocol/caption-line-id'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

const read = async (file: string | Buffer) => {
  const done = await readCaptionFile(Buffer.from(file as string))
  return done.ok ? done.lines.map(({ from, text }) => [from, text]) : [done.reason, done.place]
}
const vtt = (...cues: readonly string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`

describe('[X63] a file of captions', () => {
  test('is read as WebVTT, without anything that only styles, names or positions a line', async () => {
    const file = vtt(
      'STYLE\n::cue { color: red }',
      'NOTE nothing of this\nnor of this',
      'intro\n00:01.500 --> 00:03.000 align:start position:0%\n<v.loud The Chair>I thank <i>all</i>\n<c.yellow>of you</c> <00:02.000>&amp; you',
      '100:00:00.000 --> 100:00:01.000\n&lt;b&gt; &#39;so&#x27; &nbsp;&unknown; &#9999999;',
      '00:00.000 --> 00:09.000\nearlier, and over both',
      '00:04.000 --> 00:05.000\n<i></i>',
      '00:04.000 --> 00:05.000\n42',
      '00:05.000 --> 00:06.000\nno empty row\n00:06.000 --> 00:07.000\nbetween these',
    )
    const expected = [
      [0, 'earlier, and over both'],
      [1_500, 'I thank all of you & you'],
      [4_000, '42'],
      [5_000, 'no empty row'],
      [6_000, 'between these'],
      [360_000_000, "<b> 'so' &unknown; &#9999999;"],
    ]
    expect(await read(file)).toEqual(expected)
    expect(await read(`\ufeff${file.replaceAll('\n', '\r\n')}`)).toEqual(expected)
    expect(await read(file.replaceAll('\n', '\r'))).toEqual(expected)
  })

  test('is read as SRT, and an empty row in a text does not lose what follows', async () => {
    const cues = [
      '1\n00:00:01,000 --> 00:00:02,500\n<i>One</i> {\\an8}two & a < b',
      '2\n00:00:03,000 --> 00:00:04,000\nThree\n\nand four\n\n1964',
    ]
    const expected = [
      [1_000, 'One two & a < b'],
      [3_000, 'Three and four 1964'],
      [5_000, 'Five'],
    ]
    const last = '3\n00:00:05,0 --> 00:00:06\nFive\n\n\n'
    expect(await read([...cues, last].join('\n\n'))).toEqual(expected)
    expect(await read([...cues, last].join('\n'))).toEqual(expected)
    expect(await read(Buffer.from(`\ufeff\r\n${[...cues, last].join('\r\n\r\n')}`))).toEqual(expected)
    expect(await read('1\n\n00:00:01,000 --> 00:00:02,000\nAfter an empty row\n')).toEqual([[1_000, 'After an empty row']])
  })

  test('has its text cleaned like a line: nothing that controls a screen, but marks of direction are kept', async () => {
    const text = 'a\u0000b \u202eevil\u202c \u200fمرحبا\u200f \ufeff\u2066c\u2069 \\n d'
    expect(await read(vtt(`00:00.000 --> 00:01.000\n${text}`))).toEqual([[0, 'ab evil \u200fمرحبا\u200f c d']])
  })

  test.each<[string, string | Buffer, readonly unknown[]]>([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${vtt('00:00.000 --> 00:01.000\nx')}`, 'utf16le'), ['captions-not-utf8', null]],
    ['UTF-16 without a mark', Buffer.from(vtt('00:00.000 --> 00:01.000\nx'), 'utf16le'), ['captions-not-utf8', null]],
    ['the letters of an old code page', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\ncaf\xe9\n', 'latin1'), ['captions-not-utf8', null]],
    ['nothing', '', ['text-empty', null]],
    ['a head alone', 'WEBVTT', ['text-empty', null]],
    ['only pauses', vtt('00:00.000 --> 00:01.000\n<i></i>'), ['text-empty', null]],
    ['something else', 'Dear all,\n00:00.000 --> 00:01.000\nx', ['captions-unreadable', 1]],
    ['a page', '<html>\n<body>', ['captions-unreadable', 1]],
    ['no end time', vtt('00:00.000 --> 00:01.000\nx', '00:01.000 -->\ny'), ['caption-time-unclear', 6]],
    ['no start time', vtt('--> 00:01.000\ny'), ['caption-time-unclear', 3]],
    ['a minute of 61 seconds', vtt('00:61.000 --> 01:01.000\nx'), ['caption-time-unclear', 3]],
    ['a negative time', vtt('-00:01.000 --> 00:01.000\nx'), ['caption-time-unclear', 3]],
    ['a line of a thousand and one', vtt(`00:00.000 --> 00:01.000\n${'x'.repeat(1_001)}`), ['text-too-long', 3]],
    ['too many', vtt(...Array.from({ length: 50_001 }, () => '00:00.000 --> 00:01.000\nx')), ['too-large', null]],
  ])('is refused as a whole, with the row, for %s', async (_, file, expected) => {
    expect(await read(file)).toEqual(expected)
  })

  test('takes time in proportion to its size, whatever it contains', { timeout: 60_000 }, async () => {
    const size = 512 * 1024
    const hostile = ['<', '<font ', '&#1', '1\n', '\n', ' ', '00:00.000 --> 00:01.000\nx\n\n', '-->', '{\\an', '\u0301', '9']
    const heads = ['WEBVTT\n\n00:00.000 --> 00:01.000\n', '1\n00:00:00,000 --> 00:00:01,000\n']
    for (const head of heads)
      for (const piece of hostile) {
        const began = performance.now()
        await read(head + piece.repeat(size / piece.length))
        expect([piece, performance.now() - began < 3_000]).toEqual([piece, true])
      }
  })
})

describe('a file of captions of a session', () => {
  tellStory()
  let server: InProcessServer
  let url: string
  let staff: TestClient
  let key: string
  let openedAt: number
  beforeAll(async () => {
    server = await startInProcessServer()
    url = `http://127.0.0.1:${server.app.getPort()}`
    staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
    await staff.send('captions.add', { language: 'fr' as never })
    const answer = await fetch(`${url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: readonly { address: string }[] }
    key = new URL(tracks[0]?.address ?? '').searchParams.get('key') ?? ''
  })
  afterAll(async () => {
    staff.close()
    await server.close()
  })
  const handIn = async (body: BodyInit, query = '', by = key) => {
    const headers = { authorization: `Bearer ${by}`, 'content-type': 'text/vtt' }
    const answer = await fetch(`${url}/api/captions/file?${query}`, { method: 'PUT', headers, body })
    return [answer.status, await answer.json()]
  }
  const send = async (seq: number, line: string) =>
    (
      await fetch(`${url}/api/captions?key=${key}&seq=${seq}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: line })
    ).text()
  const listRows = async () => await server.store.list(`captions/${server.session.id}`)
  const listTexts = async () => (await listRows()).map(([, line]) => (line as { text: string }).text)
  const download = async (format: string) => {
    const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
    return await (await fetch(`${url}/api/sessions/${server.session.id}/captions.${format}?language=fr`, { headers })).text()
  }
  const now = () => `start=${Date.now() - 1_000}`
  const some = vtt('00:00.000 --> 00:00.100\nUn')

  test('[X64] is refused before the opening, and nothing of it is stored', async () => {
    expect(await handIn(some)).toEqual([409, { reason: 'session-not-open' }])
    expect(await listRows()).toEqual([])
  })

  test('[X64] gives its lines to the turns of that time, and no delay is applied', async () => {
    await staff.send('session.open', { onAnyDay: true })
    openedAt = server.session.state.session.openedAt ?? 0
    const person = server.session.state.people.notParticipants.find((id) => server.session.state.people.all.get(id)?.role === 'panellist')
    await staff.send('floor.give', { person: person as never, expectedCurrent: null, expectedNext: null, language: 'fr' as never })
    const turn = server.session.state.floor.current?.id as never
    await staff.send('floor.start', { turn })
    const startedAt = server.session.state.floor.current?.startedAt ?? 0
    await expect.poll(() => Date.now() - startedAt).toBeGreaterThan(300)
    await staff.send('floor.end', { turn })
    const stamp = (ms: number) => new Date(Math.max(0, startedAt - openedAt + ms)).toISOString().slice(11, 23)
    const file = vtt(
      `00:00.000 --> 00:00.001\nAvant`,
      `${stamp(100)} --> ${stamp(200)}\n<v Somebody>Un`,
      `${stamp(250)} --> ${stamp(280)}\nDeux`,
    )
    const outside = startedAt > openedAt ? 1 : 0
    expect(await handIn(file, 'check=true')).toEqual([200, { lines: 3, outside, replaced: 0, changed: true }])
    expect(await listRows()).toEqual([])
    expect(await handIn(file)).toEqual([200, { lines: 3, outside, replaced: 0, changed: true }])
    const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
    const record = (await (await fetch(`${url}/api/sessions/${server.session.id}/record`, { headers })).json()) as SessionRecord
    expect(record.turns.find(({ id }) => id === turn)?.words?.[0]).toMatchObject({
      language: 'fr',
      text: expect.stringMatching(/Un Deux$/),
    })
  })

  test('[X65] changes nothing if its lines are the same, even from another start, and otherwise replaces all lines', async () => {
    const before = await listRows()
    const file = await download('vtt')
    expect(await handIn(file)).toMatchObject([200, { changed: false, replaced: 3 }])
    expect(await listRows()).toEqual(before)
    expect(await handIn(some, 'check=true')).toMatchObject([200, { changed: true, lines: 1, replaced: 3 }])
    expect(await listRows()).toEqual(before)
    expect(await handIn(some)).toMatchObject([200, { changed: true, lines: 1, replaced: 3 }])
    expect(await listTexts()).toEqual(['Un'])
  })

  test('[X65] is not corrected by later lines, which come after it, and new readers see both', async () => {
    await send(1, 'Deux')
    await send(900, 'Trois')
    expect(await listTexts()).toEqual(['Un', 'Deux', 'Trois'])
    const latest = (await staff.socket.timeout(10_000).emitWithAck('follow', { language: 'fr' })) as CaptionUpdate
    expect(latest.lines.map(({ text }) => text)).toEqual(['Un', 'Deux', 'Trois'])
    const page = await fetch(`${url}/api/captions/page`, { headers: { authorization: `Bearer ${key}` } })
    expect(((await page.json()) as { lines: readonly { text: string }[] }).lines.map(({ text }) => text)).toEqual(['Deux', 'Trois'])
  })

  test('[X65] does not change what current readers have seen', async () => {
    const heard: CaptionUpdate[] = []
    staff.socket.on('captions', (update: CaptionUpdate) => heard.push(update))
    expect(await handIn(vtt('00:00.000 --> 00:00.100\nAutre'), now())).toMatchObject([200, { changed: true, replaced: 3 }])
    await send(1, 'Après')
    await expect.poll(() => heard.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(['Après'])
  })

  test('[X63] changes nothing if it is refused: hostile, with a wrong key, in the future, too large', async () => {
    const before = await listRows()
    expect(await handIn(vtt('00:00.000 --> 00:01.000\nx', '00:01.000 -->\ny'))).toEqual([
      422,
      { reason: 'caption-time-unclear', at: '6', rule: 'caption-time-unclear' },
    ])
    expect(await handIn(Buffer.from(`\ufeff${some}`, 'utf16le'))).toEqual([422, { reason: 'captions-not-utf8' }])
    expect(await handIn(vtt('00:00.000 --> 00:01.000\nx', '99:00:00.000 --> 99:00:01.000\ny'))).toMatchObject([
      422,
      { reason: 'captions-after-now', at: '6' },
    ])
    expect(await handIn(some, `start=${Date.now() + 60_000}`)).toMatchObject([422, { reason: 'captions-after-now' }])
    expect(await handIn(some, 'start=x')).toMatchObject([400, { reason: 'malformed' }])
    expect(await handIn(some, '', 'wrong')).toEqual([401, { reason: 'forbidden' }])
    expect(await handIn(some, '', staff.ticket.ticket)).toEqual([403, { reason: 'forbidden' }])
    expect(await handIn('')).toEqual([422, { reason: 'text-empty' }])
    expect(await handIn('x'.repeat(2 * 1024 * 1024 + 1))).toEqual([413, { reason: 'too-large' }])
    expect(await listRows()).toEqual(before)
  })

  test('[X63] is refused if a track gets more files a minute than the limit', async () => {
    // More than twice the limit, because another minute may begin in the meantime.
    const answers = await Promise.all(Array.from({ length: 50 }, () => handIn(some, 'check=true')))
    expect(answers.filter(([status]) => status === 429).length).toBeGreaterThan(5)
  })
})

describe('[X45, X65] a file that this server wrote is read back', () => {
  test.each(['vtt', 'srt'])('as the same words, in %s', async (format) => {
    const server = await startInProcessServer()
    const url = `http://127.0.0.1:${server.app.getPort()}`
    const staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
    await staff.send('session.open', { onAnyDay: true })
    for (const language of ['fr', 'ar']) await staff.send('captions.add', { language: language as never })
    const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
    const { tracks } = (await (await fetch(`${url}/api/staff/captions`, { headers })).json()) as { tracks: readonly { address: string }[] }
    const [from, to] = tracks.map(({ address }) => new URL(address).searchParams.get('key') ?? '') as [string, string]
    const hostile = ['a --> b', '<b>bold</b>', '&lt;v X&gt;', 'NOTE this', 'WEBVTT']
    const plain = ['Je remercie & je pars', '42', '1 < 2 > 0', '\u200fمرحبا', 'çà et là', '{curly}']
    for (const line of format === 'vtt' ? [...plain, ...hostile] : plain)
      await fetch(`${url}/api/captions?key=${from}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: line })
    const get = async (language: string) =>
      await (await fetch(`${url}/api/sessions/${server.session.id}/captions.${format}?language=${language}`, { headers })).text()
    const file = await get('fr')
    const put = async (key: string) =>
      await (await fetch(`${url}/api/captions/file?key=${key}`, { method: 'PUT', headers: { 'content-type': 'x/y' }, body: file })).json()
    expect(await put(from)).toMatchObject({ changed: false })
    expect(await put(to)).toMatchObject({ changed: true })
    expect(await get('ar')).toBe(file)
    const rows = await server.store.list(`captions/${server.session.id}`)
    expect(new Set(rows.filter(([id]) => id.startsWith('ar/')).map(([, line]) => (line as { run: number }).run))).toEqual(
      new Set([fileRun]),
    )
    staff.close()
    await server.close()
  })
})

test.each([true, false])(
  '[X64] after the close a file is accepted, and a language added for it, if the words are kept: %s',
  async (kept) => {
    const server = await startInProcessServer()
    const url = `http://127.0.0.1:${server.app.getPort()}`
    const staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
    const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
    await staff.send('session.open', { onAnyDay: true })
    await staff.send('captions.add', { language: 'fr' as never })
    await staff.send('captions.set-kept', { kept })
    const person = server.session.state.people.notParticipants.find((id) => server.session.state.people.all.get(id)?.role === 'panellist')
    await staff.send('floor.give', { person: person as never, expectedCurrent: null, expectedNext: null, language: 'es' as never })
    await staff.send('floor.start', { turn: server.session.state.floor.current?.id as never })
    const startedAt = server.session.state.floor.current?.startedAt
    await staff.send('session.close', {})
    const added = await staff.send('captions.add', { language: 'es' as never })
    expect(added).toEqual(kept ? { ok: true } : { ok: false, reason: 'session-closed' })
    const { tracks } = (await (await fetch(`${url}/api/staff/captions`, { headers })).json()) as { tracks: readonly { address: string }[] }
    const key = new URL(tracks.at(-1)?.address ?? '').searchParams.get('key') ?? ''
    const answer = await fetch(`${url}/api/captions/file?key=${key}&start=${startedAt}`, {
      ...{ method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'WEBVTT\n\n00:00.000 --> 00:01.000\nGracias\n' },
    })
    expect([answer.status, await answer.json()]).toMatchObject(kept ? [200, { lines: 1, outside: 0 }] : [409, { reason: 'words-not-kept' }])
    const record = (await (await fetch(`${url}/api/sessions/${server.session.id}/record`, { headers })).json()) as SessionRecord
    expect(record.turns.flatMap(({ words = [] }) => words.map(({ text }) => text))).toEqual(kept ? ['Gracias'] : [])
    expect(await server.store.list(`captions/${server.session.id}`)).toHaveLength(kept ? 1 : 0)
    staff.close()
    await server.close()
  },
)
