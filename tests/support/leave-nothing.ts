/** Files that share modules leave nothing to each other: neither a stopped clock nor a replaced function. */
import { afterAll, expect, vi } from 'vitest'

const timers = [setTimeout, setInterval, setImmediate, Date]

afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  // The file that leaves a stopped clock fails, and not the one that would wait for ever after it.
  expect([setTimeout, setInterval, setImmediate, Date]).toEqual(timers)
})
