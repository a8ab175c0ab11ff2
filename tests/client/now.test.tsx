// @vitest-environment jsdom
import { useNow } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  useSessionStore.setState(initialStore)
})

/** The instants at which a screen updates, in milliseconds of the server's time after the start of the test. */
const listUpdates = (ownLateness: number, intervalMs: number, forMs: number): readonly number[] => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.advanceTimersByTime(ownLateness)
  const begin = performance.timeOrigin + performance.now()
  // The server's time at the start is a whole number of seconds plus 130 ms on every screen.
  useSessionStore.setState({ clockOffset: { offset: 1_000_130 - begin, uncertainty: 10, wallAhead: 0 } })
  const { result } = renderHook(() => useNow(intervalMs))
  const updates = new Set<number>()
  for (let elapsed = 0; elapsed < forMs; elapsed += 1) {
    act(() => void vi.advanceTimersByTime(1))
    updates.add(Math.round(result.current - 1_000_000))
  }
  return [...updates].slice(1)
}

test('[W16] two screens that started at different times update at the same instants, on the edges of the interval', () => {
  const first = listUpdates(0, 200, 700)
  cleanup()
  vi.useRealTimers()
  const second = listUpdates(77, 200, 700)
  expect(first.map((at) => at % 200)).toEqual(first.map(() => 0))
  expect(second).toEqual(first)
})
