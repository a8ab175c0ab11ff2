/** Lines of captions over a socket: the same lines, checks and answers as over HTTP. The connection ends with its key. */
import type { SessionFault } from '@rostrum/server/engine/session/session-fault'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { Manager } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { awaitEnd, connectSender, openSender, sendLine } from '../support/caption-sender.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'

describe('lines over a socket', () => {
  tellStory()
  let server: InProcessServer
  let url: string
  let staff: TestClient
  let key: string
  beforeAll(async () => {
    server = await startInProcessServer()
    url = `http://127.0.0.1:${server.app.getPort()}`
    staff = await TestClient.join(url, { link: getSecret(server.startupLinks.secretariat) })
    for (const language of ['fr', 'en']) await staff.send('captions.add', { language: language as never })
    key = await getKey('fr')
  })
  afterAll(async () => {
    staff.close()
    await server.close()
  })
  const getKey = async (language: string): Promise<string> => {
    const answer = await fetch(`${url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: readonly { language: string; address: string }[] }
    return new URL(tracks.find((track) => track.language === language)?.address ?? '').searchParams.get('key') ?? ''
  }
  const post = async (seq: number, body: string) => {
    const answer = await fetch(`${url}/api/captions?key=${key}&seq=${seq}`, {
      ...{ method: 'POST', headers: { 'content-type': 'text/plain' }, body },
    })
    return [answer.status, answer.ok ? Number(await answer.text()) : ((await answer.json()) as { reason: string }).reason]
  }
  /** Waits until there are no longer too many connections. */
  const openWhereRoom = async (its: string) =>
    await vi.waitUntil(async () => {
      const socket = await connectSender(url, its)
      return typeof socket === 'string' ? null : socket
    })
  const listTexts = async () =>
    (await server.store.list(`captions/${server.session.id}`)).map(([, line]) => (line as { text: string }).text)

  test('[X67] are accepted with the key of a track and nothing else, and refused before the opening', async () => {
    for (const auth of [
      { key: 'wrong' },
      { key: `${key}x` },
      {},
      { key: 7 },
      { key, ticket: staff.ticket.ticket },
      { ticket: staff.ticket.ticket },
    ])
      expect([auth, await connectSender(url, key, { auth })]).toEqual([auth, 'forbidden'])
    const sender = await openSender(url, key)
    expect(await sendLine(sender, { text: 'x' })).toEqual({ ok: false, reason: 'session-not-open' })
    await staff.send('session.open', { onAnyDay: true })
    expect(await sendLine(sender, { text: 'x', seq: 1 })).toEqual({ ok: true, seq: 1 })
    sender.close()
  })

  test.each(['websocket', 'polling'] as const)(
    '[X67] are the same lines as over HTTP, and repeats of each other: %s',
    async (transport) => {
      const sender = await openSender(url, key, { transport })
      const before = await listTexts()
      const [one, two, three] = transport === 'websocket' ? [11, 12, 13] : [21, 22, 23]
      expect(await sendLine(sender, { text: 'un', seq: one })).toEqual({ ok: true, seq: one })
      expect(await post(one, 'un')).toEqual([200, one])
      expect(await post(two, 'deux')).toEqual([200, two])
      expect(await sendLine(sender, { text: 'deux', seq: two })).toEqual({ ok: true, seq: two })
      expect(await sendLine(sender, { text: 'Deux', seq: two, correct: true })).toEqual({ ok: true, seq: two })
      expect(await sendLine(sender, { text: 'Trois', seq: two, new: true })).toEqual({ ok: false, reason: 'conflict' })
      expect(await sendLine(sender, { text: 'sans\\ncompter', waited: 500 })).toEqual({ ok: true, seq: three })
      expect((await listTexts()).slice(before.length)).toEqual(['un', 'Deux', 'sans compter'])
      sender.close()
    },
  )

  test('[X67] are refused with a reason and not stored if hostile; a message that is not a line ends the connection', async () => {
    const sender = await openSender(url, key)
    const before = await listTexts()
    const lines: readonly (readonly [unknown, string])[] = [
      [null, 'malformed'],
      ['x', 'malformed'],
      [{ text: 7 }, 'malformed'],
      [{ text: 'x', seq: -1 }, 'malformed'],
      [{ text: 'x', seq: 1e99 }, 'malformed'],
      [{ text: 'x', waited: 600_001 }, 'malformed'],
      [{ text: 'x', more: true }, 'malformed'],
      [{ text: Buffer.from('x') }, 'malformed'],
      [{ text: '\u0000 \u202e' }, 'text-empty'],
      [{ text: 'x'.repeat(1_001) }, 'text-too-long'],
      [{ text: '\ud800' }, 'text-refused'],
    ]
    for (const [line, reason] of lines) expect(await sendLine(sender, line)).toEqual({ ok: false, reason })
    expect(await listTexts()).toEqual(before)
    for (const event of ['command', 'follow', 'time']) {
      const other = await openSender(url, key)
      const ended = awaitEnd(other)
      other.emit(event, {}, () => undefined)
      expect([event, await ended]).toEqual([event, 'io server disconnect'])
    }
    const silent = await openSender(url, key)
    const ended = awaitEnd(silent)
    silent.emit('line', { text: 'without a reply' })
    expect(await ended).toBe('io server disconnect')
    expect(await listTexts()).toEqual(before)
    sender.close()
  })

  test('[X67] need a connection of their own: one that also enters as a screen is ended', async () => {
    const screen = { protocol: protocolVersion, ticket: staff.ticket.ticket, cursors: {} }
    for (const [first, second] of [
      [
        ['/captions', { key }],
        ['/', screen],
      ],
      [
        ['/', screen],
        ['/captions', { key }],
      ],
    ] as const) {
      const manager = new Manager(url, { transports: ['websocket'], reconnection: false })
      const one = manager.socket(first[0], { auth: first[1] })
      await new Promise<void>((resolve) => one.once('connect', resolve))
      const ended = awaitEnd(one)
      const entered = vi.fn()
      manager.socket(second[0], { auth: second[1] }).once('connect', entered)
      expect(await ended).toBe('transport close')
      expect(entered).not.toHaveBeenCalled()
    }
  })

  test('[X68] share one rate with lines over HTTP', async () => {
    const sender = await openSender(url, key)
    // Credits are restored with time.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const answers = await Promise.all([
      ...Array.from({ length: 60 }, async (_, index) => (await post(2_000 + index, `flood ${index}`))[1]),
      ...Array.from({ length: 60 }, async (_, index) => await sendLine(sender, { text: `flood ${index}`, seq: 3_000 + index })),
    ])
    clock.mockRestore()
    const refused = answers.filter((answer) => answer === 'too-fast' || (answer as { reason?: string }).reason === 'too-fast')
    expect(refused.length).toBeGreaterThan(20)
    sender.close()
  })

  test('[X68] come over at most eight connections per track, and one that closes makes room', async () => {
    const english = await getKey('en')
    const senders = await Promise.all(Array.from({ length: 8 }, () => openSender(url, english)))
    expect(await connectSender(url, english)).toBe('too-many')
    senders[0]?.close()
    const next = await openWhereRoom(english)
    for (const sender of [...senders, next]) sender.close()
  })

  test('[X68] end at once when their key is renewed or removed, and no other track is affected', async () => {
    const english = await getKey('en')
    // Connections of the test before may still be closing.
    const other = await openWhereRoom(english)
    for (const command of ['captions.renew', 'captions.remove'] as const) {
      const sender = await openSender(url, await getKey('fr'))
      const ended = awaitEnd(sender)
      await staff.send(command, { language: 'fr' as never })
      expect(await ended).toBe('io server disconnect')
    }
    expect(await connectSender(url, key)).toBe('forbidden')
    expect(await sendLine(other, { text: 'still here' })).toEqual({ ok: true, seq: 1 })
    other.close()
  })

  test('[X68] are not taken over either way by a node that does not hear its log', async () => {
    await staff.send('captions.add', { language: 'fr' as never })
    key = await getKey('fr')
    const sender = await openSender(url, key)
    const fault = vi.spyOn(server.session, 'fault', 'get').mockReturnValue({ reason: 'silent', since: 0 } as unknown as SessionFault)
    expect(await sendLine(sender, { text: 'x' })).toEqual({ ok: false, reason: 'unavailable' })
    expect(await post(1, 'x')).toEqual([503, 'unavailable'])
    fault.mockRestore()
    sender.close()
  })

  test('[X68] are refused if they cannot be stored, and stored when they are sent again', async () => {
    const sender = await openSender(url, await getKey('en'))
    const putAll = vi.spyOn(server.store, 'putAll').mockRejectedValue(new Error('the disk is full'))
    expect(await sendLine(sender, { text: 'twice', seq: 7 })).toEqual({ ok: false, reason: 'unavailable' })
    putAll.mockRestore()
    expect(await sendLine(sender, { text: 'twice', seq: 7 })).toEqual({ ok: true, seq: 7 })
    expect((await listTexts()).filter((text) => text === 'twice')).toHaveLength(1)
    sender.close()
  })
})
