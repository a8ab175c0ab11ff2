// @vitest-environment jsdom
/** A double press on the button of an overlay does not close it. */
import { useJustOpened } from '@rostrum/client/ui/use-just-opened'
import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.useRealTimers()
})

test('[V314] a press beside an overlay closes it only when it has been open for a moment', () => {
  vi.useFakeTimers()
  const opened: boolean[] = []
  const { result } = renderHook(() => useJustOpened((open) => opened.push(open)))
  vi.advanceTimersByTime(10_000)
  act(() => result.current.onOpenChange(true))
  expect(result.current.shouldCloseOnInteractOutside()).toBe(false)
  vi.advanceTimersByTime(400)
  expect(result.current.shouldCloseOnInteractOutside()).toBe(false)
  vi.advanceTimersByTime(400)
  expect(result.current.shouldCloseOnInteractOutside()).toBe(true)
  expect(opened).toEqual([true])
})
