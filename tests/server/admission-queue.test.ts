/** The order in which connections are let in while many return. */
import { EventEmitter } from 'node:events'
import { setImmediate as nextLoop } from 'node:timers/promises'
import { AdmissionQueue } from '@rostrum/server/engine/wire/admission-queue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const [arrived, known] = [{ isKnown: false }, { isKnown: true }]

describe('[L72] a crowd', () => {
  let server: EventEmitter
  let queue: AdmissionQueue
  let letIn: (number | string)[]
  const add = (name: number | string, who: typeof arrived) => queue.add(() => letIn.push(name), who)
  /** Plays one turn of the event loop in which the server has accepted a connection. */
  const accept = async () => {
    server.emit('connection')
    await nextLoop()
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
    server = new EventEmitter()
    queue = new AdmissionQueue(server)
    letIn = []
  })
  afterEach(() => vi.useRealTimers())

  test('is let in a few at a time, in order, and the event loop does other things in between', async () => {
    for (let index = 0; index < 60; index += 1) add(index, arrived)
    expect(letIn).toEqual([])
    await nextLoop()
    expect(letIn).toHaveLength(25)
    add(60, arrived)
    while (letIn.length < 61) await nextLoop()
    expect(letIn).toEqual(Array.from({ length: 61 }, (_, index) => index))
    add(61, arrived)
    await nextLoop()
    expect(letIn.at(-1)).toBe(61)
  })

  test('that has only arrived is let in after connections whose person is already known', async () => {
    for (let index = 0; index < 30; index += 1) add(index, arrived)
    add('known', known)
    while (letIn.length < 31) await nextLoop()
    expect(letIn).toEqual(['known', ...Array.from({ length: 30 }, (_, index) => index)])
  })

  test('is held back while more connections arrive, and let in when none do', async () => {
    add('first', arrived)
    add('second', known)
    for (let turn = 0; turn < 5; turn += 1) await accept()
    expect(letIn).toEqual([])
    await nextLoop()
    expect(letIn).toEqual(['second', 'first'])
  })

  test('is held back for at most 3 of 15 seconds, however many arrive, and whatever pauses there are', async () => {
    let held = 0
    for (let at = 0; at < 15_000; at += 10) {
      if (at % 500 === 0) await nextLoop()
      add(at, arrived)
      await accept()
      if (letIn.length === 0) held += 1
      letIn = []
      vi.advanceTimersByTime(10)
    }
    expect(held).toBeGreaterThan(270)
    expect(held).toBeLessThanOrEqual(300)
  })
})
