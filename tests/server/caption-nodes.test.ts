/** Captions over nodes: readers on every node get the lines that one node has stored. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { newCommandId } from '@rostrum/server/engine/session/reply-cache'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import type { LineIntent, StoredLine } from '@rostrum/server/services/captions/caption-line'
import { CaptionRoom } from '@rostrum/server/services/captions/caption-room'
import { Captions } from '@rostrum/server/services/captions/captions'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { expect, test, vi } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { createLog, loadSession, MemoryLogger } from '../support/session-harness.ts'
import { openNodes } from '../support/some-nodes.ts'

const fr = 'fr' as SpokenLanguage

test('[X77] a line, a correction and a file reach the readers on the other nodes at once, and once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const [both, store, log] = [openNodes(2), openMemoryStore(), await createLog(openMemoryLog())]
  const open = async (index: number) => {
    const session = await loadSession(log)
    const ports = { store, nodes: both.nodes[index] as never, logger: new MemoryLogger(), encode: (update: CaptionUpdate) => update }
    const room = await CaptionRoom.open(session, { ...ports, isSendingFrames: () => false })
    const heard: string[] = []
    room.follow(fr, { send: ({ lines }: CaptionUpdate) => heard.push(...lines.map(({ text }) => text)) })
    return { room, heard }
  }
  const [one, two] = [await open(0), await open(1)]
  await both.advance(1_500)
  const take = async (room: typeof one.room, seq: number, text: string, intent: LineIntent = 'counted') => {
    const taken = room.take({ language: fr, seq, text, waited: 0, intent })
    await both.advance(50)
    return await taken
  }
  expect([await take(one.room, 1, 'un'), await take(one.room, 2, 'deux')]).toEqual([true, true])
  expect([await take(two.room, 2, 'deux'), await take(two.room, 2, 'deux !', 'correction'), await take(two.room, 3, 'trois')]).toEqual([
    false,
    true,
    true,
  ])
  for (const { heard } of [one, two]) await expect.poll(() => heard).toEqual(['un', 'deux', 'deux !', 'trois'])

  // A message is lost, and its line is sent again.
  both.channel.isBroken = true
  expect(await take(one.room, 4, 'quatre')).toBe(true)
  both.channel.isBroken = false
  expect(two.heard).not.toContain('quatre')
  await both.advance(1_100)
  await expect.poll(() => two.heard.at(-1)).toBe('quatre')

  const line: StoredLine = { run: 0, seq: 1, at: 1, spokenAt: 1, text: 'Du fichier' }
  expect(await one.room.replace(fr, [line], false)).toEqual({ replaced: 4, changed: true })
  await both.advance(50)
  const readAll = (room: typeof one.room) => [...room.list().values()].map((lines) => lines.map(({ text }) => text))
  expect([one, two].map(({ room }) => readAll(room))).toEqual([[['Du fichier']], [['Du fichier']]])
  await both.advance(10_000)
  expect([one, two].map(({ heard }) => heard)).toEqual([
    ['un', 'deux', 'deux !', 'trois', 'quatre'],
    ['un', 'deux', 'deux !', 'trois', 'quatre'],
  ])
  both.close()
  vi.useRealTimers()
})

test('[L171] a session that another node deleted, and somebody created again, has none of the earlier captions', async () => {
  const [log, store, logger] = [openMemoryLog(), openMemoryStore(), new MemoryLogger()]
  const sessions = new SessionRegistry({ log, store, now: () => toInstant(Date.now()), logger })
  const both = openNodes(1)
  const captions = new Captions({
    ...{ store, sessions, logger, nodes: both.nodes[0] as never, serverKey: await ServerKey.open(store) },
    encode: (update: CaptionUpdate) => update,
    isSendingFrames: () => false,
  })
  const chair = { person: 'chair' as PersonId }
  const create = async () => {
    const session = await sessions.create('again' as SessionId, plan)
    await session.admit([{ person: chair.person, role: 'chair', entity: 'Chair', group: null, channel: 'room' }])
    await session.execute(chair, { id: newCommandId(), type: 'captions.add', data: { language: fr } } as never)
    return session
  }
  const first = await create()
  await first.execute(chair, { id: newCommandId(), type: 'session.open', data: { onAnyDay: true } } as never)
  const key = captions.keys.make(first, fr)
  expect(await captions.take(key, { seq: 1, text: 'said in the first', waited: 0, intent: 'counted' })).toBe(1)
  await sessions.delete(first.id)
  await store.clear(`captions/${first.id}`)
  const second = await create()
  expect((await captions.latest(second, fr))?.lines ?? []).toEqual([])
  expect([...(await captions.list(second)).values()].flat()).toEqual([])
  both.close()
})
