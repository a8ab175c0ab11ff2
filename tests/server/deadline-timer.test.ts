/** Deadlines that only time brings, even if the store fails at that moment. */
import { createHash } from 'node:crypto'
import { StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { startDeadlineTimer } from '@rostrum/server/engine/session/deadline-timer'
import type { CommandId, PersonId, StepId } from '@rostrum/shared/contract/ids'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'
import { allPeople, noon } from '../support/fixtures.ts'
import { createLog, execute, loadSession, MemoryLogger } from '../support/session-harness.ts'

/** Opens a session whose last call ends 50 ms after the timer starts, with a switch for its store. */
const openLastCall = async () => {
  const memory = openMemoryLog()
  const store = { isDown: false, attempts: 0, gate: Promise.resolve() }
  const log = delegateLog(memory, {
    append: async (...given) => {
      store.attempts += 1
      await store.gate
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

test('[Q31] a last call that ends while the store is failing is closed as soon as that can be stored', async () => {
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

test('[Q31] a last call that an undo restores after its end still ends', async () => {
  const { session, store } = await openLastCall()
  const stop = startDeadlineTimer(session)
  // The last call is extended just in time, and stored slowly. The timer for the first end fires after that, and changes nothing.
  let open: () => void = () => undefined
  store.gate = new Promise((resolve) => {
    open = resolve
  })
  const longer = execute(session, 'chair', 'queue.last-call', { for: seconds(300) })
  await new Promise((resolve) => setTimeout(resolve, 100)) // the end of the last call
  open()
  expect(await longer).toEqual({ ok: true })
  const step = session.state.steps.taken.at(-1)?.id
  expect(await execute(session, 'chair', 'steps.undo', { step: step as StepId })).toEqual({ ok: true })
  await expect.poll(() => session.state.queue.status.kind).toBe('closed')
  stop()
  await session.close()
})

test('[Q31] nobody can prevent the end of a last call by a command with an id derived from that end', async () => {
  const { session } = await openLastCall()
  const { status } = session.state.queue
  const id = createHash('sha256')
    .update(`queue.close ${status.kind === 'last-call' ? status.closesAt : 0}`)
    .digest('base64url') as CommandId
  await session.execute({ person: 'gov-1' as PersonId }, { id, type: 'queue.open', data: {} })
  const stop = startDeadlineTimer(session)
  await expect.poll(() => session.state.queue.status.kind).toBe('closed')
  stop()
  await session.close()
})

test('[Q31] a stopped timer makes no further attempts', async () => {
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
