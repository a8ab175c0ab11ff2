// @vitest-environment jsdom
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { PendingText } from '@rostrum/client/widgets/pending-text.tsx'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'

beforeEach(() => loadLanguage('en', 'phone'))
afterEach(() => {
  cleanup()
  useSessionStore.setState(initialStore)
})

const readText = (ageMs: number, status: 'sending' | 'waiting', connection: 'live' | 'offline') => {
  useSessionStore.setState({ connectionStatus: { kind: connection }, lastHeardAt: performance.timeOrigin + performance.now() })
  const pending = { envelope: {}, area: 'queue', pressedAt: Date.now() - ageMs, status } as never
  const { container, unmount } = render(<PendingText pending={pending} />)
  const text = container.textContent
  unmount()
  return text
}

test('[L16] a press counts as waiting as soon as the connection is lost, or after three seconds without an answer', () => {
  expect(readText(0, 'sending', 'live')).toBe('Sending')
  expect(readText(2500, 'sending', 'live')).toBe('Sending')
  expect(readText(3500, 'sending', 'live')).toBe('Waiting to send')
  expect(readText(0, 'waiting', 'live')).toBe('Waiting to send')
  expect(readText(0, 'sending', 'offline')).toBe('Waiting to send')
})
