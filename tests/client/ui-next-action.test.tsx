// @vitest-environment jsdom
import { NextAction, usePressGuard } from '@rostrum/client/ui/next-action.tsx'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let pressCount: number
const countPress = () => {
  pressCount += 1
}

beforeEach(() => {
  pressCount = 0
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

type NextActionPageProps = { moment: number; own: boolean; refused?: boolean }
const NextActionPage = ({ moment, own, refused = false }: NextActionPageProps) => (
  <NextAction
    verb="Call next"
    object="University research centre"
    icon="next"
    guarded={usePressGuard(moment, own, refused)}
    onPress={countPress}
  />
)

test('is disabled for two seconds after an action by somebody else, keeps its text, and then works again', () => {
  const { rerender } = render(<NextActionPage moment={1} own={false} />)
  rerender(<NextActionPage moment={2} own={false} />)
  fireEvent.click(screen.getByRole('button'))
  expect(pressCount).toBe(0)
  expect(screen.getByRole('button').textContent).toBe('Call nextUniversity research centre')
  act(() => void vi.advanceTimersByTime(2000))
  fireEvent.click(screen.getByRole('button'))
  expect(pressCount).toBe(1)
})

test('is not disabled after one’s own action', () => {
  const { rerender } = render(<NextActionPage moment={1} own />)
  rerender(<NextActionPage moment={2} own />)
  fireEvent.click(screen.getByRole('button'))
  expect(pressCount).toBe(1)
})

test('is disabled after one’s own press was refused because somebody else was faster', () => {
  const { rerender } = render(<NextActionPage moment={1} own={false} />)
  rerender(<NextActionPage moment={1} own />)
  rerender(<NextActionPage moment={1} own={false} refused />)
  rerender(<NextActionPage moment={2} own={false} refused />)
  fireEvent.click(screen.getByRole('button'))
  expect(pressCount).toBe(0)
  act(() => void vi.advanceTimersByTime(2000))
  fireEvent.click(screen.getByRole('button'))
  expect(pressCount).toBe(1)
})

test('stays focusable and explains why when there is nothing to do', () => {
  render(<NextAction verb="Call next" object="Nobody is waiting" icon="next" disabled onPress={countPress} />)
  const button = screen.getByRole('button', { name: /Nobody is waiting/ })
  button.focus()
  fireEvent.click(button)
  expect(document.activeElement).toBe(button)
  expect(pressCount).toBe(0)
})

test('acts once when a key is held down', () => {
  render(<NextAction verb="Call next" icon="next" onPress={countPress} />)
  const button = screen.getByRole('button')
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: false })).toBe(true)
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
})
