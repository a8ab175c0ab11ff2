/** Captions over nodes: readers on every node get the lines that one node has stored. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { StoredLine } from '@rostrum/server/services/captions/caption-line'
import { CaptionRoom } from '@rostrum/server/services/captions/caption-room'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { expect, test, vi } from 'vitest'
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
  const take = async (room: typeof one.room, seq: number, text: string) => {
    const taken = room.take({ language: fr, seq, text, waited: 0, isNew: false })
    await both.advance(50)
    return await taken
  }
  expect([await take(one.room, 1, 'un'), await take(one.room, 2, 'deux')]).toEqual([true, true])
  expect([await take(two.room, 2, 'deux'), await take(two.room, 2, 'deux !'), await take(two.room, 3, 'trois')]).toEqual([
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
