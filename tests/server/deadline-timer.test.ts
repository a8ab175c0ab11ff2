/** What is due by time alone, also when the store fails just then. */
import { StorageUnavailableError } from '@rostrum/server/log/log-errors'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { startDeadlineTimer } from '@rostrum/server/session/deadline-timer'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'
import { allPeople, noon } from '../support/fixtures.ts'
import { createLog, execute, loadSession, MemoryLogger } from '../support/session-harness.ts'

/** A session whose last call ends 50 ms after the timer starts, and a switch for its store. */
const openLastCall = async () => {
  const memory = openMemoryLog()
  const store = { isDown: false, attempts: 0 }
  const log = delegateLog(memory, {
    append: async (...given) => {
      store.attempts += 1
      if (store.isDown) throw new StorageUnavailableError('down')
      await memory.append(...given)
    },
  })
  let ahead = 0
  const now = () => addMillis(noon, Math.round(performance.now() + ahead) as never)
  const session = await loadSession(await createLog(log), new MemoryLogger(), now)
  await session.admit(allPeople, 'everybody' as CommandId)
  await execute(session, 'chair', 'session.open', {})
  await execute(session, 'chair', 'queue.open', {})
  await execute(session, 'chair', 'queue.last-call', { for: seconds(60) })
  const { status } = session.state.queue
  if (status.kind !== 'last-call') throw new Error('there is no last call')
  ahead += status.closesAt - now() - 50
  return { session, store }
}

test('[Q31] a last call whose end falls into a failure of the store ends as soon as it can be stored', async () => {
  const { session, store } = await openLastCall()
  store.isDown = true
  const before = store.attempts
  const stop = startDeadlineTimer(session)
  await expect.poll(() => store.attempts - before).toBeGreaterThanOrEqual(2)
  expect(session.state.queue.status.kind).toBe('last-call')
  store.isDown = false
  await expect.poll(() => session.state.queue.status.kind).toBe('closed')
  const { revision } = session
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(session.revision).toBe(revision)
  stop()
  await session.close()
})

test('[Q31] a timer that was stopped tries no more', async () => {
  const { session, store } = await openLastCall()
  store.isDown = true
  const before = store.attempts
  const stop = startDeadlineTimer(session)
  await expect.poll(() => store.attempts - before).toBeGreaterThanOrEqual(1)
  stop()
  const { attempts } = store
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(store.attempts).toBe(attempts)
  await session.close()
})
