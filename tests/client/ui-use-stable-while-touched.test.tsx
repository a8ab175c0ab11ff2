// @vitest-environment jsdom
import { useStableWhileTouched } from '@rostrum/client/ui/use-stable-while-touched'
import type { Position } from '@rostrum/shared/contract/queue'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const makeOrder = (...names: string[]) => names.map((entry) => ({ entry }) as unknown as Position)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('keeps the visible order until a second after the last input, and then shows the latest', () => {
  const { result, rerender } = renderHook(({ now }) => useStableWhileTouched(now), { initialProps: { now: makeOrder('A', 'B') } })
  const getShown = () => result.current.value.map(({ entry }) => entry)
  act(() => result.current.onTouch())
  rerender({ now: makeOrder('B', 'A') })
  expect(getShown()).toEqual(['A', 'B'])
  act(() => void vi.advanceTimersByTime(900))
  act(() => result.current.onTouch())
  rerender({ now: makeOrder('N', 'B', 'A') })
  act(() => void vi.advanceTimersByTime(900))
  expect(getShown()).toEqual(['A', 'B'])
  act(() => void vi.advanceTimersByTime(100))
  expect(getShown()).toEqual(['N', 'B', 'A'])
})

test('updates at once when nothing was touched', () => {
  const { result, rerender } = renderHook(({ now }) => useStableWhileTouched(now), { initialProps: { now: makeOrder('A', 'B') } })
  rerender({ now: makeOrder('B', 'A') })
  expect(result.current.value.map(({ entry }) => entry)).toEqual(['B', 'A'])
})
