// @vitest-environment jsdom
import { useCalm } from '@rostrum/client/ui/use-stable-while-touched'
import type { Place } from '@rostrum/shared/contract/queue'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const line = (...names: string[]) => names.map((entry) => ({ entry }) as unknown as Place)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('keeps the order that was seen until a second after the last input, and then shows the latest', () => {
  const { result, rerender } = renderHook(({ now }) => useCalm(now), { initialProps: { now: line('A', 'B') } })
  const shown = () => result.current.shown.map(({ entry }) => entry)
  act(() => result.current.touched())
  rerender({ now: line('B', 'A') })
  expect(shown()).toEqual(['A', 'B'])
  act(() => void vi.advanceTimersByTime(900))
  act(() => result.current.touched())
  rerender({ now: line('N', 'B', 'A') })
  act(() => void vi.advanceTimersByTime(900))
  expect(shown()).toEqual(['A', 'B'])
  act(() => void vi.advanceTimersByTime(100))
  expect(shown()).toEqual(['N', 'B', 'A'])
})

it('follows at once where nothing was touched', () => {
  const { result, rerender } = renderHook(({ now }) => useCalm(now), { initialProps: { now: line('A', 'B') } })
  rerender({ now: line('B', 'A') })
  expect(result.current.shown.map(({ entry }) => entry)).toEqual(['B', 'A'])
})
