/** Who is checked in, as several nodes on one store know it: through slow readings, lost nodes and a store that fails. */
import { openMemoryLog } from '@rostrum/server/log/memory'
import { Presences } from '@rostrum/server/presence/presence-registry'
import { Arrivals } from '@rostrum/server/roster/check-ins'
import { openMemoryStore } from '@rostrum/server/store/memory'
import type { Nearby, Store } from '@rostrum/server/store/store'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noon } from '../support/fixtures.ts'
import { Notes, openRoom } from '../support/session-harness.ts'

const gov = 'gov-1' as PersonId

/** What nodes say, kept as Redis would keep it. */
class Square implements Nearby {
  readonly said = new Map<string, string>()
  async tell(_: string, node: string, said: string): Promise<readonly string[]> {
    this.said.set(node, said)
    return [...this.said].flatMap(([name, words]) => (name === node ? [] : [words]))
  }
}

const nodeOn = async (store: Store, nearby: Nearby | null) => {
  const notes = new Notes()
  const presences = new Presences({ arrivals: new Arrivals(store), nearby, now: () => noon, logger: notes })
  const session = await openRoom(openMemoryLog())
  presences.of(session)
  const state = async () => (await presences.known(session)).of(gov).presence
  return { presences, session, notes, state, mark: (arrived: boolean) => presences.mark(session, gov, arrived) }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('[P22] what is marked on one node is known on the other at its next beat, and taken back the same way', async () => {
  const [store, square] = [openMemoryStore(), new Square()]
  const [one, two] = [await nodeOn(store, square), await nodeOn(store, square)]
  await vi.advanceTimersByTimeAsync(1_000)
  for (const [here, there] of [
    [one, two],
    [two, one],
  ] as const)
    for (const arrived of [true, false]) {
      await here.mark(arrived)
      await vi.advanceTimersByTimeAsync(1_000)
      expect([await here.state(), await there.state()]).toEqual(arrived ? ['arrived', 'arrived'] : ['absent', 'absent'])
    }
  one.presences.close()
  two.presences.close()
})

test('[P22] what was kept by a node that was lost before it could say so is read when the node is missed, and after a restart', async () => {
  const [store, square] = [openMemoryStore(), new Square()]
  const [one, two] = [await nodeOn(store, square), await nodeOn(store, square)]
  await vi.advanceTimersByTimeAsync(1_000)
  one.presences.close()
  await new Arrivals(store).mark(one.session.id, gov, noon)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await two.state()).toBe('absent')
  for (const node of [...square.said.keys()].slice(0, 1)) square.said.delete(node)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await two.state()).toBe('arrived')
  two.presences.close()
  const again = await nodeOn(store, null)
  expect(await again.state()).toBe('arrived')
})

test('[P20] a reading that began before somebody was marked takes nothing back', async () => {
  const store = openMemoryStore()
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let slow = false
  const list: Store['list'] = async (table) => {
    const rows = await store.list(table)
    if (slow) await held
    return rows
  }
  const square = new Square()
  const node = await nodeOn({ ...store, list }, square)
  await vi.advanceTimersByTimeAsync(1_000)
  slow = true
  square.said.set('another', JSON.stringify({ on: [], left: {}, marked: 'something' }))
  await vi.advanceTimersByTimeAsync(1_000)
  await node.mark(true)
  slow = false
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(await node.state()).toBe('arrived')
  node.presences.close()
})

test('[P20] a store that cannot be read is said once, and read when it can', async () => {
  const store = openMemoryStore()
  await new Arrivals(store).mark((await openRoom(openMemoryLog())).id, gov, noon)
  let broken = true
  const list: Store['list'] = (table) => (broken ? Promise.reject(new Error('no line')) : store.list(table))
  const node = await nodeOn({ ...store, list }, new Square())
  await vi.advanceTimersByTimeAsync(3_000)
  expect(node.notes.lines.map(({ level, message }) => [level, message])).toEqual([['warn', 'who is checked in cannot be read']])
  await expect(node.state()).rejects.toThrow('no line')
  broken = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await node.state()).toBe('arrived')
  node.presences.close()
})
