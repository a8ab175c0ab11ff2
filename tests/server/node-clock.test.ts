/** The clocks of nodes that share a store: a node that comes takes the time of those that are there. */
import { tmpdir } from 'node:os'
import { buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/doors/config'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { minutes, seconds, toInstant } from '@rostrum/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allPeople, noon, plan } from '../support/fixtures.ts'
import { MemoryNodeChannel } from '../support/memory-node-channel.ts'
import { execute, sessionId } from '../support/session-harness.ts'
import { openNodes } from '../support/some-nodes.ts'

describe('nodes', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  const read = (...all: readonly ReturnType<typeof openNodes>[]) => all.flatMap(({ clocks }) => clocks.map((clock) => clock.now()))

  test.for([
    ['ten minutes ahead', minutes(10)],
    ['two hours back', -minutes(120)],
  ] as const)('[L186] a node that is %s takes the time of those that run, before it serves, and says so', async ([, ahead]) => {
    const running = openNodes(2)
    await running.advance(5_000)
    const newer = openNodes(1, running.channel, ahead)
    const waited = newer.nodes[0]?.waitForTime()
    await running.advance(50)
    await waited
    const [one, two, three] = read(running, newer)
    expect([one, two]).toEqual([noon + performance.now(), noon + performance.now()])
    expect(Math.abs((three ?? 0) - (one ?? 0))).toBeLessThan(20)
    expect(newer.logger.lines.map(({ message }) => message)).toEqual([
      'the clock of this machine is not that of the other nodes; this node goes by their time',
    ])
    // The next node takes the same time, also when those with the right clock are gone.
    running.close()
    const last = openNodes(1, running.channel)
    await last.advance(5_000)
    expect(Math.abs(Number(read(newer)[0]) - Number(read(last)[0]))).toBeLessThan(20)
    for (const all of [newer, last]) all.close()
  })

  test('[L186] nodes that start together have one time, whichever it is; a node that is alone has its own', async () => {
    const right = openNodes(2)
    const ahead = openNodes(2, right.channel, minutes(10))
    await right.advance(2_000)
    const times = read(right, ahead)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(20)
    for (const all of [right, ahead]) all.close()
    const alone = openNodes(1)
    const waited = alone.nodes[0]?.waitForTime()
    await alone.advance(2_500)
    await waited
    expect(read(alone)).toEqual([noon + performance.now()])
    alone.close()
  })

  test('[L186] a time that was served does not jump: nodes that meet later only say that they differ', async () => {
    const there = openNodes(1, new MemoryNodeChannel(), minutes(10))
    await there.advance(5_000)
    const here = openNodes(1)
    await here.advance(5_000)
    const text = there.channel.published.at(-1)
    await here.channel.publish(text ?? '')
    await here.advance(100)
    expect(read(here)).toEqual([noon + performance.now()])
    expect(here.logger.lines.map(({ message }) => message)).toEqual(['the clocks of two nodes differ'])
    for (const all of [here, there]) all.close()
  })
})

test('[L186] a speech is as long as it was where a node comes that is ten minutes ahead', { timeout: 20_000 }, async () => {
  const [log, nodes] = [openMemoryLog(), new MemoryNodeChannel()]
  const store = { ...openMemoryStore(), nodes }
  const start = (ahead: number) =>
    buildApp(
      parseConfig({ ROSTRUM_PORT: '0' }, tmpdir()),
      { log, store, now: () => toInstant(Date.now() + ahead), logger: createLogger({ write: () => undefined }) },
      'no-client',
    )
  const first = await start(0)
  const session = await first.sessions.create(sessionId, plan)
  await session.admit(allPeople, 'everybody' as CommandId)
  await execute(session, 'chair', 'session.open', { onAnyDay: true })
  await execute(session, 'chair', 'queue.open', {})
  await execute(session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null })
  const second = await start(minutes(10))
  const other = await second.sessions.open(sessionId)
  const entry = session.state.queue.next
  if (entry === null || other === null) throw new Error('nobody waits, or the session is not there')
  await execute(session, 'chair', 'floor.call', { entry, expectedCurrent: null, expectedNext: entry })
  const turn = session.state.floor.current?.id
  if (turn === undefined) throw new Error('nobody was called')
  await execute(session, 'chair', 'floor.start', { turn })
  const began = performance.now()
  await execute(other, 'gov-2', 'queue.join', { kind: 'intervention', topic: null })
  await expect.poll(() => session.revision).toBe(other.revision)
  await execute(session, 'chair', 'floor.end', { turn })
  const length = performance.now() - began
  expect(Math.abs((session.state.floor.past.at(-1)?.used ?? 0) - length)).toBeLessThan(seconds(1))
  await second.close()
  await first.close()
})
