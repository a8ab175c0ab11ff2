// @vitest-environment jsdom
import { Segmented } from '@rostrum/client/ui/segmented-control.tsx'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'

const limits = [
  { value: '180', label: '3:00', note: '7 heard' },
  { value: '120', label: '2:00', note: '10 heard' },
  { value: '90', label: '1:30', disabled: true },
  { value: '60', label: '1:00' },
]

const Limits = ({ onCancel }: { onCancel?: () => void }) => {
  const [value, setValue] = useState('180')
  return <Segmented label="Time each" options={limits} value={value} onChange={setValue} onCancel={onCancel} />
}

const chosen = () => screen.getByRole('radio', { checked: true }).textContent

afterEach(cleanup)

it('is one tab stop, on the present choice', async () => {
  render(<Limits />)
  await userEvent.tab()
  expect(document.activeElement?.textContent).toBe('3:007 heard')
  await userEvent.tab()
  expect(document.activeElement).toBe(document.body)
})

it('moves and chooses with arrows, passes over what cannot be chosen, and goes round', async () => {
  render(<Limits />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(chosen()).toBe('2:0010 heard')
  await userEvent.keyboard('{ArrowDown}')
  expect(chosen()).toBe('1:00')
  expect(document.activeElement?.textContent).toBe('1:00')
  await userEvent.keyboard('{ArrowRight}')
  expect(chosen()).toBe('3:007 heard')
  await userEvent.keyboard('{End}')
  expect(chosen()).toBe('1:00')
  await userEvent.keyboard('{Home}')
  expect(chosen()).toBe('3:007 heard')
})

it('turns left and right round where the page reads from right to left', async () => {
  render(
    <div dir="rtl">
      <Limits />
    </div>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{ArrowLeft}')
  expect(chosen()).toBe('2:0010 heard')
  await userEvent.keyboard('{ArrowRight}')
  expect(chosen()).toBe('3:007 heard')
})

it('does not take a disabled choice from the pointer', async () => {
  render(<Limits />)
  await userEvent.click(screen.getByRole('radio', { name: '1:30' }))
  expect(chosen()).toBe('3:007 heard')
})

it('gives a preview back with Escape', async () => {
  let cancelled = 0
  render(<Limits onCancel={() => (cancelled += 1)} />)
  await userEvent.tab()
  await userEvent.keyboard('{Escape}')
  expect(cancelled).toBe(1)
})
