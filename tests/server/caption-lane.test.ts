/**
 * Captions give way to the frames of the session. Both are many writes on the sockets of a node, and the clock of the floor comes first.
 */

import { Fanouts } from '@rostrum/server/engine/fanout/fanouts'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { Nodes } from '@rostrum/server/engine/nodes/nodes'
import { CheckIns } from '@rostrum/server/engine/presence/check-ins'
import { PresenceRegistry } from '@rostrum/server/engine/presence/presence-registry'
import type { Session } from '@rostrum/server/engine/session/session'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { screenShare } from '@rostrum/server/services/booth/booth-room'
import type { StoredLine } from '@rostrum/server/services/captions/caption-line'
import { captionShare } from '@rostrum/server/services/captions/caption-news'
import { CaptionRoom } from '@rostrum/server/services/captions/caption-room'
import { sendToReaders } from '@rostrum/server/services/captions/send-to-readers'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { afterEach, expect, test, vi } from 'vitest'
import { allPeople } from '../support/fixtures.ts'
import { cursorKey, textCodec } from '../support/frame-client.ts'
import { createLog, loadSession, MemoryLogger, padId } from '../support/session-harness.ts'
import { openNodes, openSoleNode } from '../support/some-nodes.ts'
import { noTransients } from '../support/transients.ts'

afterEach(() => vi.restoreAllMocks())
/** A line gives way for a limited number of milliseconds. Here no time passes. */
const stopClock = () => vi.spyOn(performance, 'now').mockReturnValue(performance.now())

test('[X43] a line waits while frames are being sent, and goes out afterwards', async () => {
  let [isBusy, sent] = [true, 0]
  const count = () => {
    sent += 1
  }
  const readers = new Set(Array.from({ length: 900 }, () => ({ send: count })))
  stopClock()
  const ask = vi.fn(() => isBusy)
  const sending = sendToReaders(readers, 'line', ask)
  await expect.poll(() => ask.mock.calls.length).toBeGreaterThan(5)
  expect(sent).toBe(0)
  isBusy = false
  await sending
  expect(sent).toBe(900)
})

test('[X43] a round that begins in between goes first', async () => {
  let [isBusy, sent] = [false, 0]
  const count = () => {
    sent += 1
    if (sent === 400) isBusy = true
  }
  const readers = new Set(Array.from({ length: 900 }, () => ({ send: count })))
  stopClock()
  const ask = vi.fn(() => isBusy)
  const sending = sendToReaders(readers, 'line', ask)
  await expect.poll(() => ask.mock.results.filter(({ value }) => value).length).toBeGreaterThan(5)
  expect(sent).toBe(400)
  isBusy = false
  await sending
  expect(sent).toBe(900)
})

test('[X43] endless frames do not hold a line back forever', async () => {
  const send = vi.fn()
  await sendToReaders(new Set([{ send }]), 'line', () => true)
  expect(send).toHaveBeenCalledOnce()
})

test('[X43] the fanouts know whether a round of frames is being sent', async () => {
  const session = await loadSession(await createLog(openMemoryLog()), new MemoryLogger())
  await session.admit(allPeople, 'everybody' as CommandId)
  const fanouts = new Fanouts<string>({
    ...{ cursorKey, codec: textCodec, logger: new MemoryLogger(), getTransients: () => noTransients },
    presenceRegistry: new PresenceRegistry({
      checkIns: new CheckIns(openMemoryStore()),
      nodes: openSoleNode(),
      logger: new MemoryLogger(),
    }),
  })
  const seen: boolean[] = []
  const send = () => seen.push(fanouts.isSending)
  fanouts.get(session).subscribe({ person: 'chair' as PersonId, unpacks: false, send, end: () => undefined }, {})
  seen.length = 0
  await session.execute({ person: 'chair' as PersonId }, { id: padId('open'), type: 'session.open', data: {} } as never)
  await expect.poll(() => seen).toContain(true)
  await expect.poll(() => fanouts.isSending).toBe(false)
  fanouts.close()
})

test('[X43] a reader who asks again during sending gets the line once; one who joins or leaves then does not', async () => {
  const got: string[] = []
  const make = (name: string) => ({ send: () => got.push(name) })
  const [again, gone, late] = [make('again'), make('gone'), make('late')]
  const readers = new Set([again, ...Array.from({ length: 150 }, () => make('other')), gone])
  const sending = sendToReaders(readers, 'line', () => false)
  await vi.waitUntil(() => got.length > 0, { interval: 0 })
  readers.delete(again)
  readers.add(again).add(late)
  readers.delete(gone)
  await sending
  expect(['again', 'gone', 'late'].map((name) => got.filter((one) => one === name).length)).toEqual([1, 0, 0])
})

const fr = 'fr' as SpokenLanguage

/** A room on one node. `hear` resolves once it has heard that another node has stored this line. */
async function openNextToAnother(session: Session) {
  const { nodes, logger, close } = openNodes(2)
  const [here, there] = nodes as [Nodes, Nodes]
  const ports = { store: openMemoryStore(), nodes: here, logger, encode: (update: CaptionUpdate) => update }
  const room = await CaptionRoom.open(session, { ...ports, isSendingFrames: () => false })
  const [news, mark, heardMark] = [there.open(captionShare, session.id), there.open(screenShare, 'mark'), here.open(screenShare, 'mark')]
  let count = 0
  const hear = async (line: StoredLine) => {
    count += 1
    news.put(`fr ${writeLineId(line)}`, { at: count, line })
    mark.put('mark', count)
    await expect.poll(() => heardMark.get('mark')).toBe(count)
  }
  return { room, hear, close, read: () => [...(room.list().get(fr) ?? [])].map(({ text }) => text) }
}

test('[X65] a line that a file has replaced does not return when another node sends it again', async () => {
  const log = openMemoryLog()
  await createLog(log)
  const session = await loadSession(log)
  const { room, hear, read, close } = await openNextToAnother(session)
  const line = { run: 5, seq: 1, at: 5, spokenAt: 5, text: 'Replaced' }
  const file = { run: 0, seq: 1, at: 1, spokenAt: 1, text: 'Of the file' }
  await hear(line)
  expect(read()).toEqual(['Replaced'])
  await room.replace(fr, [file], false)
  await hear(line)
  expect(read()).toEqual(['Of the file'])
  await hear({ ...line, run: 6, text: 'After it' })
  expect(read()).toEqual(['Of the file', 'After it'])
  close()
})

test('[X99] a server that starts again knows when the last line of each language came', async () => {
  const log = openMemoryLog()
  await createLog(log)
  const session = await loadSession(log)
  const store = openMemoryStore()
  const open = async () => {
    const nodes = openSoleNode()
    const ports = { store, nodes, isSendingFrames: () => false, encode: () => '', logger: new MemoryLogger() }
    return { nodes, room: await CaptionRoom.open<string>(session, ports) }
  }
  const first = await open()
  const sent = { language: fr, seq: 1, text: 'The first', waited: 0, intent: 'counted' } as const
  expect(await first.room.take(sent)).toBe(true)
  const { lastAt } = first.room.count(fr)
  expect(lastAt).not.toBeNull()
  first.nodes.close()
  const second = await open()
  expect(second.room.count(fr)).toEqual({ lines: 1, readers: 0, lastAt })
  expect(second.room.count('en').lastAt).toBeNull()
  second.nodes.close()
})

test('[X44] a line that another node sends after the close is not taken if words are not kept', async () => {
  const log = openMemoryLog()
  await createLog(log)
  const session = await loadSession(log)
  await session.admit(allPeople, 'everybody' as CommandId)
  const command = async (person: string, type: string, data: object) => {
    const reply = await session.execute({ person: person as PersonId }, { id: padId(type), type, data } as never)
    expect(reply.ok).toBe(true)
  }
  const { hear: hearLine, read, close } = await openNextToAnother(session)
  const hear = (seq: number) => hearLine({ run: 5, seq, at: seq, spokenAt: seq, text: `Line ${seq}` })
  await command('desk', 'captions.set-kept', { kept: false })
  await command('chair', 'session.open', {})
  await hear(1)
  expect(read()).toEqual(['Line 1'])
  await command('chair', 'session.close', {})
  await hear(2)
  expect(read()).toEqual(['Line 1'])
  close()
})
