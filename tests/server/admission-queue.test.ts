/** In what order connections are let in while many return. */
import { setImmediate as nextLoop } from 'node:timers/promises'
import { AdmissionQueue } from '@rostrum/server/wire/admission-queue'
import { expect, test } from 'vitest'

test('[L72] a crowd is let in a few at a time, in its order, and the event loop does other things in between', async () => {
  const queue = new AdmissionQueue()
  const letIn: number[] = []
  for (let index = 0; index < 60; index += 1) queue.add(() => letIn.push(index))
  expect(letIn).toEqual([])
  await nextLoop()
  expect(letIn).toHaveLength(25)
  queue.add(() => letIn.push(60))
  while (letIn.length < 61) await nextLoop()
  expect(letIn).toEqual(Array.from({ length: 61 }, (_, index) => index))
  queue.add(() => letIn.push(61))
  await nextLoop()
  expect(letIn.at(-1)).toBe(61)
})
