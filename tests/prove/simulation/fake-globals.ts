/** While a simulation runs, the platform's timers and monotonic clock belong to the simulated process that is running. */
import type { VirtualTime } from './virtual-time.ts'

/** Returns a function that restores the real ones. */
export function fakeGlobals(time: VirtualTime): () => void {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, performance: globalThis.performance }
  const fakes = {
    setTimeout: (then: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
      time.after(delay / time.running.rate, () => then(...args)),
    clearTimeout: (cancel?: () => void) => cancel?.(),
    performance: { now: () => time.running.measure(time.now) },
  }
  for (const [name, value] of Object.entries(fakes)) define(name, value)
  return () => {
    for (const [name, value] of Object.entries(real)) define(name, value)
  }
}

const define = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true })
}
