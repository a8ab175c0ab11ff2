/** A start with a wrong clock: nothing that runs in a session gets longer or shorter. */
import { describeClock } from '@rostrum/server/doors/http/clock-words'
import type { Log } from '@rostrum/server/engine/log/log'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { Session } from '@rostrum/server/engine/session/session'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { Store } from '@rostrum/server/engine/store/store'
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { minutes, seconds } from '@rostrum/shared/kernel/time'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allPeople, noon, plan } from '../support/fixtures.ts'
import { execute, MemoryLogger, sessionId } from '../support/session-harness.ts'

beforeEach(() => void vi.useFakeTimers({ now: noon }))
afterEach(() => void vi.useRealTimers())

const hours = (count: number) => minutes(60 * count)

/** Opens the session as a server process does whose clock is this much ahead. */
async function start({ log, store }: { readonly log: Log; readonly store: Store }, ahead: number) {
  const logger = new MemoryLogger()
  const registry = new SessionRegistry({ log, store, logger, now: () => Date.now() + ahead })
  const session = (await registry.open(sessionId)) ?? (await registry.create(sessionId, plan))
  return { session, registry, logger }
}

async function openMeeting() {
  const stored = { log: openMemoryLog(), store: openMemoryStore() }
  const first = await start(stored, 0)
  await first.session.admit(allPeople, 'everybody' as CommandId)
  await execute(first.session, 'chair', 'session.open', {})
  await execute(first.session, 'chair', 'queue.open', {})
  await execute(first.session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null })
  return { stored, ...first }
}

async function speak(session: Session) {
  const entry = session.state.queue.next
  if (entry === null) throw new Error('nobody waits')
  await execute(session, 'chair', 'floor.call', { entry, expectedCurrent: null, expectedNext: entry })
  const turn = session.state.floor.current?.id
  if (turn === undefined) throw new Error('nobody was called')
  await execute(session, 'chair', 'floor.start', { turn })
  return turn
}

test.for([
  ['two hours ahead', hours(2)],
  ['ten minutes ahead', minutes(10)],
  ['right', 0],
  ['an hour back', -hours(1)],
] as const)('[L185] a turn that runs over a restart keeps its length where the clock at the start is %s', async ([, ahead]) => {
  const { stored, session, registry } = await openMeeting()
  const turn = await speak(session)
  await vi.advanceTimersByTimeAsync(seconds(90))
  await registry.close()
  const again = await start(stored, ahead)
  await vi.advanceTimersByTimeAsync(seconds(30))
  await execute(again.session, 'chair', 'floor.end', { turn })
  expect(again.session.state.floor.past.at(-1)?.used).toBe(seconds(120))
  expect(again.logger.lines.map(({ message }) => message)).toEqual(
    ahead === 0 ? [] : [expect.stringContaining('the clock of this machine is not the clock that the session had')],
  )
  expect(again.registry.clockOffsets.map((offset) => offset + ahead)).toEqual([0])
  await again.registry.close()
  // The clock is right again at the next start, or wrong in the same way: lengths stay right.
  const later = await start(stored, 0)
  await execute(later.session, 'gov-2', 'queue.join', { kind: 'intervention', topic: null })
  const next = await speak(later.session)
  await vi.advanceTimersByTimeAsync(seconds(4))
  await execute(later.session, 'chair', 'floor.end', { turn: next })
  expect(later.session.state.floor.past.at(-1)?.used).toBe(seconds(4))
  await later.registry.close()
})

test('[L187] monitoring reads in words which clock is off, and by how much', async () => {
  expect([
    describeClock(0, []),
    describeClock(900, [-900]),
    describeClock(-600_000, [0]),
    describeClock(0, [0, 7_200_000, -5_000]),
  ]).toEqual([
    'in step',
    'in step',
    '600 seconds ahead of the other nodes, whose time this node has',
    '7200 seconds behind a session, which goes on at its own time',
  ])
})

test('[L185] after a crash at most five seconds of what runs are lost to a wrong clock', async () => {
  const { stored, session } = await openMeeting()
  const turn = await speak(session)
  await vi.advanceTimersByTimeAsync(seconds(93))
  const again = await start(stored, hours(2))
  await execute(again.session, 'chair', 'floor.end', { turn })
  expect(again.session.state.floor.past.at(-1)?.used).toBe(seconds(90))
})

test('[L185] a last call of two minutes lasts two minutes, and a close can be taken back for its minute, whatever the clock at a start', async () => {
  const { stored, session, registry } = await openMeeting()
  await execute(session, 'chair', 'queue.last-call', { for: minutes(2) })
  await vi.advanceTimersByTimeAsync(seconds(20))
  await registry.close()
  const again = await start(stored, hours(2))
  await vi.advanceTimersByTimeAsync(seconds(99))
  expect(again.session.state.queue.status.kind).toBe('last-call')
  await vi.advanceTimersByTimeAsync(seconds(2))
  expect(again.session.state.queue.status.kind).toBe('closed')
  await execute(again.session, 'chair', 'session.close', {})
  await again.registry.close()
  const { session: closed, registry: last } = await start(stored, hours(5))
  const { closedAt } = closed.state.session
  if (closedAt === null) throw new Error('it is not closed')
  expect(getCloseFinalAt(closedAt) - closed.now()).toBe(minutes(1))
  await last.close()
})

test('[L185] a session in which nothing runs goes by the clock of the start', async () => {
  const { stored, registry } = await openMeeting()
  await registry.close()
  vi.setSystemTime(noon + hours(14))
  const again = await start(stored, 0)
  expect([again.session.now(), again.session.clockOffset]).toEqual([noon + hours(14), 0])
  await again.registry.close()
})

test('[L185] a short stop counts, as for people in the room: a turn goes on while the server starts again', async () => {
  const { stored, session, registry } = await openMeeting()
  const turn = await speak(session)
  await registry.close()
  vi.setSystemTime(Date.now() + seconds(40))
  const again = await start(stored, 0)
  await execute(again.session, 'chair', 'floor.end', { turn })
  expect(again.session.state.floor.past.at(-1)?.used).toBe(seconds(40))
  await again.registry.close()
})
