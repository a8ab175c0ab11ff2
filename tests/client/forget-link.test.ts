// @vitest-environment jsdom

import { loadLink, saveLink } from '@rostrum/client/session/device-links'
import { forgetLinkAfterClose } from '@rostrum/client/session/forget-link'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { Role } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let stop: () => void = () => undefined
beforeEach(() => {
  vi.useFakeTimers({ now: 1_900_000_000_000 })
  localStorage.clear()
  sessionStorage.clear()
  useSessionStore.setState(initialStore)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const show = (closedAt: number | null) => useSessionStore.setState({ view: { session: { closedAt } } } as never)
const follow = (role: Role, link = 'link-1') => {
  saveLink('chair', 'link-1')
  stop = forgetLinkAfterClose('chair', link, { role })
}
const onDevice = () => localStorage.getItem('rostrum.link.chair')
const measureFinal = () => getCloseFinalAt(Date.now() as Instant) - Date.now()

test('[L191] an officer’s link stays on the device during the session, and until the close is final; then only the tab has it', () => {
  follow('chair')
  show(null)
  vi.advanceTimersByTime(10 * 3_600_000)
  expect(onDevice()).toBe('link-1')
  show(Date.now())
  vi.advanceTimersByTime(measureFinal() - 1_000)
  expect(onDevice()).toBe('link-1')
  vi.advanceTimersByTime(2_000)
  expect([onDevice(), loadLink('chair')]).toEqual([null, 'link-1'])
})

test('[L191] it stays where the close is taken back, where it is the link of another session, and on a participant’s phone', () => {
  follow('chair')
  show(Date.now())
  vi.advanceTimersByTime(measureFinal() - 1_000)
  show(null)
  vi.advanceTimersByTime(10_000)
  expect(onDevice()).toBe('link-1')
  stop()
  for (const [role, link] of [
    ['chair', 'link of another session'],
    ['participant', 'link-1'],
  ] as const) {
    follow(role, link)
    show(Date.now())
    vi.advanceTimersByTime(measureFinal() + 1_000)
    expect(onDevice()).toBe('link-1')
    stop()
    show(null)
  }
})
