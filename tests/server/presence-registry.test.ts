/** Check-ins on several nodes with one store: slow reads, lost nodes, and a store that fails. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { CheckIns } from '@rostrum/server/engine/presence/check-ins'
import { PresenceRegistry } from '@rostrum/server/engine/presence/presence-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { NodeChannel, Store } from '@rostrum/server/engine/store/store'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noon } from '../support/fixtures.ts'
import { MemoryNodeChannel } from '../support/memory-node-channel.ts'
import { loadSessionWithPeople, MemoryLogger } from '../support/session-harness.ts'

const gov = 'gov-1' as PersonId

const openNode = async (store: Store, nodeChannel: NodeChannel | null) => {
  const logger = new MemoryLogger()
  const registry = new PresenceRegistry({ checkIns: new CheckIns(store), nodes: nodeChannel, logger })
  const session = await loadSessionWithPeople(openMemoryLog())
  registry.get(session)
  const state = async () => (await registry.load(session)).getAttendance(gov).presence
  return { registry, session, logger, state, setCheckedIn: (checkedIn: boolean) => registry.checkIn(session, gov, checkedIn) }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('[P22] a check-in on one node is known on the other after its next heartbeat, and so is its undoing', async () => {
  const [store, channel] = [openMemoryStore(), new MemoryNodeChannel()]
  const [one, two] = [await openNode(store, channel), await openNode(store, channel)]
  await vi.advanceTimersByTimeAsync(1_000)
  for (const [here, there] of [
    [one, two],
    [two, one],
  ] as const)
    for (const checkedIn of [true, false]) {
      await here.setCheckedIn(checkedIn)
      await vi.advanceTimersByTimeAsync(1_000)
      expect([await here.state(), await there.state()]).toEqual(checkedIn ? ['checked-in', 'checked-in'] : ['absent', 'absent'])
    }
  one.registry.close()
  two.registry.close()
})

test('[P22] a check-in of a node lost before its message is read once the node is missed, and after restarts', async () => {
  const [store, channel] = [openMemoryStore(), new MemoryNodeChannel()]
  const [one, two] = [await openNode(store, channel), await openNode(store, channel)]
  await vi.advanceTimersByTimeAsync(1_000)
  one.registry.close()
  await new CheckIns(store).set(one.session.id, gov, noon)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await two.state()).toBe('absent')
  for (const node of [...channel.messages.keys()].slice(0, 1)) channel.messages.delete(node)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await two.state()).toBe('checked-in')
  two.registry.close()
  const again = await openNode(store, null)
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
  const node = await openNode({ ...store, list }, null)
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
  const channel = new MemoryNodeChannel()
  const node = await openNode({ ...store, list }, channel)
  await vi.advanceTimersByTimeAsync(1_000)
  slow = true
  const another = JSON.stringify({ connected: [], leftAt: {}, checkInVersion: 'something' })
  await channel.exchange(node.session.id, 'another', another, 60_000)
  await vi.advanceTimersByTimeAsync(1_000)
  await node.setCheckedIn(true)
  slow = false
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(await node.state()).toBe('checked-in')
  node.registry.close()
})

test('[P20] a store that cannot be read causes one warning, and is read when it works again', async () => {
  const store = openMemoryStore()
  await new CheckIns(store).set((await loadSessionWithPeople(openMemoryLog())).id, gov, noon)
  let broken = true
  const list: Store['list'] = (table) => (broken ? Promise.reject(new Error('no connection')) : store.list(table))
  const node = await openNode({ ...store, list }, new MemoryNodeChannel())
  await vi.advanceTimersByTimeAsync(3_000)
  expect(node.logger.lines.map(({ level, message }) => [level, message])).toEqual([['warn', 'who is checked in cannot be read']])
  await expect(node.state()).rejects.toThrow('no connection')
  broken = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await node.state()).toBe('checked-in')
  node.registry.close()
})
