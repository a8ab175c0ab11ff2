/** Check-ins on several nodes with one store: slow reads, lost nodes, and a store that fails. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { CheckIns } from '@rostrum/server/engine/presence/check-ins'
import { PresenceRegistry } from '@rostrum/server/engine/presence/presence-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { Store } from '@rostrum/server/engine/store/store'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noon } from '../support/fixtures.ts'
import { loadSessionWithPeople, MemoryLogger } from '../support/session-harness.ts'
import { openNodes, openSoleNode } from '../support/some-nodes.ts'

const gov = 'gov-1' as PersonId

const openNode = async (store: Store, nodes = openSoleNode()) => {
  const logger = new MemoryLogger()
  const registry = new PresenceRegistry({ checkIns: new CheckIns(store), nodes, logger })
  const session = await loadSessionWithPeople(openMemoryLog())
  registry.get(session)
  const state = async () => (await registry.load(session)).getAttendance(gov).presence
  return { registry, session, logger, state, setCheckedIn: (checkedIn: boolean) => registry.checkIn(session, gov, checkedIn) }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('[P22] a check-in on one node is known on the other within a second, and so is its undoing', async () => {
  const [store, both] = [openMemoryStore(), openNodes(2)]
  const [one, two] = [await openNode(store, both.nodes[0]), await openNode(store, both.nodes[1])]
  await both.advance(1_000)
  for (const [here, there] of [
    [one, two],
    [two, one],
  ] as const)
    for (const checkedIn of [true, false]) {
      await here.setCheckedIn(checkedIn)
      await both.advance(500)
      expect([await here.state(), await there.state()]).toEqual(checkedIn ? ['checked-in', 'checked-in'] : ['absent', 'absent'])
    }
  both.close()
})

test('[P22] a check-in of a node lost before its message is read once the node is missed, and after a restart', async () => {
  const [store, both] = [openMemoryStore(), openNodes(2)]
  const [one, two] = [await openNode(store, both.nodes[0]), await openNode(store, both.nodes[1])]
  await one.setCheckedIn(true)
  await one.setCheckedIn(false)
  await both.advance(1_000)
  both.nodes[0]?.close()
  await new CheckIns(store).set(one.session.id, gov, noon)
  await both.advance(1_000)
  expect(await two.state()).toBe('absent')
  await both.advance(4_000)
  expect(await two.state()).toBe('checked-in')
  both.close()
  const again = await openNode(store)
  expect(await again.state()).toBe('checked-in')
})

test('[P20] a reader who asks during the first read waits for it', async () => {
  const store = openMemoryStore()
  await new CheckIns(store).set((await loadSessionWithPeople(openMemoryLog())).id, gov, noon)
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const list: Store['list'] = async (table) => {
    await gate
    return await store.list(table)
  }
  const node = await openNode({ ...store, list })
  const state = node.state()
  release()
  expect(await state).toBe('checked-in')
})

test('[P20] a read that started before a check-in does not undo it', async () => {
  const store = openMemoryStore()
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let slow = false
  const list: Store['list'] = async (table) => {
    const rows = await store.list(table)
    if (slow) await gate
    return rows
  }
  const both = openNodes(2)
  const node = await openNode({ ...store, list }, both.nodes[0])
  const another = await openNode(store, both.nodes[1])
  await both.advance(1_000)
  slow = true
  await another.setCheckedIn(true)
  await another.setCheckedIn(false)
  await both.advance(1_000)
  await node.setCheckedIn(true)
  slow = false
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(await node.state()).toBe('checked-in')
  both.close()
})

test('[P20] a store that cannot be read causes one warning, and is read when it works again', async () => {
  const store = openMemoryStore()
  await new CheckIns(store).set((await loadSessionWithPeople(openMemoryLog())).id, gov, noon)
  let broken = true
  const list: Store['list'] = (table) => (broken ? Promise.reject(new Error('no connection')) : store.list(table))
  const node = await openNode({ ...store, list })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(node.logger.lines.map(({ level, message }) => [level, message])).toEqual([['warn', 'who is checked in cannot be read']])
  await expect(node.state()).rejects.toThrow('no connection')
  broken = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await node.state()).toBe('checked-in')
  node.registry.close()
})
