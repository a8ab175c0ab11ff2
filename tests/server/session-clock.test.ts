/** The time of a session if clocks differ or are changed. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { Session } from '@rostrum/server/engine/session/session'
import { SessionClock } from '@rostrum/server/engine/session/session-clock'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { addMillis, elapsed, type Instant, minutes, seconds } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { allPeople, noon } from '../support/fixtures.ts'
import { createLog, execute, MemoryLogger, sessionId } from '../support/session-harness.ts'

const openClock = () => {
  const own = { at: noon as number }
  const skews: number[] = []
  const clock = new SessionClock(
    () => own.at as Instant,
    (ahead) => skews.push(ahead),
  )
  clock.start(null, () => false)
  return { own, clock, skews }
}

test('[L26] after a commit from a clock that is ahead, time continues from there at its own pace', () => {
  const { own, clock, skews } = openClock()
  expect(clock.now()).toBe(noon)
  clock.catchUp(addMillis(noon, minutes(10)))
  expect(clock.now()).toBe(noon + minutes(10))
  own.at += 1_500
  expect(clock.now()).toBe(noon + minutes(10) + 1_500)
  expect(skews).toEqual([minutes(10)])
  clock.catchUp(addMillis(noon, minutes(5)))
  expect([clock.now(), skews.length]).toEqual([noon + minutes(10) + 1_500, 1])
})

test('[L26] a clock that is set back does not turn session time back, and small differences are not reported', () => {
  const { own, clock, skews } = openClock()
  clock.now()
  own.at -= minutes(60)
  expect(clock.now()).toBe(noon)
  clock.catchUp(addMillis(noon, seconds(1)))
  clock.catchUp((clock.now() + 400) as Instant)
  const before = clock.now()
  own.at += 700
  expect(clock.now()).toBe(before + 700)
  expect(skews.length).toBeLessThanOrEqual(1)
})

test('[L26] a turn keeps its real length, whatever the clock of another node or at the start', async () => {
  const log = await createLog(openMemoryLog())
  const open = (ahead: number) => {
    const own = { at: noon + ahead }
    const logger = new MemoryLogger()
    return Session.open(sessionId, { log, logger, now: () => own.at as Instant }).then((session) => ({ session, own, logger }))
  }
  const right = await open(0)
  await right.session.admit(allPeople, 'everybody' as CommandId)
  await execute(right.session, 'chair', 'session.open', {})
  await execute(right.session, 'chair', 'queue.open', {})
  await execute(right.session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null })
  // A node that is ten minutes ahead takes one command.
  const ahead = await open(minutes(10))
  await execute(ahead.session, 'gov-2', 'queue.join', { kind: 'intervention', topic: null })
  await expect.poll(() => right.session.revision).toBe(ahead.session.revision)
  await ahead.session.close()
  const say = async ({ session, own }: typeof right) => {
    const entry = session.state.queue.next
    if (entry === null) throw new Error('nobody waits')
    await execute(session, 'chair', 'floor.call', { entry, expectedCurrent: null, expectedNext: entry })
    const turn = session.state.floor.current?.id
    if (turn === undefined) throw new Error('nobody was called')
    await execute(session, 'chair', 'floor.start', { turn })
    own.at += 1_500
    await execute(session, 'chair', 'floor.end', { turn })
    return session.state.floor.past.at(-1)?.used
  }
  expect(await say(right)).toBe(1_500)
  expect(right.logger.lines.map(({ message }) => message)).toEqual(['another clock is ahead of the clock of this node'])
  const { revision } = right.session
  await right.session.close()
  // The wall clock was set back by an hour before the next start.
  const later = await open(-minutes(60))
  expect(later.session.revision).toBe(revision)
  expect(await say(later)).toBe(1_500)
  expect(elapsed(noon, later.session.now())).toBeGreaterThan(minutes(10))
  await later.session.close()
})
