// @vitest-environment jsdom
import { useWakeLock } from '@rostrum/client/ui/use-wake-lock'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

let granted: { readonly release: () => Promise<void>; released: boolean }[] = []
const setUp = (request: () => Promise<unknown>) => {
  granted = []
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { wakeLock: { request } }))
}
const grant = async () => {
  const lock = {
    released: false,
    release: async () => {
      lock.released = true
    },
  }
  granted.push(lock)
  return lock
}
const setVisibility = async (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
}
const listReleased = () => granted.map(({ released }) => released)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('[C8] the screen stays on while a page wants it, and can sleep again afterwards', async () => {
  setUp(grant)
  const { rerender } = renderHook(({ isWanted }) => useWakeLock(isWanted), { initialProps: { isWanted: false } })
  expect(granted).toHaveLength(0)
  await act(async () => rerender({ isWanted: true }))
  expect(listReleased()).toEqual([false])
  await act(async () => rerender({ isWanted: false }))
  expect(listReleased()).toEqual([true])
})

test('[C8] the wake lock is requested again when the page comes back, and not while the page is hidden', async () => {
  setUp(grant)
  await act(async () => void renderHook(() => useWakeLock(true)))
  await setVisibility('hidden')
  expect(granted).toHaveLength(1)
  await setVisibility('visible')
  expect(granted).toHaveLength(2)
})

test('[C8] a browser that refuses the wake lock causes no error', async () => {
  setUp(() => Promise.reject(new DOMException('low battery', 'NotAllowedError')))
  const { unmount } = renderHook(() => useWakeLock(true))
  await act(async () => undefined)
  unmount()
  expect(granted).toHaveLength(0)
})
