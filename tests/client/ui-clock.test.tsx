// @vitest-environment jsdom

import { Clock, formatRemaining } from '@rostrum/client/ui/clock.tsx'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

afterEach(cleanup)

test.each([
  [180_000, '3:00'],
  [179_999, '3:00'],
  [107_500, '1:48'],
  [7_000, '0:07'],
  [1, '0:01'],
  [0, '0:00'],
  [-1, '+0:00'],
  [-21_400, '+0:21'],
  [-60_000, '+1:00'],
  [720_000, '12:00'],
  [3_723_000, '1:02:03'],
])('%i ms left is shown as %s', (left, text) => {
  expect(formatRemaining(left)).toBe(text)
})

test('has the role timer and is never announced automatically', () => {
  render(<Clock left={107_500} label="Time left for Speaker 07" />)
  const timer = screen.getByRole('timer', { name: 'Time left for Speaker 07' })
  expect(timer.textContent).toBe('1:48')
  expect(timer.getAttribute('aria-live')).toBe('off')
})

test('shows that it is approximate if the device cannot rely on its clock', () => {
  render(<Clock left={107_500} label="Time left" isApproximate />)
  expect(screen.getByRole('timer').textContent).toBe('≈1:48')
})
