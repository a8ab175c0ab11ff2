/** Gives all ways to wait the same time limit. The awaited thing may come from a server or a page on a slow machine. */
import { vi } from 'vitest'

const timeout = 20_000

const { waitFor, waitUntil } = vi
const addPatience = <O extends { timeout?: number }>(options: number | O = {} as O): number | O =>
  typeof options === 'number' ? options : { timeout, ...options }
vi.waitFor = (check, options) => waitFor(check, addPatience(options))
vi.waitUntil = (check, options) => waitUntil(check, addPatience(options))

if ('window' in globalThis) (await import('@testing-library/dom')).configure({ asyncUtilTimeout: timeout })
