// @vitest-environment jsdom
/** Presses on rows of the Chair's list that have just moved under the pointer. */
import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPage, show, speaking } from '../support/chair-page.tsx'
import { command, join, raisePoint, replay, type SentCommand, toEntryId } from '../support/given.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const findRow = (who: string) => document.querySelector(`[data-row="${toEntryId(who)}"]`) as HTMLElement
/** As a mouse presses: a menu opens as the pointer goes down. */
const pressMenuOf = (id: string) => {
  const button = within(findRow(id)).getByRole('button', { name: /^More/ })
  for (const press of [fireEvent.pointerDown, fireEvent.mouseDown, fireEvent.pointerUp, fireEvent.mouseUp])
    press(button, { button: 0, pointerType: 'mouse' })
  fireEvent.click(button, { detail: 1 })
}
const isMenuOpen = () => screen.queryByRole('menu') !== null
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

const toFirst = command('chair', 'queue.move', { entry: toEntryId('private-1'), before: toEntryId('civil-1') })
const reply = command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' })

test.each([
  ['an alert comes in over it', raisePoint('gov-2')],
  ['the order changes', toFirst],
  ['a right of reply comes in above it', reply],
] as [string, SentCommand][])('[V215] the list moves and a press follows at once, and no menu opens: %s', async (_, moves) => {
  const [before, after] = [
    [...speaking, join('agency-1')],
    [...speaking, join('agency-1'), moves],
  ].map((history) => replay(history))
  await openPage(before as never)
  wait(5000)
  act(() => show(after as never))
  pressMenuOf('civil-1')
  expect(isMenuOpen()).toBe(false)
  wait(705)
  pressMenuOf('civil-1')
  expect(isMenuOpen()).toBe(true)
})

test('[V215] the first line of a menu names whom it is for, and the row is marked', async () => {
  await openPage(replay(speaking))
  pressMenuOf('civil-1')
  expect(screen.getByRole('menu').firstElementChild?.textContent).toMatch(/^Organization 1/)
  expect(findRow('civil-1').querySelector('[aria-haspopup]')?.getAttribute('aria-expanded')).toBe('true')
})
