// @vitest-environment jsdom
import { ConnectingPage, LoadingPage } from '@rostrum/client/app/loading-page.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(async () => {
  await loadLanguage('en', 'phone')
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const readStatus = () => screen.getByRole('status').textContent ?? ''

test('[W15] after 5 s without a connection the page tells the person that the network may block it', () => {
  render(<ConnectingPage />)
  wait(4900)
  expect(readStatus()).toBe('Loading')
  wait(200)
  expect(readStatus()).toContain('Your network may be blocking the connection')
})

test('[W15] a page that is still loading its own parts shows only that', () => {
  render(<LoadingPage />)
  wait(20_000)
  expect(readStatus()).toBe('Loading')
})
