// @vitest-environment jsdom

import { Clock } from '@rostrum/client/ui/clock.tsx'
import { clockText } from '@rostrum/client/ui/clock-text'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'

afterEach(cleanup)

it.each([
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
])('%i ms left is written %s', (left, text) => {
  expect(clockText(left)).toBe(text)
})

it('is a timer that never speaks by itself', () => {
  render(<Clock left={107_500} label="Time left, Speaker 07" />)
  const timer = screen.getByRole('timer', { name: 'Time left, Speaker 07' })
  expect(timer.textContent).toBe('1:48')
  expect(timer.getAttribute('aria-live')).toBe('off')
})

it('says that it is near where the device cannot vouch for its clock', () => {
  render(<Clock left={107_500} label="Time left" about />)
  expect(screen.getByRole('timer').textContent).toBe('≈1:48')
})
