// @vitest-environment jsdom
import { ConnectingPage, LoadingPage } from '@rostrum/client/app/loading-page.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(async () => {
  await loadLanguage('en', 'phone')
  vi.useFakeTimers()
  useSessionStore.setState(initialStore)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const readStatus = () => screen.getByRole('status').textContent ?? ''

const fail = () => act(() => useSessionStore.setState({ isBlocked: true }))

test('[W15] after 5 s without a connection the page tells the person that the network may block it', () => {
  render(<ConnectingPage />)
  fail()
  wait(4900)
  expect(readStatus()).toBe('Loading')
  wait(200)
  expect(readStatus()).toContain('Your network may be blocking the connection')
})

test('[V370] while the second way to connect is still being tried, the page does not say that it cannot connect', () => {
  render(<ConnectingPage />)
  wait(9000)
  expect(readStatus()).toBe('Loading')
  fail()
  expect(readStatus()).toContain('Cannot connect')
})

test('[W15] a page that is still loading its own parts shows only that', () => {
  render(<LoadingPage />)
  wait(20_000)
  expect(readStatus()).toBe('Loading')
})
