/** Commands that arrive together are decided in groups that leave the event loop time for other work. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { systemActor } from '@rostrum/shared/contract/roles'
import { accept } from '@rostrum/shared/kernel/decision'
import { expect, test } from 'vitest'
import { loadSessionWithPeople, padId } from '../support/session-harness.ts'

test('[L21] a group of commands ends after some time, and all commands are answered in order', async () => {
  const session = await loadSessionWithPeople(openMemoryLog())
  const order: number[] = []
  const groups: number[] = []
  session.onChange(({ events }) => void groups.push(events.length))
  const decideSlowly = () => {
    const until = performance.now() + 10
    while (performance.now() < until);
    return accept({ type: 'session.code-renewed', data: {} } as const)
  }
  const replies = Array.from({ length: 20 }, (_, index) =>
    session.executeDecision(systemActor, padId(`slow-${index}`), 'session.renew-code', decideSlowly).then((reply) => {
      order.push(index)
      return reply
    }),
  )
  expect(await Promise.all(replies)).toEqual(replies.map(() => ({ ok: true })))
  expect(order).toEqual([...order.keys()])
  expect(groups.reduce((sum, one) => sum + one, 0)).toBe(20)
  expect(Math.max(...groups)).toBeLessThanOrEqual(4)
  await session.close()
})
