// @vitest-environment jsdom
import { SegmentedControl } from '@rostrum/client/ui/segmented-control.tsx'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'

const limits = [
  { value: '180', label: '3:00', note: '7 heard' },
  { value: '120', label: '2:00', note: '10 heard' },
  { value: '90', label: '1:30', disabled: true },
  { value: '60', label: '1:00' },
]

const Limits = ({ onCancel }: { onCancel?: () => void }) => {
  const [value, setValue] = useState('180')
  return <SegmentedControl label="Time per speaker" options={limits} value={value} onChange={setValue} onCancel={onCancel} />
}

const getChosen = () => screen.getByRole('radio', { checked: true }).textContent

afterEach(cleanup)

test('is one tab stop, on the current choice', async () => {
  render(<Limits />)
  await userEvent.tab()
  expect(document.activeElement?.textContent).toBe('3:007 heard')
  await userEvent.tab()
  expect(document.activeElement).toBe(document.body)
})

test('moves and chooses with the arrow keys, skips disabled choices, and wraps around', async () => {
  render(<Limits />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(getChosen()).toBe('2:0010 heard')
  await userEvent.keyboard('{ArrowDown}')
  expect(getChosen()).toBe('1:00')
  expect(document.activeElement?.textContent).toBe('1:00')
  await userEvent.keyboard('{ArrowRight}')
  expect(getChosen()).toBe('3:007 heard')
  await userEvent.keyboard('{End}')
  expect(getChosen()).toBe('1:00')
  await userEvent.keyboard('{Home}')
  expect(getChosen()).toBe('3:007 heard')
})

test('swaps left and right if the page runs from right to left', async () => {
  render(
    <div dir="rtl">
      <Limits />
    </div>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{ArrowLeft}')
  expect(getChosen()).toBe('2:0010 heard')
  await userEvent.keyboard('{ArrowRight}')
  expect(getChosen()).toBe('3:007 heard')
})

test('ignores a pointer on a disabled choice', async () => {
  render(<Limits />)
  await userEvent.click(screen.getByRole('radio', { name: '1:30' }))
  expect(getChosen()).toBe('3:007 heard')
})

test('cancels a preview with Escape', async () => {
  let cancelled = 0
  render(<Limits onCancel={() => (cancelled += 1)} />)
  await userEvent.tab()
  await userEvent.keyboard('{Escape}')
  expect(cancelled).toBe(1)
})
