// @vitest-environment jsdom
import { NextAction, useResting } from '@rostrum/client/ui/next-action.tsx'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

let pressed: number
const press = () => {
  pressed += 1
}

beforeEach(() => {
  pressed = 0
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

type DriverProps = { moment: number; own: boolean; refused?: boolean }
const Driver = ({ moment, own, refused = false }: DriverProps) => (
  <NextAction verb="Call next" object="University research centre" icon="next" resting={useResting(moment, own, refused)} onPress={press} />
)

it('rests for two seconds after somebody else acted, keeping its words, and then works again', () => {
  const { rerender } = render(<Driver moment={1} own={false} />)
  rerender(<Driver moment={2} own={false} />)
  fireEvent.click(screen.getByRole('button'))
  expect(pressed).toBe(0)
  expect(screen.getByRole('button').textContent).toBe('Call nextUniversity research centre')
  act(() => void vi.advanceTimersByTime(2000))
  fireEvent.click(screen.getByRole('button'))
  expect(pressed).toBe(1)
})

it('does not rest after one’s own act', () => {
  const { rerender } = render(<Driver moment={1} own />)
  rerender(<Driver moment={2} own />)
  fireEvent.click(screen.getByRole('button'))
  expect(pressed).toBe(1)
})

it('rests after one’s own press was refused, because somebody else was faster', () => {
  const { rerender } = render(<Driver moment={1} own={false} />)
  rerender(<Driver moment={1} own />)
  rerender(<Driver moment={1} own={false} refused />)
  rerender(<Driver moment={2} own={false} refused />)
  fireEvent.click(screen.getByRole('button'))
  expect(pressed).toBe(0)
  act(() => void vi.advanceTimersByTime(2000))
  fireEvent.click(screen.getByRole('button'))
  expect(pressed).toBe(1)
})

it('stays reachable and says why when there is nothing to do', () => {
  render(<NextAction verb="Call next" object="Nobody is waiting" icon="next" disabled onPress={press} />)
  const button = screen.getByRole('button', { name: /Nobody is waiting/ })
  button.focus()
  fireEvent.click(button)
  expect(document.activeElement).toBe(button)
  expect(pressed).toBe(0)
})

it('acts once for a key that is held down', () => {
  render(<NextAction verb="Call next" icon="next" onPress={press} />)
  const button = screen.getByRole('button')
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: false })).toBe(true)
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
})
