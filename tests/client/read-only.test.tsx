// @vitest-environment jsdom
/** The notices of the pages while the server stores nothing. */
import { ReadOnlyNotice, useReadOnlyAlert } from '@rostrum/client/features/session/notices/read-only-notice.tsx'
import { initialStore, type SessionStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { Instant } from '@rostrum/shared/kernel/time'
import { readOnlyReasons } from '@rostrum/shared/protocol/messages'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const since = Date.UTC(2030, 4, 6, 12, 31, 7) as Instant
const view = { session: { timeZone: 'UTC' } } as never
const Alert = () => {
  const alert = useReadOnlyAlert()
  return alert === null ? null : `${alert.title} ${alert.text}`
}
const show = (state: Partial<SessionStore>) =>
  act(() => useSessionStore.setState({ ...initialStore, view, connectionStatus: { kind: 'live' }, ...state }))
const getText = () => (screen.queryByRole('status')?.textContent ?? '').replace(/[\u2066-\u2069]/g, '').trim()

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  useSessionStore.setState({ ...initialStore, view })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('[L85] a page shows since when nothing is stored, what happens to actions and how many wait, and reports the end', () => {
  const [interrupt, say] = [vi.spyOn(screenReader, 'interrupt'), vi.spyOn(screenReader, 'say')]
  render(<ReadOnlyNotice />)
  show({})
  expect(getText()).toBe('')
  show({ readOnly: { reason: 'unstored', since }, pending: [{}, {}] as never })
  expect(getText()).toBe(
    'Nothing has been saved since 12:31:07. What you see is correct. Your actions are held, and will be sent, once only, as soon as saving works again. 2 actions are waiting to be sent.',
  )
  expect(interrupt).toHaveBeenCalledWith('Nothing can be saved at the moment. Your actions are held.')
  show({})
  expect(getText()).toBe('')
  expect(say).toHaveBeenCalledWith('Saving works again.', 'connection')
})

test.each(readOnlyReasons)('[L85] officers see the notice among their alerts: %s', (reason) => {
  const { container } = render(<Alert />)
  show({ readOnly: { reason, since } })
  expect(container.textContent).toContain('Nothing has been saved since')
  show({ readOnly: { reason, since }, connectionStatus: { kind: 'offline' } })
  expect(container.textContent).toBe('')
})
